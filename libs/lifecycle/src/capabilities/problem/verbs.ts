// state-problem, agree-problem.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { partiesOf, partyOf } from '../parties/facts.js';
import { nextKey } from '../record-key.js';
import { wordingOf, wordingsOf, yetToAgree, type Wording } from './facts.js';

export interface StateProblem {
  statement: string;
  /** Whom it concerns, as those who work together define them (B88). */
  targetGroup?: string;
  futurePicture?: string;
}

export interface AgreeProblem {
  organisation: string;
}

export const verbs: Record<string, Verb> = {
  'state-problem': verb<StateProblem>({
    name: { sv: 'Formulera problemet', en: 'State the problem' },
    decide: (plan, { statement, targetGroup, futurePicture }) => {
      const wording = nextKey('wording', wordingsOf(plan));
      const texts = { statementText: statement, targetGroupText: targetGroup, futurePictureText: futurePicture };
      return [{ type: 'problem.stated', data: { wording }, texts }];
    },
  }),
  'agree-problem': verb<AgreeProblem>({
    name: { sv: 'Ställ sig bakom problemformuleringen', en: 'Agree to the statement of the problem' },
    ready: (plan) => nothingToAgree(plan),
    decide: (plan, { organisation }) => {
      const wording = wordingOf(plan) as Wording; // `ready` has seen it.
      const data = { wording: wording.key, organisation };
      return cannotAgree(plan, wording, organisation) ?? [{ type: 'problem.agreed', data }];
    },
  }),
};

/** Where no parties are told of, any organisation may agree. */
function nothingToAgree(plan: Plan): Reason[] {
  const wording = wordingOf(plan);
  if (!wording) return [{ code: 'problem-not-stated' }];
  const isDone = partiesOf(plan).length > 0 && yetToAgree(plan, wording).length === 0;
  return isDone ? [{ code: 'problem-agreed-by-all' }] : [];
}

function cannotAgree(plan: Plan, { agreedBy }: Wording, organisation: string): Refusal | null {
  const field = '/organisation';
  if (partiesOf(plan).length > 0) {
    const party = partyOf(plan, organisation);
    if (!party) return unknownRecord(field, organisation);
    if (party.consent === 'declined') return refuse('consent-declined', { field, params: { organisation } });
  }
  if (!agreedBy.includes(organisation)) return null;
  return refuse('problem-already-agreed', { field, params: { organisation } });
}
