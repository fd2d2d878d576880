// How an initiative takes in what happens to the plans under it.
import type { Setting } from './capability.js';
import type { Draft } from './event.js';
import { hasForked, openChildren, waitedFor } from './join.js';
import { watchesStages } from './lifecycle-criteria.js';
import { ended } from './move.js';
import { isEnded, type Plan, type Status } from './plan.js';
import { record, tells, type Accepted, type Tell } from './record.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * An initiative hears how each of its plans stands; it completes when the last has ended (INV-14), but not one that joins
 * what it forked, or that has itself begun again and not yet forked: those go on.
 * @returns undefined when the news changes nothing for it.
 */
export function hear(vocabulary: Vocabulary, plan: Plan, tell: Tell, at: Setting): Accepted | undefined {
  const drafts = news(plan, tell, at);
  if (drafts.length === 0) return undefined;
  const accepted = record(vocabulary, plan, drafts, at);
  return { ...accepted, births: [], tells: tells(plan, accepted.plan) };
}

function news(plan: Plan, { child, status, stage, added }: Tell, at: Setting): Draft[] {
  const before = plan.children.find((one) => one.id === child);
  const moved: Draft[] =
    watchesStages(at.template) && before?.stage !== stage ? [{ type: 'child.moved', data: { child, stage } }] : [];
  if (added) return [{ type: 'child.added', data: { child, ...added } }, ...moved];
  if (before?.status === status) return moved;
  const heard: Draft = { type: `child.${named(before?.status, status)}`, data: { child, status } };
  return [...moved, heard, ...(isEnded({ status }) ? whenEnded(plan, child) : [])];
}

function named(before: Status | undefined, now: Status): string {
  if (isEnded({ status: now })) return 'ended';
  if (now === 'paused') return 'paused';
  return before === 'paused' ? 'resumed' : 'restarted';
}

/** What follows when a plan below has ended: its join may go on, and the last of them all ends an initiative that they carry. */
function whenEnded(plan: Plan, child: string): Draft[] {
  const others = { ...plan, children: plan.children.filter((one) => one.id !== child) };
  const mine = plan.children.find((one) => one.id === child);
  const isLast = mine?.joins !== undefined && !mine.released && waitedFor(others, mine.joins).length === 0;
  const reached: Draft[] = isLast ? [{ type: 'join.reached', data: { stage: mine.joins } }] : [];
  if (isEnded(plan) || !hasForked(plan) || openChildren(others).length > 0) return reached;
  return [...reached, { type: ended(plan, 'completed'), data: { stage: plan.stage, because: 'plans-ended' } }];
}
