// Posts that hang on one person, on the day that is asked about.
import type { PostRow } from './post.entity.js';
import { postsDependency } from './posts-dependency.js';

const DAY = '2027-03-01';
let count = 0;
const post = (change: Partial<PostRow> = {}): PostRow => ({
  id: `post-${(count += 1)}`,
  role: 'process-leader',
  person: `person-${count}`,
  organisation: 'REGION',
  programme: 'OMST',
  mandate: null,
  from: '2026-01-01',
  until: null,
  deputy: null,
  share: null,
  createdAt: new Date(0),
  endedAt: null,
  ...change,
});
const of = (...posts: PostRow[]) => postsDependency(posts, ['OMST', 'SKOG'], DAY);

it('is alone without a deputy or another in the same seat, while it is held', () => {
  const one = post();
  expect(of(one).alone).toEqual([one]);
  expect(of(post({ deputy: 'somebody' })).alone).toEqual([]);
  expect(of(one, post()).alone).toEqual([]);
  expect(of(one, post({ programme: null })).alone).toHaveLength(2);
  expect(of(one, post({ role: 'chair' })).alone).toHaveLength(2);
  expect(of(one, post({ from: '2027-03-02' })).alone).toEqual([one]);
});

it('ends soon when its last day is within 90 days and nobody has it the day after', () => {
  const last = (until: string) => post({ until, deputy: 'somebody' });
  expect(of(last('2027-05-30')).ending).toHaveLength(1);
  expect(of(last('2027-05-31')).ending).toEqual([]);
  expect(of(last(DAY)).ending).toHaveLength(1);
  expect(of(last('2027-02-28')).ending).toEqual([]);
  expect(of(last('2027-05-30'), post({ from: '2027-05-31' })).ending).toEqual([]);
  expect(of(last('2027-05-30'), post({ from: '2027-06-01' })).ending).toHaveLength(1);
  expect(of(last('2027-05-30'), post({ from: '2027-05-31', programme: 'SKOG' })).ending).toHaveLength(1);
});

it('tells of programmes that nobody leads', () => {
  expect(of().unled).toEqual(['OMST', 'SKOG']);
  expect(of(post()).unled).toEqual(['SKOG']);
  expect(of(post({ role: 'funder' })).unled).toEqual(['OMST', 'SKOG']);
  expect(of(post({ until: '2027-02-28' })).unled).toEqual(['OMST', 'SKOG']);
});
