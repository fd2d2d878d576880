// direction-chosen and problem-formulated: what is taken on is chosen, what is not is parked, and why it is done is written.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { stands, type Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { potentialsToWeigh } from '../potentials/facts.js';
import { howMany, parameters } from '../parameters.js';
import { directionOf, directionsOf, statusOfPotential } from './facts.js';

const verb = 'choose-direction';

export const criteria: Record<string, CriterionKind> = {
  'direction-chosen': criterionKind<{ min?: number; cap?: number }>({
    name: { sv: 'Inriktningen är vald', en: 'The direction is chosen' },
    with: parameters({
      min: howMany('How many themes at least; 1 by default.'),
      cap: howMany('How many themes can be chosen without a reason for so many.'),
    }),
    suppliedBy: [verb],
    missing: (plan, given) => {
      const direction = directionOf(plan);
      if (!direction) return [{ code: 'direction-missing', verb }];
      return [...count(direction, given), ...unweighed(plan)];
    },
  }),
  'problem-formulated': criterionKind({
    name: { sv: 'Problem och målbild är formulerade', en: 'Problem and goal picture are written' },
    suppliedBy: [verb],
    ofItsPlan: true,
    missing: (plan) => {
      const { problem, goalPicture } = directionsOf(plan);
      const silent: Missing[] = [];
      if (!problem || !stands(plan, problem)) silent.push({ code: 'problem-missing', verb });
      if (!goalPicture || !stands(plan, goalPicture)) silent.push({ code: 'goal-picture-missing', verb });
      return silent;
    },
  }),
};

function count(
  { themes, overridden }: { themes: unknown[]; overridden: boolean },
  { min = 1, cap }: { min?: number; cap?: number },
): Missing[] {
  const have = themes.length;
  if (have < min) return [{ code: 'themes-too-few', verb, params: { min, have } }];
  return cap !== undefined && have > cap && !overridden
    ? [{ code: 'themes-above-cap', verb, params: { cap, have } }]
    : [];
}

/** Proposed or taken up again after the decision: chosen or parked by a new one. */
function unweighed(plan: Plan): Missing[] {
  return potentialsToWeigh(plan)
    .filter(({ key }) => statusOfPotential(plan, key) === 'open')
    .map(({ title }) => ({ code: 'potential-not-weighed', verb, params: { potential: title } }));
}
