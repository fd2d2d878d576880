// Several plans out of one: what each begins with, and the ids that a command gives to what it makes.
import { factsOf } from './capability.js';
import { stands, type Made, type Plan } from './plan.js';
import type { Vocabulary } from './vocabulary.js';

/** The facts a new plan begins with: each capability says what of the initiative's goes along. */
export function factsAtFork(vocabulary: Vocabulary, plan: Plan, each: string | undefined): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const capability of vocabulary.capabilities) {
    if (!capability.inherit || plan.facts[capability.key] === undefined) continue;
    const own = capability.inherit(factsOf(capability, plan), each === undefined ? {} : { each }, plan);
    facts[capability.key] = fromBefore(plan, own);
  }
  return facts;
}

/** Attempts and cycles are counted anew: what stood in the initiative is of the plan's first, what a restart had set aside stays aside. */
function fromBefore(plan: Plan, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => fromBefore(plan, one));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fromBefore(plan, one)]));
  if (!isMade(value)) return copy;
  const { cycle: _, ...made } = copy;
  return { ...made, attempt: stands(plan, value) ? 1 : 0 };
}

export function isMade(value: object): value is Made {
  return 'stage' in value && 'attempt' in value && 'round' in value;
}

/** The n-th UUID of a command: its own with n added to the last 48 bits, so that a decision needs no randomness. */
export function idFrom(command: string, n: number): string {
  const tail = (BigInt(`0x${command.slice(-12)}`) + BigInt(n)) & 0xffffffffffffn;
  return command.slice(0, -12) + tail.toString(16).padStart(12, '0');
}
