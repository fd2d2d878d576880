// The steering group: formed anew once the plan is adopted, to steer it through its implementation (A8, INV-21).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import type { Seat } from '../workgroups/facts.js';

export interface SteeringGroup extends Made {
  key: string;
  name?: string;
  chair?: Seat;
  deputy?: Seat;
  /** Codes of organisations. */
  members: string[];
  /** The key of the text of its mandate. */
  mandate?: string;
  /** How often it meets, as it was put. */
  rhythm?: string;
  /** What the former group left has been received. */
  handOver: boolean;
  formedAt: When;
  imported: boolean;
}

/** One for each attempt that formed one; the latest that stands steers. */
export interface SteeringGroups {
  groups: SteeringGroup[];
}

export const nothing: SteeringGroups = { groups: [] };

export interface SteeringGroupTold {
  steeringGroup: string;
  chair?: Seat;
  deputy?: Seat;
  members?: string[];
  rhythm?: string;
  mandateText?: string;
}

export const events: Record<string, Evolve<SteeringGroups>> = {
  'steering-group.formed': on(({ groups }, data: SteeringGroupTold & { name?: string }, event, plan) => {
    const begun = { members: [], handOver: false, formedAt: event.occurredAt, imported: event.imported === true };
    return { groups: [...groups, { key: data.steeringGroup, ...begun, ...saidOf(data), ...madeIn(plan) }] };
  }),
  'steering-group.changed': on((facts, data: SteeringGroupTold) => changed(facts, data.steeringGroup, saidOf(data))),
  'hand-over.received': on((facts, { steeringGroup }: { steeringGroup: string }) =>
    changed(facts, steeringGroup, { handOver: true }),
  ),
};

function saidOf({ steeringGroup: _key, mandateText, ...said }: SteeringGroupTold): Partial<SteeringGroup> {
  return mandateText === undefined ? said : { ...said, mandate: mandateText };
}

function changed({ groups }: SteeringGroups, key: string, change: Partial<SteeringGroup>): SteeringGroups {
  return { groups: groups.map((group) => (group.key === key ? { ...group, ...change } : group)) };
}

export function steeringGroupsOf(plan: Plan): SteeringGroup[] {
  return factsOf({ key: 'steering-group', nothing }, plan).groups;
}

/** The plan's one steering group (INV-22). */
export function steeringGroupOf(plan: Plan): SteeringGroup | undefined {
  return steeringGroupsOf(plan).findLast((group) => stands(plan, group));
}
