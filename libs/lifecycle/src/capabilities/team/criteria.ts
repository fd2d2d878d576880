// team-mixed, team-led and management-contact-named.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { flag, parameters, someOf } from '../parameters.js';
import { managementContactsOf, seatsOf, TEAM_GROUPS, teamOf, type Team, type TeamGroup } from './facts.js';

/** A resident or a user: those whose everyday life it is about. */
const CONCERNED = 'people-concerned';
type Asked = TeamGroup | typeof CONCERNED;

export const criteria: Record<string, CriterionKind> = {
  'team-mixed': criterionKind<{ groups?: Asked[]; sectors?: number }>({
    name: { sv: 'Teamet är blandat', en: 'The team is mixed' },
    with: parameters({
      groups: someOf(
        [CONCERNED, ...TEAM_GROUPS],
        'Each has a seat; people-concerned is a resident or a user. People-concerned and doer by default (INV-49).',
      ),
      sectors: { type: 'integer', minimum: 0, description: 'From how many sectors its members come; 2 by default.' },
    }),
    suppliedBy: ['form-team', 'fill-seat'],
    missing: (plan, { groups = [CONCERNED, 'doer'], sectors = 2 }) =>
      ofTeam(plan, () => [...groups.filter((group) => !isSeated(plan, group)).map(without), ...tooFew(plan, sectors)]),
  }),
  'team-led': criterionKind<{ lead?: boolean; deputy?: boolean }>({
    name: { sv: 'Teamet har ledare och ersättare', en: 'The team has a lead and a deputy' },
    with: parameters({
      lead: flag('It has a lead; true by default.'),
      deputy: flag('It has a deputy lead; true by default.'),
    }),
    suppliedBy: ['form-team'],
    missing: (plan, { lead = true, deputy = true }) =>
      ofTeam(plan, (team) => [
        ...(lead && !team.lead ? [{ code: 'team-without-lead', verb: 'form-team' }] : []),
        ...(deputy && !team.deputy ? [{ code: 'team-without-deputy', verb: 'form-team' }] : []),
      ]),
  }),
  'management-contact-named': criterionKind({
    name: { sv: 'En kontakt i ledningen är utsedd', en: 'A contact in the management is named' },
    suppliedBy: ['name-management-contact'],
    missing: (plan) =>
      managementContactsOf(plan).length > 0
        ? []
        : [{ code: 'management-contact-missing', verb: 'name-management-contact' }],
  }),
};

function ofTeam(plan: Plan, lacks: (team: Team) => Missing[]): Missing[] {
  const team = teamOf(plan);
  return team ? lacks(team) : [{ code: 'team-missing', verb: 'form-team' }];
}

function isSeated(plan: Plan, asked: Asked): boolean {
  const wanted: string[] = asked === CONCERNED ? ['resident', 'user'] : [asked];
  return seatsOf(plan).some(({ group }) => wanted.includes(group));
}

function without(group: Asked): Missing {
  return { code: `team-without-${group}`, verb: 'fill-seat' };
}

/** Sectors are told in people's own words: the same ones are one sector. */
function tooFew(plan: Plan, min: number): Missing[] {
  const told = seatsOf(plan).flatMap(({ sector }) => sector?.trim().toLowerCase() ?? []);
  const have = new Set(told).size;
  return have >= min ? [] : [{ code: 'team-sectors-too-few', verb: 'fill-seat', params: { min, have } }];
}
