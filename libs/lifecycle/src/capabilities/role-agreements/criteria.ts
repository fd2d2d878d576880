// roles-agreed: who does what is agreed before the work begins (INV-45).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { dayOf } from '../../schedule/days.js';
import { flag, howMany, parameters } from '../parameters.js';
import { partiesOf } from '../parties/facts.js';
import { agreementsOn, COUNTERPARTS, type Counterpart, type RoleAgreement } from './facts.js';

interface Asked {
  with?: Counterpart;
  perParty?: boolean;
  min?: number;
}

const verb = 'agree-roles';

export const criteria: Record<string, CriterionKind> = {
  'roles-agreed': criterionKind<Asked>({
    name: { sv: 'Rollerna är överenskomna', en: 'The roles are agreed' },
    with: parameters({
      with: {
        enum: COUNTERPARTS,
        description: 'Only agreements with somebody in this capacity count; any by default.',
      },
      perParty: flag('There is one with each party, but for those that take part lightly.'),
      min: howMany('How many agreements; 1 by default.'),
    }),
    suppliedBy: [verb],
    missing: (plan, { with: capacity, perParty = false, min = 1 }, _template, now) => {
      const isAsked = ({ as }: RoleAgreement) => capacity === undefined || as === capacity;
      const on = agreementsOn(plan, dayOf(now));
      const counted = on.counted.filter(isAsked);
      const have = counted.length;
      const none = capacity === undefined ? 'roles-not-agreed' : `roles-not-agreed-with-${capacity}`;
      const tooFew =
        have === 0 ? [{ code: none, verb }] : [{ code: 'roles-agreed-too-few', verb, params: { min, have } }];
      const missing = [...(have >= min ? [] : tooFew), ...(perParty ? partiesWithout(plan, counted) : [])];
      return missing.length === 0 ? [] : [...missing, ...on.expired.filter(isAsked).map(hasExpired)];
    },
  }),
};

function hasExpired({ key, with: organisation, until = '' }: RoleAgreement): Missing {
  const params = { agreement: key, organisation, until };
  return { code: 'role-agreement-has-expired', verb, params, by: { organisation } };
}

function partiesWithout(plan: Plan, counted: RoleAgreement[]): Missing[] {
  return partiesOf(plan)
    .filter((party) => !party.light && !counted.some((one) => one.with === party.organisation))
    .map(({ organisation }) => ({
      code: 'roles-not-agreed-with-party',
      verb,
      params: { organisation },
      by: { organisation },
    }));
}
