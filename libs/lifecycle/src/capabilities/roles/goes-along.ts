// What a role has in the plan by its name and its organisation: seats, activities, the mandate. It goes along to whoever takes over.
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { LANGUAGES, type Template } from '../../engine/template.js';
import { activitiesOf, isOpen } from '../activities/facts.js';
import { mandateOf } from '../mandate/facts.js';
import { steeringGroupOf } from '../steering-group/facts.js';
import { teamOf } from '../team/facts.js';
import { told } from '../told.js';
import { workgroupsOf, type Seat } from '../workgroups/facts.js';
import { holdingsOf, type Holding } from './facts.js';
import { roleIn } from './seats.js';

/** One thing that a role has: the record, what of it (its lead, say), and what is written when the organisation is another. */
export interface RoleHas {
  record: string;
  as: 'lead' | 'deputy' | 'chair' | 'owner' | 'accountable';
  title?: string;
  moved(to: Seat): Draft;
}

/** What is recorded of the role in its organisation; of a role in a workgroup, only what it has there. */
export function roleHas(plan: Plan, template: Template, holding: Holding): RoleHas[] {
  const isIts = (seat: Seat | undefined) =>
    seat?.organisation === holding.organisation && isCalled(template, holding, seat.role);
  const all = holding.workgroup === undefined ? [...inPlan(plan, isIts), ...inWorkgroups(plan, isIts)] : [];
  const own = inWorkgroups(plan, isIts).filter(({ record }) => record === holding.workgroup);
  return holding.workgroup === undefined ? all : own;
}

/** The events that give it to the role of another organisation; none while somebody else has the same role in the former. */
export function goesAlong(plan: Plan, template: Template, holding: Holding, organisation: string): Draft[] {
  if (organisation === holding.organisation || isShared(plan, holding)) return [];
  return roleHas(plan, template, holding).map(({ moved }) => moved({ organisation, role: holding.role }));
}

type IsIts = (seat: Seat | undefined) => boolean;

function inWorkgroups(plan: Plan, isIts: IsIts): RoleHas[] {
  return workgroupsOf(plan).flatMap(({ key: workgroup, name: title, lead, deputy }) => [
    ...(isIts(lead)
      ? [
          {
            record: workgroup,
            as: 'lead' as const,
            title,
            moved: wrote('workgroup.lead-appointed', 'lead', { workgroup }),
          },
        ]
      : []),
    ...(isIts(deputy)
      ? [
          {
            record: workgroup,
            as: 'deputy' as const,
            title,
            moved: wrote('workgroup.deputy-appointed', 'deputy', { workgroup }),
          },
        ]
      : []),
  ]);
}

function inPlan(plan: Plan, isIts: IsIts): RoleHas[] {
  const [team, group, mandate] = [teamOf(plan), steeringGroupOf(plan), mandateOf(plan)];
  const seats = (['lead', 'deputy'] as const).flatMap((as) =>
    team && isIts(team[as]) ? [{ record: team.key, as, moved: wrote('team.formed', as, { team: team.key }) }] : [],
  );
  const steering = (['chair', 'deputy'] as const).flatMap((as) =>
    group && isIts(group[as])
      ? [{ record: group.key, as, moved: wrote('steering-group.changed', as, { steeringGroup: group.key }) }]
      : [],
  );
  const accountable =
    mandate && isIts(mandate.accountable)
      ? [
          {
            record: mandate.key,
            as: 'accountable' as const,
            moved: wrote('mandate.recorded', 'accountable', { mandate: mandate.key }),
          },
        ]
      : [];
  const activities = activitiesOf(plan)
    .filter((one) => isOpen(one) && isIts(one.owner))
    .map(({ key, title }) => ({
      record: key,
      as: 'owner' as const,
      title,
      moved: wrote('activity.owner-changed', 'owner', { activity: key }),
    }));
  return [...accountable, ...steering, ...seats, ...activities];
}

function wrote(type: string, field: string, of: object): (to: Seat) => Draft {
  return (to) => ({ type, data: { ...of, [field]: told(to) } });
}

/** A seat says a role by its key, or as people call it. */
function isCalled(template: Template, { role }: Holding, said: string | undefined): boolean {
  const name = roleIn(template, role)?.name;
  const called = [role, ...LANGUAGES.flatMap((language) => name?.[language] ?? [])].map((one) => one.toLowerCase());
  return said !== undefined && called.includes(said.trim().toLowerCase());
}

function isShared(plan: Plan, holding: Holding): boolean {
  return holdingsOf(plan).some(
    (one) => one !== holding && one.role === holding.role && one.organisation === holding.organisation && !one.ended,
  );
}
