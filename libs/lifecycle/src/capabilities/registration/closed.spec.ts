import { given } from '../../given.js';
import { isPublic, markedRecords, namesAny, withoutRecords } from './closed.js';
import { recordIndex } from './record-index.js';

const ground = 'OSL 21 kap. 7 §';

describe('what a mark closes', () => {
  it('is the plan until somebody lifts the mark on it, and never by a mark on a record', () => {
    const plan = given().did('hold-meeting', { title: 'Kick-off' });
    const open = (now: typeof plan) => isPublic({ ...now.plan, public: true });
    expect(open(plan)).toBe(true);
    expect(isPublic({ ...plan.plan, public: false })).toBe(false);
    expect(open(plan.did('mark-confidential', { ground, record: 'meeting-1' }))).toBe(true);
    const marked = plan.did('mark-confidential', { ground, until: '2026-01-12' });
    expect(open(marked)).toBe(false);
    expect(open(marked.did('lift-confidentiality', { mark: 'mark-1', reason: 'x' }))).toBe(true);
  });

  it('is a record until the last day of its mark', () => {
    const plan = given()
      .did('hold-meeting', { title: 'Kick-off' })
      .did('mark-confidential', { ground, record: 'meeting-1', until: '2026-02-01' }).plan;
    expect([...markedRecords(plan, '2026-02-01')]).toEqual(['meeting-1']);
    expect([...markedRecords(plan, '2026-02-02')]).toEqual([]);
  });

  it('goes with all that belongs to it, and leaves the rest as it is', () => {
    const closed = new Set(['meeting-1']);
    const facts = {
      meetings: { meetings: [{ key: 'meeting-1' }, { key: 'meeting-10' }] },
      ideas: [{ at: 'meeting-1' }],
    };
    expect(withoutRecords(facts, closed)).toEqual({ meetings: { meetings: [{ key: 'meeting-10' }] }, ideas: [] });
    expect(withoutRecords({ one: { key: 'meeting-1' }, of: ['meeting-1', 'x'], n: null }, closed)).toEqual({
      of: ['x'],
      n: null,
    });
    expect(withoutRecords(facts, new Set())).toBe(facts);
    expect(namesAny({ a: [{ b: 'meeting-1' }] }, closed)).toBe(true);
    expect(namesAny({ a: ['meeting-10', null, 1] }, closed)).toBe(false);
  });
});

it('the index tells an adopted version and a decision from what is still worked on', () => {
  const plan = given().did('hold-meeting', { title: 'Kick-off' }).plan;
  const made = { stage: 'x', attempt: 1, round: 1 };
  const content = { pieces: [] };
  const version = { ...made, label: '0.1', submittedOn: null, locked: true, content, dates: {}, imported: false };
  const versions = {
    draft: content,
    revising: false,
    versions: [
      { ...version, key: 'version-1', adopted: { ...made, label: '1.0', on: null } },
      { ...version, key: 'version-2' },
    ],
  };
  const index = recordIndex({ ...plan, facts: { ...plan.facts, versions } }, '2026-01-12', new Set(['version-9']));
  expect(
    index.filter(({ capability }) => capability === 'versions').map(({ record, status }) => [record, status]),
  ).toEqual([
    ['version-1', 'finished'],
    ['version-2', 'working-material'],
  ]);
});
