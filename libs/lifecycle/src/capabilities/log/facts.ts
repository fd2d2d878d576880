// The running log: entries and comments are text rows; the fold only counts them, since no decision reads their words.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';

export interface Log {
  entries: number;
  comments: number;
}

export const nothing: Log = { entries: 0, comments: 0 };

export const events: Record<string, Evolve<Log>> = {
  'log-entry.written': on((log) => ({ ...log, entries: log.entries + 1 })),
  'comment.written': on((log) => ({ ...log, comments: log.comments + 1 })),
};

export function logOf(plan: Plan): Log {
  return factsOf({ key: 'log', nothing }, plan);
}
