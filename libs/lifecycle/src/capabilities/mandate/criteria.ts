// mandate-recorded: the parts of the mandate that the template asks for are there.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { parameters, someOf } from '../parameters.js';
import { MANDATE_FIELDS, mandateOf, type MandateField, type MandateRecord } from './facts.js';

/** What the stage of the mandate asks for in the first template (A0). */
const ASKED: MandateField[] = ['purpose', 'goal', 'accountable', 'evaluation-plan'];

export const criteria: Record<string, CriterionKind> = {
  'mandate-recorded': criterionKind<{ fields?: MandateField[] }>({
    name: { sv: 'Uppdraget är inskrivet', en: 'The mandate is recorded' },
    with: parameters({
      fields: someOf(
        MANDATE_FIELDS,
        'The parts that must be there; purpose, goal, accountable and evaluation-plan by default.',
      ),
    }),
    suppliedBy: ['record-mandate'],
    missing: (plan, { fields = ASKED }) => {
      const mandate = mandateOf(plan);
      return fields
        .filter((field) => !has(mandate, field))
        .map((field) => ({ code: `mandate-${field}-missing`, verb: 'record-mandate' }));
    },
  }),
};

function has(mandate: MandateRecord | undefined, field: MandateField): boolean {
  if (field === 'accountable' || field === 'period') return mandate?.[field] !== undefined;
  return mandate?.written[field] !== undefined;
}
