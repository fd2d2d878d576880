// Whom a reminder goes to on a day (INV-40): each of its roles' holders, else whoever stands in, else the role that answers for the stage.
import { holdingsOf, type Holding } from '../capabilities/roles/facts.js';
import { hasDeputyOn, isHeldOn, whoFor, type Asked } from '../capabilities/roles/held.js';
import type { Plan } from '../engine/plan.js';
import { accountableRole, stageOf, type Template } from '../engine/template.js';
import type { Day } from './days.js';
import type { Due } from './due.js';

export interface Recipients {
  /** Nobody twice. */
  asked: Asked[];
  /** Roles that nobody has, nor stands in for: somebody is told of it, whoever was asked in their place. */
  vacant: string[];
}

type Sought = Pick<Due, 'to' | 'deputiesOf' | 'because'>;

/** Standard roles that stand for one party: of a matter of one party they are asked in that party alone. */
const OF_A_PARTY = new Set(['deciding-body', 'municipal-lead', 'activity-owner', 'registrar']);

export function recipientsOf(plan: Plan, template: Template, due: Sought, day: Day): Recipients {
  const asked: Asked[] = [];
  const vacant: string[] = [];
  const accountable = accountableRole(template, stageOf(template, plan.stage));
  const fallBack = () => {
    const one = whoFor(plan, template, accountable, day);
    if (one) asked.push({ ...one, as: 'accountable' });
  };
  for (const role of due.to) {
    const own = inRole(plan, role, due, template, day);
    asked.push(...own);
    if (own.length > 0) continue;
    vacant.push(role);
    fallBack();
  }
  const deputies = (due.deputiesOf ?? []).flatMap((role) => deputiesIn(plan, role, due, template, day));
  asked.push(...deputies);
  if (due.deputiesOf && deputies.length === 0) fallBack();
  return { asked: onceEach(asked), vacant };
}

function inRole(plan: Plan, role: string, due: Sought, template: Template, day: Day): Asked[] {
  const held = concerned(plan, role, due, template).filter((one) => isHeldOn(one, day));
  if (held.length === 0) return deputiesIn(plan, role, due, template, day);
  return held.map(({ person, organisation }) => ({ person, organisation, role, as: 'holder' }));
}

function deputiesIn(plan: Plan, role: string, due: Sought, template: Template, day: Day): Asked[] {
  return concerned(plan, role, due, template).flatMap((one): Asked[] => {
    const { deputy, organisation } = one;
    return deputy !== undefined && hasDeputyOn(plan, one, day, template)
      ? [{ person: deputy, organisation, role, as: 'deputy' }]
      : [];
  });
}

/** Another party's decision, and another group's milestone, are none of theirs. */
function concerned(plan: Plan, key: string, { because }: Sought, template: Template): Holding[] {
  const { organisation: party, workgroup: group } = because;
  const standard = template.roles.find((one) => one.key === key)?.as ?? key;
  const isOfParty = party !== undefined && OF_A_PARTY.has(standard);
  return holdingsOf(plan).filter(({ role, organisation, workgroup }) => {
    if (role !== key || (isOfParty && organisation !== party)) return false;
    return group === undefined || workgroup === undefined || workgroup === group;
  });
}

/** Whoever is asked by several roles is asked by the first. */
function onceEach(asked: Asked[]): Asked[] {
  return [...new Map(asked.toReversed().map((one) => [one.person, one])).values()].toReversed();
}
