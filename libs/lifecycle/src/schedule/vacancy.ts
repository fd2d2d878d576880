// When a role has nobody: neither a holder nor whoever stands in for one (INV-40).
import { hasDeputyOn, holdersOf } from '../capabilities/roles/held.js';
import { holdingsOf, type Holding } from '../capabilities/roles/facts.js';
import type { Plan } from '../engine/plan.js';
import type { Template } from '../engine/template.js';
import { addDays, type Day } from './days.js';

export interface Vacancy {
  /** The first day with nobody. */
  from: Day;
  /** The first day on which somebody has it again, where that is known. */
  until?: Day;
}

/** Every time from the day on, the earliest first, also one that is known to come. */
export function vacancies(plan: Plan, template: Template, role: string, since: Day): Vacancy[] {
  const turns = holdingsOf(plan)
    .filter((one) => one.role === role)
    .flatMap(turnsOf);
  const days = [since, ...new Set(turns.filter((day) => day > since).toSorted())];
  const found: Vacancy[] = [];
  for (const day of days) {
    const last = found.at(-1);
    const isOpen = last !== undefined && last.until === undefined;
    if (isTaken(plan, template, role, day)) {
      if (isOpen) last.until = day;
    } else if (!isOpen) found.push({ from: day });
  }
  return found;
}

/** The days on which something may change: in between, all stays as it was. */
function turnsOf({ from, until, ended }: Holding): Day[] {
  return [from, ...(until === undefined ? [] : [addDays(until, 1)]), ...(ended ? [ended.at] : [])];
}

function isTaken(plan: Plan, template: Template, role: string, day: Day): boolean {
  if (holdersOf(plan, role, day).length > 0) return true;
  return holdingsOf(plan).some((one) => one.role === role && hasDeputyOn(plan, one, day, template));
}
