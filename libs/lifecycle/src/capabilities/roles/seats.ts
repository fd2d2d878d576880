// What a role of the template allows: one holder at a time or several, and who stands in the way of another.
import type { Plan } from '../../engine/plan.js';
import type { Role, Template } from '../../engine/template.js';
import type { Day } from '../../schedule/days.js';
import { workgroupOf } from '../workgroups/facts.js';
import { holdingsOf, type Holding } from './facts.js';
import { isOneTooMany } from './held-by-one.js';
import { isSameSeat } from './held.js';

export function roleIn(template: Template, key: string): Role | undefined {
  return template.roles.find((role) => role.key === key);
}

/** Whether somebody must have it: a required role, in the plan or in a workgroup that is there (INV-44). */
export function mustBeHeld(plan: Plan, template: Template, { role, workgroup }: Holding): boolean {
  if (roleIn(template, role)?.required !== true) return false;
  return workgroup === undefined || workgroupOf(plan, workgroup)?.dissolved === false;
}

type Period = Pick<Holding, 'from' | 'until' | 'ended'>;

/** Whether there is a day on which both are held. */
export function overlap(one: Period, other: Period): boolean {
  return !isEmpty(one) && !isEmpty(other) && begins(one, other) && begins(other, one);
}

/** Whether the one is there no later than the other's last day. */
function begins({ from }: Period, { until, ended }: Period): boolean {
  return (until === undefined || from <= until) && (ended === undefined || from < ended.at);
}

/** Ended on the day that it was to begin: never held. */
function isEmpty({ from, ended }: Period): boolean {
  return ended !== undefined && ended.at <= from;
}

/** Others that have, or will have, the same seat on some day of the period. */
export function besides(plan: Plan, seat: Pick<Holding, 'role' | 'workgroup'> & Period, but?: Holding): Holding[] {
  return holdingsOf(plan).filter((one) => one !== but && isSameSeat(one, seat) && overlap(one, seat));
}

/** Those whose holder has gone and whose hand-over is still open. */
export function awaitsReceiver(plan: Plan, seat: Pick<Holding, 'role' | 'workgroup'>): Holding[] {
  return holdingsOf(plan).filter((one) => isSameSeat(one, seat) && one.ended && one.handOver);
}

/** Whether somebody else has the seat from that day on. */
export function isFollowed(plan: Plan, holding: Holding, day: Day): boolean {
  return besides(plan, { ...seatOf(holding), from: day, until: day }, holding).length > 0;
}

function seatOf({ role, workgroup }: Holding): Pick<Holding, 'role' | 'workgroup'> {
  return workgroup === undefined ? { role } : { role, workgroup };
}

/** The first two that a role does not allow at once: the same person twice, or any two where one has it. */
export function inEachOthersWay(holdings: readonly Holding[], template: Template): Holding | undefined {
  return holdings.find((one, index) =>
    holdings
      .slice(0, index)
      .filter((other) => isSameSeat(one, other) && overlap(one, other))
      .some((other) => other.person === one.person || isOneTooMany(template, one, other)),
  );
}
