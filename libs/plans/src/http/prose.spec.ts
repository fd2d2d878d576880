// Prose put back, struck out or left out.
import { withProse } from './prose.js';

const facts = {
  title: 'Möte',
  reasonText: 'text-1',
  purpose: 'text-2',
  list: [{ noteText: 'text-3' }],
  count: 2,
  nothing: null,
};

it('stands beside its key, or in its place', () => {
  const prose = new Map([
    ['text-1', 'därför'],
    ['text-2', 'syftet'],
    ['text-3', null],
  ]);
  expect(withProse(facts, prose)).toEqual({
    title: 'Möte',
    reasonText: 'text-1',
    reason: 'därför',
    purpose: 'syftet',
    list: [{ noteText: 'text-3', note: null }],
    count: 2,
    nothing: null,
  });
});

it('is left out with its keys where it is hidden', () => {
  expect(withProse(facts, 'hidden')).toEqual({ title: 'Möte', list: [{}], count: 2, nothing: null });
});

it('is not looked for in words that only look like a key', () => {
  expect(withProse({ title: 'text-9' }, new Map())).toEqual({ title: 'text-9' });
});
