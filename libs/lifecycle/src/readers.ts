// Who a plan belongs to, as keys that it is found by: the people who hold its roles, its organisations, its programme.
import { partiesOf } from './capabilities/parties/facts.js';
import { holdingsOf, type Holding } from './capabilities/roles/facts.js';
import type { Plan } from './engine/plan.js';

interface Reckoned {
  parties: unknown;
  programme: string | undefined;
  keys: readonly string[];
}

/** By what holds most of them: it stays the same object as long as nothing of it changes, and most commands change nothing of it. */
const reckoned = new WeakMap<object, Reckoned>();

/**
 * Keys of those who may find the plan: `person:<id>`, `organisation:<code>`, `programme:<code>`, each once and in order; no key has
 * a space in it. Days play no part: a role that has run out is its holder's until somebody says that it has ended.
 */
export function readersOf(plan: Plan): readonly string[] {
  const { roles, parties } = plan.facts;
  const programme = plan.programme?.code;
  const of = (roles ?? parties) as object | undefined;
  const known = of && reckoned.get(of);
  if (known && known.parties === parties && known.programme === programme) return known.keys;
  const keys = reckon(plan);
  if (of) reckoned.set(of, { parties, programme, keys });
  return keys;
}

function reckon(plan: Plan): string[] {
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
