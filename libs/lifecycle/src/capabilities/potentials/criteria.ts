// potentials-proposed: enough potentials can be weighed when the direction is chosen.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { potentialsToWeigh } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'potentials-proposed': criterionKind<{ min?: number }>({
    name: { sv: 'Utvecklingspotentialer är föreslagna', en: 'Potentials have been proposed' },
    with: parameters({ min: howMany('How many potentials; 1 by default.') }),
    suppliedBy: ['propose-potential'],
    missing: (plan, { min = 1 }) => {
      const have = potentialsToWeigh(plan).length;
      return have >= min ? [] : [{ code: 'potentials-too-few', verb: 'propose-potential', params: { min, have } }];
    },
  }),
};
