// Changes of leadership: who leads has changed, and what was agreed is anchored anew with those who come (INV-46). Nothing stops.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';

export const LEADERSHIP_CHANGES = ['election', 'chief', 'other'] as const;
export type LeadershipChangeKind = (typeof LEADERSHIP_CHANGES)[number];

/** What is to be anchored anew: with an organisation, or with whoever has a role for it. */
export interface ReAnchoring {
  key: string;
  organisation: string;
  role?: string;
  /** Set once it has been done. */
  done?: true;
  /** The key of the text that says how it went. */
  noteText?: string;
}

export interface LeadershipChange {
  key: string;
  kind: LeadershipChangeKind;
  /** The day of the change. */
  on: Day;
  /** The key of the text that says what has changed. */
  whatText?: string;
  tasks: ReAnchoring[];
  imported: boolean;
}

export interface Leadership {
  changes: LeadershipChange[];
}

export const nothing: Leadership = { changes: [] };

export interface LeadershipChanged {
  change: string;
  kind: LeadershipChangeKind;
  on: Day;
  tasks: { task: string; organisation: string; role?: string }[];
  whatText?: string;
}

export const events: Record<string, Evolve<Leadership>> = {
  'leadership.changed': on(({ changes }, { change: key, tasks, ...said }: LeadershipChanged, event) => {
    const opened = tasks.map(({ task, ...about }) => ({ key: task, ...about }));
    return { changes: [...changes, { key, ...said, tasks: opened, imported: event.imported === true }] };
  }),
  'leadership.re-anchored': on(({ changes }, { task: key, noteText }: { task: string; noteText?: string }) => ({
    changes: changes.map((change) => ({
      ...change,
      tasks: change.tasks.map((task) =>
        task.key === key ? { ...task, done: true as const, ...(noteText === undefined ? {} : { noteText }) } : task,
      ),
    })),
  })),
};

export function leadershipChangesOf(plan: Plan): LeadershipChange[] {
  return factsOf({ key: 're-anchoring', nothing }, plan).changes;
}

/** Those that wait, with the day of the change they come of. */
export function openReAnchorings(plan: Plan): (ReAnchoring & { on: Day; imported: boolean })[] {
  return leadershipChangesOf(plan).flatMap(({ tasks, on: day, imported }) =>
    tasks.filter(({ done }) => !done).map((task) => ({ ...task, on: day, imported })),
  );
}
