// What of a plan a reader sees: everything that no right to read is about, and for each such right the records that it opens.
import { vocabulary, type PlanEvent } from '#libs/lifecycle';
import type { View } from '#libs/plans';
import type { Right } from './rights.js';

/** The capabilities that are closed to whoever lacks the right. */
const OPENED_BY = {
  'read-drafts': ['versions'],
  'read-notes': ['log', 'attachments', 'checklist'],
  'read-persons': ['roles', 'role-map', 're-anchoring'],
} as const satisfies Partial<Record<Right, readonly string[]>>;

export type ReadingRight = keyof typeof OPENED_BY;
export const READING_RIGHTS = Object.keys(OPENED_BY) as ReadingRight[];

/** @param has whether the reader has the right. What somebody keeps to themselves (INV-36) no right opens: the doors see to that. */
export function sight(has: (right: ReadingRight) => boolean): View {
  const closed = new Set<string>(READING_RIGHTS.filter((right) => !has(right)).flatMap((right) => OPENED_BY[right]));
  return { records: (capability) => !closed.has(capability), event: (event) => !closed.has(capabilityOf(event)) };
}

/** Whoever was let in to do one thing sees that the plan is there and how it stands. */
export const NOTHING_BUT_THE_PLAN: View = { records: () => false, event: () => false };

function capabilityOf({ type }: PlanEvent): string {
  return vocabulary.evolvers.get(type)?.capability.key ?? '';
}
