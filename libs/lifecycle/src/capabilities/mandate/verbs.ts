// record-mandate: the parts that are known now; the same verb again adds the rest or writes a part anew.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse, type Refusal } from '../../engine/refusal.js';
import { dayOf } from '../../schedule/days.js';
import { isExact } from '../../schedule/when.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { mandateOf, mandatesOf, type Accountable, type Period } from './facts.js';

export interface RecordMandate {
  purpose?: string;
  goal?: string;
  background?: string;
  /** Who gave it. */
  giver?: string;
  evaluationPlan?: string;
  financing?: string;
  accountable?: Accountable;
  period?: Period;
}

export const verbs: Record<string, Verb> = {
  'record-mandate': verb<RecordMandate>({
    name: { sv: 'Skriv in uppdraget', en: 'Record the mandate' },
    decide: (plan, { accountable, period, ...written }, at) => {
      const texts = {
        purposeText: written.purpose,
        goalText: written.goal,
        backgroundText: written.background,
        giverText: written.giver,
        evaluationPlanText: written.evaluationPlan,
        financingText: written.financing,
      };
      const silent = !accountable && !period && Object.values(texts).every((text) => text === undefined);
      if (silent && !at.imported) return refuse('mandate-empty');
      const before = mandateOf(plan);
      const mandate = before?.key ?? nextKey('mandate', mandatesOf(plan));
      const data = told({ mandate, accountable: accountable && told(accountable), period: period && told(period) });
      return noPeriod(period, before?.period) ?? [{ type: 'mandate.recorded', data, texts }];
    },
  }),
};

/** Only days can be compared: a year may hold both ends (INV-25). What was told before counts where this is silent. */
function noPeriod(period: Period | undefined, before: Period | undefined): Refusal | null {
  if (!period) return null;
  if (period.from === undefined && period.until === undefined)
    return refuse('mandate-period-empty', { field: '/period' });
  const from = period.from ?? before?.from ?? null;
  const until = period.until ?? before?.until ?? null;
  if (!isExact(from) || !isExact(until) || dayOf(until) >= dayOf(from)) return null;
  const field = period.until === undefined ? '/period/from' : '/period/until';
  return refuse('mandate-period-ends-first', { field, params: { from, until } });
}
