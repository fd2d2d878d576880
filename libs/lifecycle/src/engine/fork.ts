// Several plans out of one: what each begins with, and the ids that a command gives to what it makes.
import { factsOf } from './capability.js';
import type { Plan } from './plan.js';
import type { Vocabulary } from './vocabulary.js';

/** The facts a new plan begins with: each capability says what of the initiative's goes along. */
export function factsAtFork(vocabulary: Vocabulary, plan: Plan, each: string | undefined): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const capability of vocabulary.capabilities) {
    if (!capability.inherit || plan.facts[capability.key] === undefined) continue;
    facts[capability.key] = capability.inherit(factsOf(capability, plan), each === undefined ? {} : { each });
  }
  return facts;
}

/** The n-th UUID of a command: its own with n added to the last 48 bits, so that a decision needs no randomness. */
export function idFrom(command: string, n: number): string {
  const tail = (BigInt(`0x${command.slice(-12)}`) + BigInt(n)) & 0xffffffffffffn;
  return command.slice(0, -12) + tail.toString(16).padStart(12, '0');
}
