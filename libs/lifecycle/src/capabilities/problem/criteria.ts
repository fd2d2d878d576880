// problem-agreed: one statement of the problem, and every party that takes part stands behind it.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { flag, parameters } from '../parameters.js';
import { wordingOf, yetToAgree, type Wording } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'problem-agreed': criterionKind<{ targetGroup?: boolean }>({
    name: { sv: 'Problemet är formulerat tillsammans', en: 'The problem is stated together' },
    with: parameters({ targetGroup: flag('The statement says whom it concerns; false by default.') }),
    suppliedBy: ['state-problem', 'agree-problem'],
    missing: (plan, { targetGroup = false }) => {
      const wording = wordingOf(plan);
      if (!wording) return [{ code: 'problem-not-stated', verb: 'state-problem' }];
      const unsaid = targetGroup && wording.targetGroup === undefined;
      return [
        ...(unsaid ? [{ code: 'problem-without-target-group', verb: 'state-problem' }] : []),
        ...yetToHear(plan, wording),
      ];
    },
  }),
};

function yetToHear(plan: Plan, wording: Wording): Missing[] {
  const organisations = yetToAgree(plan, wording);
  if (organisations.length === 0 && wording.agreedBy.length === 0)
    return [{ code: 'problem-agreed-by-nobody', verb: 'agree-problem' }];
  return organisations.map((organisation) => ({
    code: 'problem-not-agreed',
    verb: 'agree-problem',
    params: { organisation },
    by: { organisation },
  }));
}
