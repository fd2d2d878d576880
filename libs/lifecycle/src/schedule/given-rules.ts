// For the specs of the schedule: a plan whose first stage has these rules, and what is due in it.
import { due } from '../engine.js';
import type { CheckIn, Reminder, Role, Template } from '../engine/template.js';
import { given, openTemplate, type Given } from '../given.js';
import type { Due } from './due.js';

export const [ANNA, BO, CILLA, DAN] = [1, 2, 3, 4].map((n) => `${String(n).repeat(8)}-0000-4000-8000-000000000000`) as [
  string,
  string,
  string,
  string,
];

const role = (key: string, more: Partial<Role> = {}): Role => ({ key, name: { sv: key, en: key }, ...more });

export const roles = [
  role('process-leader', { required: true }),
  role('chair'),
  role('board', { as: 'deciding-body' }),
  role('workgroup-lead'),
];

interface Rules {
  reminders?: Reminder[];
  checkIns?: CheckIn[];
}

/** The rules are those of the first stage; `change` is of the template. */
export function ruled(rules: Rules, change: Partial<Template> = {}): Template {
  const [begin, finish] = openTemplate().stages as [Template['stages'][0], Template['stages'][0]];
  return openTemplate({ roles, stages: [{ ...begin, ...rules }, finish], ...change });
}

export function duesOf(state: Given, later = 0): Due[] {
  const { plan, template } = state;
  return due(plan, state.after(later).setting().now, template);
}

/** Each as «rule day», a step with its number. */
export function daysOf(state: Given, later = 0): string[] {
  return duesOf(state, later).map(({ rule, step, dueOn }) => `${rule}${step === undefined ? '' : `+${step}`} ${dueOn}`);
}

export function begun(rules: Rules, change?: Partial<Template>): Given {
  return given(ruled(rules, change));
}
