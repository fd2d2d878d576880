// name-owner, accept-ownership.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { ownersOf, ownershipsOf } from './facts.js';

export interface NameOwner {
  /** What goes on; the same words again name another owner of the same thing. */
  what: string;
  organisation: string;
  role?: string;
}

export interface AcceptOwnership {
  ownership: string;
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
  'accept-ownership': verb<AcceptOwnership>({
    name: { sv: 'Ta emot ägarskap', en: 'Accept the ownership' },
    ready: (plan) => (ownersOf(plan).some((one) => !one.accepted) ? [] : [{ code: 'no-ownership-to-accept' }]),
    decide: (plan, { ownership }) => {
      const found = ownersOf(plan).find((one) => one.key === ownership);
      if (!found) return unknownRecord('/ownership', ownership);
      const { organisation, what, accepted } = found;
      if (accepted)
        return refuse('ownership-already-accepted', { field: '/ownership', params: { organisation, what } });
      return [{ type: 'ownership.accepted', data: { ownership } }];
    },
  }),
};
