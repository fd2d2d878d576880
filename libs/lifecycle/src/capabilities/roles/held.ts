// Who has which role on a day, and who is asked in whose place (INV-40: holder, deputy, then the accountable role).
import type { Plan } from '../../engine/plan.js';
import { accountableRole, stageOf, type Template } from '../../engine/template.js';
import type { Day } from '../../schedule/days.js';
import { holdingsOf, type Holding } from './facts.js';
import { isHeldByOne } from './held-by-one.js';

/** @param day a day of Stockholm's calendar, YYYY-MM-DD */
export function isHeldOn({ from, until, ended }: Holding, day: Day): boolean {
  return from <= day && (until === undefined || day <= until) && !hasEndedBy(ended, day);
}

function hasEndedBy(ended: Holding['ended'], day: Day): boolean {
  return ended !== undefined && ended.at <= day;
}

/** Those of a role on a day: of the whole plan first, then those of its workgroups. */
export function holdersOf(plan: Plan, role: string, day: Day): Holding[] {
  const held = holdingsOf(plan).filter((one) => one.role === role && isHeldOn(one, day));
  return [...held.filter((one) => one.workgroup === undefined), ...held.filter((one) => one.workgroup !== undefined)];
}

/**
 * Whether the deputy stands in on the day: while the holding lasts, and after its end as long as its hand-over is open. After a
 * last day that has passed, too, where the template wants the role to be held by one at all times and nobody else has it yet.
 */
export function hasDeputyOn(plan: Plan, holding: Holding, day: Day, template?: Template): boolean {
  const { deputy, from, ended, handOver } = holding;
  if (deputy === undefined || day < from) return false;
  if (isHeldOn(holding, day)) return true;
  const waits = ended ? handOver !== undefined : template !== undefined && isHeldByOne(template, holding.role);
  return (
    waits && !holdingsOf(plan).some((other) => other !== holding && isSameSeat(other, holding) && isHeldOn(other, day))
  );
}

export function isSameSeat(
  one: Pick<Holding, 'role' | 'workgroup'>,
  other: Pick<Holding, 'role' | 'workgroup'>,
): boolean {
  return one.role === other.role && one.workgroup === other.workgroup;
}

export interface RoleOf {
  role: string;
  organisation: string;
  as: 'holder' | 'deputy';
  workgroup?: string;
}

/** Every role that a person has in the plan on the day, as its holder or as a deputy. @param template for deputies of roles whose last day has passed */
export function rolesOf(plan: Plan, person: string, day: Day, template?: Template): RoleOf[] {
  return holdingsOf(plan).flatMap((holding) => {
    const as = capacityOf(plan, holding, person, day, template);
    if (!as) return [];
    const { role, organisation, workgroup } = holding;
    return [{ role, organisation, as, ...(workgroup === undefined ? {} : { workgroup }) }];
  });
}

function capacityOf(
  plan: Plan,
  holding: Holding,
  person: string,
  day: Day,
  template: Template | undefined,
): RoleOf['as'] | null {
  if (holding.person === person && isHeldOn(holding, day)) return 'holder';
  return holding.deputy === person && hasDeputyOn(plan, holding, day, template) ? 'deputy' : null;
}

export interface Asked {
  person: string;
  organisation: string;
  /** The role by which the person is asked: that of the question, or the one that answers for the stage. */
  role: string;
  as: 'holder' | 'deputy' | 'accountable';
}

/** Whom something for a role goes to on the day; null when nobody has it, nor any role that answers for the stage or the plan. */
export function whoFor(plan: Plan, template: Template, role: string, day: Day): Asked | null {
  const own = inRole(plan, template, role, day);
  if (own) return own;
  const required = template.roles.filter((one) => one.required).map(({ key }) => key);
  for (const other of [accountableRole(template, stageOf(template, plan.stage)), ...required]) {
    const found = other === role ? null : inRole(plan, template, other, day);
    if (found) return { ...found, as: 'accountable' };
  }
  return null;
}

function inRole(plan: Plan, template: Template, role: string, day: Day): Asked | null {
  const [holder] = holdersOf(plan, role, day);
  if (holder) return { person: holder.person, organisation: holder.organisation, role, as: 'holder' };
  const left = holdingsOf(plan).findLast((one) => one.role === role && hasDeputyOn(plan, one, day, template));
  if (left?.deputy === undefined) return null;
  return { person: left.deputy, organisation: left.organisation, role, as: 'deputy' };
}
