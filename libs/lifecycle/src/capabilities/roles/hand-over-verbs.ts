// start-hand-over, accept-hand-over, decline-hand-over, withdraw-hand-over: a role goes to somebody else with what it knows and owes (INV-44).
import { verb, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { dayOf } from '../../schedule/days.js';
import { told } from '../told.js';
import { dayOfDeed, endsFirst, follows, liesAheadOf, namesOf } from './assignment.js';
import { holdingsOf, type HandOver, type Holding } from './facts.js';
import { isFollowed, mustBeHeld } from './seats.js';

export interface StartHandOver {
  holding: string;
  /** Absent while nobody is found: said again, it names the receiver, or another once the holder has gone. */
  to?: string;
  /** The organisation that the receiver stands for; the holder's when absent. */
  organisation?: string;
  /** Why things are as they are; asked for the first time. */
  why?: string;
  /** Whom to ask about what. */
  contacts?: string;
}

export interface AcceptHandOver {
  holding: string;
  /** The first day; that of the deed when absent. */
  from?: string;
  until?: string;
  share?: number;
}

export interface DeclineHandOver {
  holding: string;
  reason: string;
}

export interface WithdrawHandOver {
  holding: string;
  reason?: string;
}

export const handOverVerbs: Record<string, Verb> = {
  'start-hand-over': verb<StartHandOver>({
    name: { sv: 'Börja överlämna en roll', en: 'Start handing over a role' },
    ready: (plan) => (holdingsOf(plan).some(mayBeHandedOver) ? [] : [{ code: 'no-roles-held' }]),
    decide: (plan, { holding: key, to, organisation, why, contacts }, at) => {
      const holding = holdingsOf(plan).find((one) => one.key === key);
      if (!holding) return unknownRecord('/holding', key);
      const receiver = to?.toLowerCase();
      const wrong = cannotStart(holding, { ...told({ to: receiver, why }) }, at);
      if (wrong) return wrong;
      const stands = organisation ?? holding.handOver?.organisation ?? holding.organisation;
      const data = told({ holding: key, to: receiver, organisation: stands });
      return [{ type: 'role-hand-over.started', data, texts: { whyText: why, contactsText: contacts } }];
    },
  }),
  'accept-hand-over': verb<AcceptHandOver>({
    name: { sv: 'Ta emot en roll', en: 'Accept a role that is handed over' },
    ready: nothingOpen,
    decide: (plan, { holding: key, from, ...said }, at) => {
      const found = addressed(plan, key, at);
      if (isRefusal(found)) return found;
      const { holding, to, organisation } = found;
      const day = from ?? dayOfDeed(at);
      const early = liesAheadOf(day, at, '/from') ?? endsFirst({ from: holding.from, until: day }, '/from');
      const next = early ?? follows(plan, holding, { ...said, person: to, organisation }, day, at, '');
      if (isRefusal(next)) return next;
      const isGone = holding.ended !== undefined && holding.ended.at <= day;
      const ended = { type: 'role.ended', data: { holding: key, at: day, successor: next.key } };
      const accepted = { type: 'role-hand-over.accepted', data: { holding: key, successor: next.key } };
      return [accepted, ...(isGone ? [] : [ended]), ...next.drafts];
    },
  }),
  'decline-hand-over': verb<DeclineHandOver>({
    name: { sv: 'Tacka nej till en roll', en: 'Decline a role that is handed over' },
    ready: nothingOpen,
    decide: (plan, { holding: key, reason }, at) => {
      const found = addressed(plan, key, at);
      if (isRefusal(found)) return found;
      const waits = isNeeded(plan, found.holding, at) ? { waits: true } : {};
      return [{ type: 'role-hand-over.declined', data: { holding: key, ...waits }, texts: { reasonText: reason } }];
    },
  }),
  'withdraw-hand-over': verb<WithdrawHandOver>({
    name: { sv: 'Ta tillbaka en överlämning', en: 'Withdraw a hand-over' },
    ready: nothingOpen,
    decide: (plan, { holding: key, reason }, at) => {
      const holding = opened(plan, key);
      if (isRefusal(holding)) return holding;
      if (isNeeded(plan, holding, at)) return about(holding, 'hand-over-is-needed', '/holding', at);
      return [{ type: 'role-hand-over.withdrawn', data: { holding: key }, texts: { reasonText: reason } }];
    },
  }),
};

/** One that nobody has said to have ended, or whose hand-over is still open. */
function mayBeHandedOver({ ended, handOver }: Holding): boolean {
  return !ended || handOver !== undefined;
}

function cannotStart(holding: Holding, { to, why }: { to?: string; why?: string }, at: Setting): Refusal | null {
  const { ended, handOver, person } = holding;
  if (!mayBeHandedOver(holding)) return refuse('role-already-ended', { field: '/holding' });
  if (handOver?.to !== undefined && !ended) return about(holding, 'hand-over-already-started', '/holding', at);
  if (handOver && (to === undefined || to === handOver.to))
    return about(holding, 'hand-over-already-started', '/to', at);
  if (to === person) return refuse('hand-over-to-oneself', { field: '/to' });
  if (why === undefined && !handOver?.whyText && !at.imported)
    return refuse('hand-over-without-why', { field: '/why' });
  return null;
}

function nothingOpen(plan: Plan): Reason[] {
  return holdingsOf(plan).some(({ handOver }) => handOver) ? [] : [{ code: 'no-open-hand-over' }];
}

function opened(plan: Plan, key: string): (Holding & { handOver: HandOver }) | Refusal {
  const holding = holdingsOf(plan).find((one) => one.key === key);
  if (!holding) return unknownRecord('/holding', key);
  const { handOver } = holding;
  return handOver ? { ...holding, handOver } : refuse('hand-over-not-open', { field: '/holding' });
}

/** With whoever is asked; nobody that the plan knows by another role answers for them. */
function addressed(
  plan: Plan,
  key: string,
  at: Setting,
): { holding: Holding; to: string; organisation: string } | Refusal {
  const open = opened(plan, key);
  if (isRefusal(open)) return open;
  const { to, organisation } = open.handOver;
  const holding = holdingsOf(plan).find((one) => one.key === key) as Holding;
  if (to === undefined) return about(holding, 'hand-over-without-receiver', '/holding', at);
  const isAnother = at.who.id !== to && isKnown(plan, at.who.id);
  return isAnother ? about(holding, 'hand-over-is-anothers', '/holding', at) : { holding, to, organisation };
}

/** Whether the id is a person's who has or had something to do with a role here; whoever else asks has been let in at the door. */
function isKnown(plan: Plan, id: string): boolean {
  return holdingsOf(plan).some(({ person, deputy, handOver }) => [person, deputy, handOver?.to].includes(id));
}

/** The holder of a role that somebody must have has gone, and nobody else has had it since. */
function isNeeded(plan: Plan, holding: Holding, { template, now }: Setting): boolean {
  const { ended } = holding;
  if (!ended || !mustBeHeld(plan, template, holding)) return false;
  return !isFollowed(plan, holding, ended.at) && !isFollowed(plan, holding, dayOf(now));
}

function about({ role }: Holding, code: string, field: string, { template }: Setting): Refusal {
  return refuse(code, { field, params: { role }, names: namesOf(role, template) });
}
