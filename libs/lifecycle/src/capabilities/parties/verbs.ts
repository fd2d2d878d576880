// add-party, consent, decline-consent, withdraw-party.
import { verb, type Decision, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { told } from '../told.js';
import { partiesOf, partyOf, type Party } from './facts.js';

export interface AddParty {
  organisation: string;
  deciding?: boolean;
  light?: boolean;
  association?: boolean;
}

export interface AnswerForParty {
  organisation: string;
  reason?: string;
}

export const verbs: Record<string, Verb> = {
  'add-party': verb<AddParty>({
    name: { sv: 'Lägg till part', en: 'Add a party' },
    decide: (plan, { organisation, deciding, light = false, association }) => {
      const party = partyOf(plan, organisation);
      if (party) return saidAgain(party, deciding);
      const data = {
        organisation,
        deciding: deciding ?? true,
        light,
        ...told({ association: association || undefined }),
      };
      return [{ type: 'party.added', data }];
    },
  }),
  consent: verb<AnswerForParty>({
    name: { sv: 'Ge samtycke', en: 'Consent' },
    ready: (plan) => (partiesOf(plan).length > 0 ? [] : [{ code: 'no-parties' }]),
    decide: (plan, body) => answer(plan, body, 'given'),
  }),
  'decline-consent': verb<AnswerForParty>({
    name: { sv: 'Avstå', en: 'Decline' },
    ready: (plan) => (partiesOf(plan).length > 0 ? [] : [{ code: 'no-parties' }]),
    decide: (plan, body) => answer(plan, body, 'declined'),
  }),
  'withdraw-party': verb<AnswerForParty>({
    name: { sv: 'Ta bort part', en: 'Withdraw a party' },
    ready: (plan) => (partiesOf(plan).length > 0 ? [] : [{ code: 'no-parties' }]),
    decide: (plan, { organisation, reason }) =>
      partyOf(plan, organisation)
        ? [{ type: 'party.withdrawn', data: { organisation }, texts: { reasonText: reason } }]
        : unknownRecord('/organisation', organisation),
  }),
};

/** Of a party that is there only whether it decides can be said anew. */
function saidAgain({ organisation, deciding: before }: Party, deciding: boolean | undefined): Decision {
  return deciding === undefined || deciding === before
    ? refuse('party-already-there', { field: '/organisation', params: { organisation } })
    : [{ type: 'party.deciding-changed', data: { organisation, deciding } }];
}

function answer(plan: Plan, { organisation, reason }: AnswerForParty, consent: Party['consent']): Decision {
  const party = partyOf(plan, organisation);
  if (!party) return unknownRecord('/organisation', organisation);
  if (party.consent === consent) return refuse('consent-already-so', { params: { organisation } });
  const type = consent === 'given' ? 'party.consented' : 'party.declined';
  return [{ type, data: { organisation }, texts: { reasonText: reason } }];
}
