// What every way into a role looks at: its days, its deputy, and who is there already.
import type { Setting } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, type Reason, type Refusal } from '../../engine/refusal.js';
import { dayOf, type Day } from '../../schedule/days.js';
import { earliest, isExact } from '../../schedule/when.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { holdingsOf, type Holding, type RoleAssigned } from './facts.js';
import { goesAlong } from './goes-along.js';
import { isOneTooMany } from './held-by-one.js';
import { awaitsReceiver, besides, roleIn } from './seats.js';

export type Assignment = Omit<RoleAssigned, 'holding' | 'mandateText'>;

export function assigned(plan: Plan, said: Assignment, mandate?: string): Draft {
  const holding = nextKey('holding', holdingsOf(plan));
  return { type: 'role.assigned', data: told({ holding, ...said }), texts: { mandateText: mandate } };
}

/** Ids are written in capitals by some and mean the same. */
export function lowerCased({ person, deputy }: { person: string; deputy?: string }) {
  return told({ person: person.toLowerCase(), deputy: deputy?.toLowerCase() });
}

/** The day on which it happened; of a date that is less precise its first, and of one that nobody knows today. */
export function dayOfDeed({ occurredAt, now }: Setting): Day {
  return dayOf(isExact(occurredAt) ? occurredAt : (earliest(occurredAt) ?? now));
}

export function endsFirst({ from, until }: Pick<Assignment, 'from' | 'until'>, field = '/until'): Refusal | null {
  if (until === undefined || from <= until) return null;
  return refuse('role-ends-first', { field, params: { from, until } });
}

/** What is to end later has a last day and has not ended. */
export function liesAheadOf(day: Day, { now }: Setting, field: string): Refusal | null {
  return day > dayOf(now) ? refuse('lies-ahead', { field, params: { when: day } }) : null;
}

export function deputyOfOneself({ person, deputy }: Pick<Assignment, 'person' | 'deputy'>): Refusal | null {
  return deputy === person ? refuse('deputy-for-oneself', { field: '/deputy' }) : null;
}

/** INV-43: nobody twice in the same role, and in some roles no two at once. */
export function taken(plan: Plan, said: Assignment, { template }: Setting, but?: Holding): Refusal | null {
  const others = besides(plan, said, but);
  const about = (one: Pick<Holding, 'from'>, code: string, field: string) =>
    refuse(code, { field, params: { role: said.role, from: one.from }, names: namesOf(said.role, template) });
  const same = others.find(({ person }) => person === said.person);
  if (same) return about(same, 'role-held-already', '/person');
  const tooMany = (one: Holding) => isOneTooMany(template, said, one);
  const other = others.find(tooMany);
  if (other) return about(other, 'role-has-holder', '/role');
  const left = awaitsReceiver(plan, said).find((one) => one !== but && tooMany(one));
  return left ? about(left, 'role-being-handed-over', '/role') : null;
}

export function namesOf(role: string, template: Setting['template']): NonNullable<Reason['names']> {
  const name = roleIn(template, role)?.name;
  return name ? { role: name } : {};
}

/** What may be said of whoever takes over; the rest is as it was. */
export interface Further {
  organisation?: string;
  until?: Day;
  deputy?: string;
  share?: number;
}

/** Somebody in the place of another: the same role in the same group, with its mandate and its deputy. @param at where the body names them, a JSON pointer */
export function follows(
  plan: Plan,
  holding: Holding,
  said: Further & { person: string },
  from: Day,
  setting: Setting,
  pointer: string,
): { key: string; drafts: Draft[] } | Refusal {
  const { role, organisation, workgroup, key: after } = holding;
  const { person, deputy = holding.deputy } = lowerCased(said);
  const standsIn = deputy === person && said.deputy === undefined ? undefined : deputy;
  const next = told({ role, organisation, workgroup, ...said, person, from, after, deputy: standsIn });
  const wrong =
    endsFirst(next) ??
    deputyOfOneself(next) ??
    (person === holding.person ? itself(holding, setting) : taken(plan, next, setting, holding));
  if (wrong) return within(wrong, pointer);
  const draft = assigned(plan, next);
  const along = goesAlong(plan, setting.template, holding, next.organisation);
  return { key: (draft.data as RoleAssigned).holding, drafts: [draft, ...along] };
}

function itself({ role, from }: Holding, { template }: Setting): Refusal {
  return refuse('role-held-already', { field: '/person', params: { role, from }, names: namesOf(role, template) });
}

function within({ refused }: Refusal, pointer: string): Refusal {
  return {
    refused: refused.map((one) => (one.field === undefined ? one : { ...one, field: `${pointer}${one.field}` })),
  };
}
