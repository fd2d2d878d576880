// Events into the plan. The engine folds its own; each capability folds the facts that are its own.
import type { PlanEvent } from './event.js';
import { factsOf } from './capability.js';
import { born, own } from './folded.js';
import { isKept } from './kept.js';
import { newName, type PlanMigrated } from './migrated.js';
import type { Plan, Step } from './plan.js';
import { isRepair, mended } from './repair.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * @param plan undefined before the first event, which must be the start.
 * @param earlier every event before this one: a step undone or corrected is folded anew without it.
 * @throws when a repair comes without them, or a plan does not begin with its start.
 */
export function evolve(vocabulary: Vocabulary, plan: Plan | undefined, event: PlanEvent, earlier?: PlanEvent[]): Plan {
  if (isRepair(event)) {
    if (!earlier) throw new Error(`${event.id} is folded with the whole history before it`);
    return fold(vocabulary, [...earlier, event]) as Plan;
  }
  return evolveOne(vocabulary, plan, event);
}

/** The plan that these events give, the oldest first; undefined when there are none. */
export function fold(vocabulary: Vocabulary, events: PlanEvent[]): Plan | undefined {
  let plan: Plan | undefined;
  for (const event of mended(events)) plan = evolveOne(vocabulary, plan, event);
  const newest = events.at(-1);
  if (!plan || !newest) return undefined;
  const { version, sequence, recordedAt } = newest;
  const texts = events.reduce((count, event) => count + textsIn(event), 0);
  return { ...plan, version, sequence, recordedAt, texts };
}

function evolveOne(vocabulary: Vocabulary, plan: Plan | undefined, event: PlanEvent): Plan {
  const folded = plan === undefined ? born(event) : own(plan, event);
  const evolver = vocabulary.evolvers.get(event.type);
  const facts = evolver
    ? { ...folded.facts, [evolver.capability.key]: evolver.evolve(factsOf(evolver.capability, folded), event, folded) }
    : event.type === 'plan.migrated'
      ? renamed(vocabulary, folded, event.data as unknown as PlanMigrated)
      : folded.facts;
  return {
    ...folded,
    facts,
    last: stepOf(vocabulary, plan, folded, event),
    version: event.version,
    sequence: event.sequence,
    texts: folded.texts + textsIn(event),
    recordedAt: event.recordedAt,
    imported: folded.imported || event.imported === true,
  };
}

function renamed(vocabulary: Vocabulary, plan: Plan, migration: PlanMigrated): Plan['facts'] {
  const now = newName(migration);
  const facts = { ...plan.facts };
  for (const one of vocabulary.capabilities)
    if (one.renamed && one.key in facts) facts[one.key] = one.renamed(factsOf(one, plan), now);
  return facts;
}

/** What is lasting about a step: others have heard of it or live by it, or what it took is gone. */
function stepOf(vocabulary: Vocabulary, before: Plan | undefined, plan: Plan, event: PlanEvent): Step {
  // What somebody keeps to itself is no step of the plan: to undo goes past it, and tells nobody that it is there.
  if (before?.last && isKept(vocabulary, event)) return before.last;
  const { version, sequence: from, command } = event;
  const step: Step = before?.last?.version === version ? before.last : { version, from, command };
  const lasting = step.lasting ?? whyLasting(vocabulary, before, plan, event);
  return lasting === undefined ? step : { ...step, lasting };
}

function whyLasting(
  vocabulary: Vocabulary,
  before: Plan | undefined,
  plan: Plan,
  { type }: PlanEvent,
): string | undefined {
  if (!before) return 'undo-start';
  if (type === 'plan.forked') return 'undo-made-plans';
  if (type.startsWith('child.')) return 'undo-heard';
  if (plan.parent !== undefined && plan.status !== before.status) return 'undo-told';
  return vocabulary.evolvers.get(type)?.capability.lasting?.[type];
}

function textsIn(event: PlanEvent): number {
  let count = 0;
  for (const field in event.data) if (field.endsWith('Text') && event.data[field] !== undefined) count += 1;
  return count;
}
