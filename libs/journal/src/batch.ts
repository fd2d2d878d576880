// What a batch of commands leaves behind to be stored.
import type { Plan, PlanEvent, Text } from '#libs/lifecycle';

/** What one batch of commands leaves behind. */
export interface Batch {
  /** Each plan once. */
  plans: Written[];
  events: PlanEvent[];
  texts: Text[];
  answers: KeptAnswer[];
}

/** A plan as it is after the batch, with the version it had before: 0 for a new one. */
export interface Written {
  plan: Plan;
  expected: number;
  /** As it was before, when that is known: then only what has changed is written. */
  before?: Plan | undefined;
}

/** The answer to a command that came with an idempotency key. */
export interface KeptAnswer {
  /** The id of the token whose key it is. */
  token: string;
  key: string;
  /** A digest of what was asked: the same key with another is refused. */
  request: string;
  answer: object;
  recordedAt: string;
}
