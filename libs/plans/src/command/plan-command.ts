// The one bus command of the plan aggregate, what it carries and what comes back: for HTTP, jobs, imports and the command
// line alike. Whoever watches commands watches here; group-commit.ts handles it.
import type { Missing, Plan, Reason, Status, When, Who } from '#libs/lifecycle';
import type { Caller } from '#libs/platform';
import { Command } from '@nestjs/cqrs';

/** One order, or several that are stored together or not at all; an answer for each, in order. */
export class PlanCommand extends Command<Answer[]> {
  /** @param dryRun the answers alone, each as if those before it had been done; nothing is stored and no key is taken. */
  constructor(
    readonly orders: Order[],
    readonly dryRun = false,
  ) {
    super();
  }
}

/** A verb on a plan, or `start` for a new one. The body has been validated. */
export interface Order {
  /** The plan's id; null to start one. */
  plan: string | null;
  verb: string;
  body: object;
  who: Who;
  /** Who asks for it from outside, and may perhaps not; the machine's own orders have none. */
  caller?: Caller;
  /** A fresh UUID. A plan that the command starts gets it as its id. */
  command: string;
  /** When it happened; now when absent, null when nobody knows. */
  occurredAt?: When;
  imported?: boolean;
  /** The version that the caller has seen. */
  ifMatch?: number;
  /** The caller's key for safe repeats, and a digest of the request. */
  repeat?: { key: string; request: string };
}

export interface Standing {
  id: string;
  version: number;
  stage: string;
  status: Status;
  attempt: number;
}

export interface ToldEvent {
  id: string;
  type: string;
  sequence: number;
  data: Record<string, unknown>;
}

/** Plain JSON, so that a repeat gets the very same. `after`: the plan as it now is, where it has just begun, or as it would be, in a dry run. */
export type Answer =
  | { kind: 'accepted'; plan: Standing; events: ToldEvent[]; made: Standing[]; after?: Plan }
  | { kind: 'refused'; reasons: Reason[]; version: number | null }
  | { kind: 'not-permitted'; needed: Missing[] }
  | { kind: 'unknown-plan' }
  | { kind: 'unknown-template'; template: string }
  | { kind: 'stale'; version: number }
  | { kind: 'key-reused' };
