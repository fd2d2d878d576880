// What somebody keeps to itself in a plan: the plan, its events and its prose as others know them, in whom there is nothing of it.
import { factsOf } from './capability.js';
import type { PlanEvent } from './event.js';
import type { Plan } from './plan.js';
import type { Vocabulary } from './vocabulary.js';

/** Whether it is of a kind that only the one who caused it hears of. */
export function isKept(vocabulary: Vocabulary, { type }: Pick<PlanEvent, 'type'>): boolean {
  return vocabulary.evolvers.get(type)?.capability.kept?.events.includes(type) === true;
}

/** @param ids of the one who reads; none for whoever is nobody. */
export function isKeptFrom(vocabulary: Vocabulary, event: PlanEvent, ids: readonly string[]): boolean {
  return isKept(vocabulary, event) && !ids.includes(event.who.id);
}

/** The plan with those facts alone that its reader may see. */
export function seenBy(vocabulary: Vocabulary, plan: Plan, ids: readonly string[]): Plan {
  const keeping = vocabulary.capabilities.filter(({ key, kept }) => kept && key in plan.facts);
  if (keeping.length === 0) return plan;
  const seen = keeping.map((one) => [one.key, one.kept?.seenBy(factsOf(one, plan), ids)]);
  return { ...plan, facts: { ...plan.facts, ...Object.fromEntries(seen) } };
}

/** Keys of the plan's texts that its reader may not read, wherever they are named. */
export function keptTexts(vocabulary: Vocabulary, plan: Plan, ids: readonly string[]): string[] {
  return vocabulary.capabilities.flatMap((one) => one.kept?.texts(factsOf(one, plan), ids) ?? []);
}
