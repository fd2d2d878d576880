// Who a plan belongs to, as keys that it is found by: the people who hold its roles, its organisations, its programme.
import { partiesOf } from './capabilities/parties/facts.js';
import { holdingsOf, type Holding } from './capabilities/roles/facts.js';
import type { Plan } from './engine/plan.js';

/**
 * Keys of those who may find the plan: `person:<id>`, `organisation:<code>`, `programme:<code>`, each once and in order; no key has
 * a space in it. Days play no part: a role that has run out is its holder's until somebody says that it has ended.
 */
export function readersOf(plan: Plan): string[] {
  const keys = [
    ...partiesOf(plan).map(({ organisation }) => `organisation:${organisation}`),
    ...holdingsOf(plan).flatMap(keysOf),
    ...(plan.programme ? [`programme:${plan.programme.code}`] : []),
  ];
  return [...new Set(keys)].sort();
}

/** Whoever is to take a role over must be able to see what it is. */
function keysOf({ person, deputy, organisation, ended, handOver }: Holding): string[] {
  const people = [...(ended ? [] : [person, deputy]), handOver?.to].filter((one) => one !== undefined);
  return [...people.map((one) => `person:${one}`), ...(ended ? [] : [`organisation:${organisation}`])];
}
