// name-owner, transfer-ownership, accept-ownership, decline-ownership.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { offersOf, ownersOf, ownershipsOf, type Ownership } from './facts.js';
import { useVerbs } from './use-verbs.js';

export interface NameOwner {
  /** What goes on; the same words again name another owner of the same thing. */
  what: string;
  organisation: string;
  role?: string;
}

export interface TransferOwnership {
  what: string;
  /** Who hands it over; the owner that is told of when absent. */
  from?: string;
  to: string;
  role?: string;
}

export interface AcceptOwnership {
  ownership: string;
}

export interface DeclineOwnership extends AcceptOwnership {
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'name-owner': verb<NameOwner>({
    name: { sv: 'Utse ägare', en: 'Name an owner' },
    decide: (plan, { what, organisation, role }) => {
      const had = ownersOf(plan).find((one) => one.what === what);
      if (had?.organisation === organisation && had.role === role)
        return refuse('owner-already-named', { field: '/organisation', params: { organisation, what } });
      const ownership = nextKey('ownership', ownershipsOf(plan));
      return [{ type: 'ownership.named', data: told({ ownership, what, organisation, role }) }];
    },
  }),
  'transfer-ownership': verb<TransferOwnership>({
    name: { sv: 'Erbjud ägarskap', en: 'Offer the ownership' },
    decide: (plan, body) => {
      const from = body.from ?? ownerOf(plan, body.what)?.organisation;
      const { what, to: organisation, role } = body;
      const ownership = nextKey('ownership', ownershipsOf(plan));
      const offered = { type: 'ownership.offered', data: told({ ownership, what, organisation, role, from }) };
      return cannotBeOffered(plan, body, from) ?? [offered];
    },
  }),
  'accept-ownership': verb<AcceptOwnership>({
    name: { sv: 'Ta emot ägarskap', en: 'Accept the ownership' },
    ready: nothingAwaitsAnswer,
    decide: (plan, { ownership }) => {
      const found = awaitingAnswer(plan, ownership);
      if (isRefusal(found)) return found;
      const accepted = { type: 'ownership.accepted', data: { ownership } };
      return found.offer ? [accepted, { type: 'ownership.transferred', data: transferred(found) }] : [accepted];
    },
  }),
  'decline-ownership': verb<DeclineOwnership>({
    name: { sv: 'Tacka nej till ägarskap', en: 'Decline the ownership' },
    ready: nothingAwaitsAnswer,
    decide: (plan, { ownership, reason }) => {
      const found = awaitingAnswer(plan, ownership);
      if (isRefusal(found)) return found;
      return [{ type: 'ownership.declined', data: { ownership }, texts: { reasonText: reason } }];
    },
  }),
  ...useVerbs,
};

function ownerOf(plan: Plan, what: string): Ownership | undefined {
  return ownersOf(plan).find((one) => one.what === what);
}

function cannotBeOffered(plan: Plan, body: TransferOwnership, from: string | undefined): Refusal | null {
  const { what, to, role } = body;
  const owner = ownerOf(plan, what);
  if (owner && owner.organisation !== from)
    return refuse('ownership-not-theirs', { field: '/from', params: { organisation: owner.organisation, what } });
  if (from === to && owner?.role === role)
    return refuse('owner-already-named', { field: '/to', params: { organisation: to, what } });
  const offer = offersOf(plan).find((one) => one.what === what);
  if (offer?.organisation === to && offer.role === role)
    return refuse('ownership-already-offered', { field: '/to', params: { organisation: to, what } });
  return null;
}

function transferred({ key, what, organisation, role, offer }: Ownership): object {
  return told({ ownership: key, what, from: offer?.from, to: organisation, role });
}

function nothingAwaitsAnswer(plan: Plan): Reason[] {
  const isWaiting = offersOf(plan).length > 0 || ownersOf(plan).some((one) => !one.accepted);
  return isWaiting ? [] : [{ code: 'no-ownership-to-accept' }];
}

function awaitingAnswer(plan: Plan, key: string): Ownership | Refusal {
  const found = [...ownersOf(plan), ...offersOf(plan)].find((one) => one.key === key);
  if (!found) return unknownRecord('/ownership', key);
  const { organisation, what, accepted } = found;
  if (accepted) return refuse('ownership-already-accepted', { field: '/ownership', params: { organisation, what } });
  return found;
}
