// Who could do what somebody may not: the roles of the plan's template that have the right, or the posts when it has none such.
import {
  accountableRole,
  STANDARD_ROLES,
  stageOf,
  type Missing,
  type Plan,
  type StandardRole,
  type Template,
} from '#libs/lifecycle';
import { ANYHOW, rolesIn, standardAbility } from './abilities.js';
import type { Right } from './rights.js';
import { isChaired, today } from './standing.js';

const known = new WeakMap<Template, Map<string, Missing[]>>();
const STANDARD = Object.keys(STANDARD_ROLES) as StandardRole[];

/** Each of them alone would do. @param organisation for which it would have to be said. */
export function neededIn(plan: Plan, template: Template, now: string, right: Right, organisation?: string): Missing[] {
  const ofTemplate = known.get(template) ?? new Map<string, Missing[]>();
  known.set(template, ofTemplate);
  const chaired = isChaired(plan, template, today(now));
  const name = `${right} ${plan.stage} ${chaired}`;
  let roles = ofTemplate.get(name);
  if (!roles) {
    roles = rolesHaving(plan.stage, template, right, chaired);
    ofTemplate.set(name, roles);
  }
  return organisation === undefined ? roles : roles.map((one) => spokenBy(one, organisation));
}

/** Who begins plans: no plan is there yet that could say. */
export function neededToStart(): Missing[] {
  return postsHaving('start');
}

export function scopeNeeded(scope: string): Missing[] {
  return [{ code: 'scope-needed', params: { scope } }];
}

function rolesHaving(stage: string, template: Template, right: Right, chaired: boolean): Missing[] {
  const accountable = accountableRole(template, stageOf(template, stage));
  const having = [...rolesIn(template).values()].filter(({ role, ability }) =>
    ability.can(right, { ...ANYHOW, answers: role.key === accountable, chaired }),
  );
  return having.length > 0 ? having.map(({ role: { key, name } }) => held(key, name)) : postsHaving(right);
}

function postsHaving(right: Right): Missing[] {
  const having = STANDARD.filter((role) => standardAbility(role).can(right, ANYHOW));
  const roles = having.map((role) => held(role, STANDARD_ROLES[role]));
  return right === 'answer-hand-over' ? [{ code: 'receiver-needed' }, ...roles] : roles;
}

function held(role: string, name: Missing['who'] & object): Missing {
  return { code: 'role-needed', params: { role }, names: { role: name }, by: { roles: [role] }, who: name };
}

function spokenBy(missing: Missing, organisation: string): Missing {
  return {
    ...missing,
    code: 'role-needed-for',
    params: { ...missing.params, organisation },
    by: { ...missing.by, organisation },
  };
}
