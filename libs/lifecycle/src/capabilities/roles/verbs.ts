// assign-role, change-role, end-role.
import { verb, type Decision, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { addDays, dayOf, type Day } from '../../schedule/days.js';
import { told } from '../told.js';
import { workgroupOf } from '../workgroups/facts.js';
import {
  assigned,
  dayOfDeed,
  deputyOfOneself,
  endsFirst,
  follows,
  liesAheadOf,
  lowerCased,
  namesOf,
  taken,
  type Further,
} from './assignment.js';
import { holdingsOf, without, type Holding, type Removable } from './facts.js';
import { handOverVerbs } from './hand-over-verbs.js';
import { isFollowed, mustBeHeld, roleIn } from './seats.js';

export interface AssignRole {
  /** The key of a role of the template. */
  role: string;
  person: string;
  organisation: string;
  /** The key of a workgroup, where it is held in that alone. */
  workgroup?: string;
  /** The day of the deed when absent. */
  from?: string;
  until?: string;
  deputy?: string;
  share?: number;
  mandate?: string;
}

export interface ChangeRole {
  holding: string;
  until?: string;
  deputy?: string;
  share?: number;
  mandate?: string;
  /** What holds no longer. */
  remove?: Removable;
}

export interface EndRole {
  holding: string;
  /** The first day on which it is held no more; the day of the deed when absent. */
  at?: string;
  reason?: string;
  /** Who goes on in it from that day. */
  successor?: Further & { person: string };
}

export const verbs: Record<string, Verb> = {
  'assign-role': verb<AssignRole>({
    name: { sv: 'Ge någon en roll', en: 'Assign a role' },
    decide: (plan, { mandate, ...body }, at) => {
      const { role, workgroup } = body;
      const said = { ...body, ...lowerCased(body), from: body.from ?? dayOfDeed(at) };
      if (!roleIn(at.template, role)) return unknownRecord('/role', role);
      if (workgroup !== undefined && workgroupOf(plan, workgroup)?.dissolved !== false)
        return unknownRecord('/workgroup', workgroup);
      const wrong = endsFirst(said) ?? deputyOfOneself(said) ?? taken(plan, said, at);
      return wrong ?? [assigned(plan, said, mandate)];
    },
  }),
  'change-role': verb<ChangeRole>({
    name: { sv: 'Ändra en roll', en: 'Change a role' },
    ready: nobodyThere,
    decide: (plan, { mandate, remove, ...body }, at) => {
      const holding = stillHeld(plan, body.holding);
      if (isRefusal(holding)) return holding;
      const { holding: _, ...said } = told({ ...body, deputy: body.deputy?.toLowerCase() });
      const removed = remove && said[remove] === undefined && holding[remove] !== undefined ? remove : undefined;
      if (Object.keys(said).length === 0 && removed === undefined && mandate === undefined)
        return refuse('role-unchanged');
      const next = { ...without(holding, removed), ...said };
      const wrong = endsFirst(next) ?? deputyOfOneself(next) ?? taken(plan, next, at, holding);
      if (wrong ?? leftVacant(plan, holding, next, at)) return wrong ?? needsSuccessor(holding, '/until', at);
      const data = told({ holding: holding.key, ...said, removed });
      return [{ type: 'role.changed', data, texts: { mandateText: mandate } }];
    },
  }),
  'end-role': verb<EndRole>({
    name: { sv: 'Avsluta en roll', en: 'End a role' },
    ready: nobodyThere,
    decide: (plan, { holding: key, at: day, reason, successor }, at) => {
      const last = day ?? dayOfDeed(at);
      const holding = stillHeld(plan, key);
      if (isRefusal(holding)) return holding;
      const wrong = liesAheadOf(last, at, '/at') ?? endsFirst({ from: holding.from, until: last }, '/at');
      if (wrong) return wrong;
      if (successor) return succeeded(plan, holding, last, successor, reason, at);
      const isLeft = mustBeHeld(plan, at.template, holding) && !holding.handOver && !at.imported;
      if (isLeft && !isFollowed(plan, holding, last)) return needsSuccessor(holding, '/successor', at);
      return [{ type: 'role.ended', data: { holding: key, at: last }, texts: { reasonText: reason } }];
    },
  }),
  ...handOverVerbs,
};

function succeeded(
  plan: Plan,
  holding: Holding,
  day: Day,
  successor: NonNullable<EndRole['successor']>,
  reason: string | undefined,
  at: Setting,
): Decision {
  const next = follows(plan, holding, successor, day, at, '/successor');
  if (isRefusal(next)) return next;
  const ended = { holding: holding.key, at: day, successor: next.key };
  const withdrawn = { type: 'role-hand-over.withdrawn', data: { holding: holding.key } };
  return [
    ...(holding.handOver ? [withdrawn] : []),
    { type: 'role.ended', data: ended, texts: { reasonText: reason } },
    ...next.drafts,
  ];
}

/** What `until` in the past comes to: the holder of a role that somebody must have is gone (INV-44). */
function leftVacant(plan: Plan, holding: Holding, next: Holding, at: Setting): boolean {
  const today = dayOf(at.now);
  if (at.imported || next.until === undefined || next.until >= today || holding.handOver) return false;
  const wasGone = holding.until !== undefined && holding.until < today;
  return !wasGone && mustBeHeld(plan, at.template, holding) && !isFollowed(plan, holding, addDays(next.until, 1));
}

function needsSuccessor({ role }: Holding, field: string, { template }: Setting): Refusal {
  const names = namesOf(role, template);
  const missing = [
    { code: 'successor-missing', verb: 'end-role', params: { role }, names },
    { code: 'role-hand-over-missing', verb: 'start-hand-over', params: { role }, names },
  ];
  return refuse('role-needs-successor', { field, params: { role }, names, missing });
}

function nobodyThere(plan: Plan): Reason[] {
  return holdingsOf(plan).some(({ ended }) => !ended) ? [] : [{ code: 'no-roles-held' }];
}

/** Whose days may have run out, but nobody has said that it ended. */
function stillHeld(plan: Plan, key: string): Holding | Refusal {
  const found = holdingsOf(plan).find((one) => one.key === key);
  if (!found) return unknownRecord('/holding', key);
  return found.ended ? refuse('role-already-ended', { field: '/holding' }) : found;
}
