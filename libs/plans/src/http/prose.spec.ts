// Prose put back, struck out or left out.
import { vocabulary, type Plan } from '#libs/lifecycle';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsWithProse, withProse } from './prose.js';

const facts = {
  title: 'Möte',
  reasonText: 'text-1',
  purpose: 'text-2',
  list: [{ noteText: 'text-3' }],
  count: 2,
  nothing: null,
};
const prose = new Map([
  ['text-1', 'därför'],
  ['text-2', 'syftet'],
  ['text-3', null],
]);

it('stands beside its key, or in its place', () => {
  expect(recordsWithProse('mandate', facts, prose)).toEqual({
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
  const left = { title: 'Möte', list: [{}], count: 2, nothing: null };
  expect(recordsWithProse('mandate', facts, 'hidden')).toEqual(left);
  expect(withProse(facts, 'hidden')).toEqual({ ...left, purpose: 'text-2' });
});

it('is not looked for in words that only look like a key', () => {
  const written = { title: 'text-1', items: [{ what: 'text-2', list: ['text-3'] }] };
  for (const known of [prose, 'hidden'] as const) {
    expect(withProse(written, known)).toEqual(written);
    for (const { key } of vocabulary.capabilities) expect(recordsWithProse(key, written, known)).toEqual(written);
  }
});

it('is found wherever a capability keeps it', () => {
  const folder = join(process.cwd(), 'test', 'golden', 'histories');
  const plans = readdirSync(folder).flatMap(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { plans: Plan[] }).plans,
  );
  const keys = plans.flatMap((plan) =>
    Object.entries(plan.facts).flatMap(([key, one]) => keysIn(recordsWithProse(key, one, 'hidden'))),
  );
  expect([plans.length > 10, keys]).toEqual([true, []]);
});

function keysIn(value: unknown): string[] {
  if (typeof value === 'string') return /^text-\d+$/.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(keysIn) : [];
}
