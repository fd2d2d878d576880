// record-mandate: the parts that are known now; the same verb again adds the rest or writes a part anew.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { mandateOf, mandatesOf, type Accountable } from './facts.js';

export interface RecordMandate {
  purpose?: string;
  goal?: string;
  background?: string;
  /** Who gave it. */
  giver?: string;
  evaluationPlan?: string;
  financing?: string;
  accountable?: Accountable;
}

export const verbs: Record<string, Verb> = {
  'record-mandate': verb<RecordMandate>({
    name: { sv: 'Skriv in uppdraget', en: 'Record the mandate' },
    decide: (plan, { accountable, ...written }, at) => {
      const texts = {
        purposeText: written.purpose,
        goalText: written.goal,
        backgroundText: written.background,
        giverText: written.giver,
        evaluationPlanText: written.evaluationPlan,
        financingText: written.financing,
      };
      const silent = !accountable && Object.values(texts).every((text) => text === undefined);
      if (silent && !at.imported) return refuse('mandate-empty');
      const mandate = mandateOf(plan)?.key ?? nextKey('mandate', mandatesOf(plan));
      const data = told({ mandate, accountable: accountable && told(accountable) });
      return [{ type: 'mandate.recorded', data, texts }];
    },
  }),
};
