// A reminder and whom it goes on to while nothing is done: each step an occasion of its own (INV-38), later than the one before.
import type { Plan } from '../engine/plan.js';
import {
  accountableRole,
  ESCALATION_WORDS,
  stageOf,
  type Escalation,
  type Reminder,
  type Template,
} from '../engine/template.js';
import { addDuration, type Day } from './days.js';
import { moved, type Occasion } from './occasions.js';

export interface Step {
  /** 1 for the first after the reminder itself. */
  step: number;
  dueOn: Day;
  /** Roles. */
  to: string[];
  /** Roles whose deputies are asked. */
  deputiesOf?: string[];
  latest?: Day;
}

export function stepsOf(plan: Plan, template: Template, reminder: Reminder, occasion: Occasion): Step[] {
  const { escalate = [], when, to } = reminder;
  // What prepares for a day ends with it; after a day that something falls on, it goes on.
  const latest = 'on' in when ? undefined : occasion.latest;
  return escalate.flatMap((one, index) => {
    const dueOn = dayOf(plan, occasion.dueOn, one, latest);
    if (latest !== undefined && dueOn > latest) return [];
    const until = latest === undefined ? {} : { latest };
    return [{ step: index + 1, dueOn, ...recipients(plan, template, one, to), ...until }];
  });
}

function dayOf(plan: Plan, first: Day, { after }: Escalation, latest: Day | undefined): Day {
  const day = addDuration(first, after);
  return latest === undefined ? moved(plan, first, day) : day;
}

function recipients(
  plan: Plan,
  template: Template,
  step: Escalation,
  first: string[],
): Pick<Step, 'to' | 'deputiesOf'> {
  const [deputy, accountable] = ESCALATION_WORDS;
  const roles = step.to.flatMap((name) => {
    if (name === deputy) return [];
    return name === accountable ? [accountableRole(template, stageOf(template, plan.stage))] : [name];
  });
  return { to: [...new Set(roles)], ...(step.to.includes(deputy) ? { deputiesOf: first } : {}) };
}
