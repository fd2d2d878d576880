// indicators-set and indicators-measured.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { indicatorsOf, isSettled } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'indicators-set': criterionKind<{ min?: number }>({
    name: { sv: 'Det finns indikatorer med målvärden', en: 'Indicators with targets are set' },
    with: parameters({ min: howMany('How many indicators; 1 by default.') }),
    suppliedBy: ['set-target'],
    missing: (plan, { min = 1 }) => {
      const have = indicatorsOf(plan).length;
      return have >= min ? [] : [{ code: 'indicators-too-few', verb: 'set-target', params: { min, have } }];
    },
  }),
  'indicators-measured': criterionKind({
    name: { sv: 'Alla indikatorer är mätta, eller har en förklaring', en: 'Every indicator is measured or explained' },
    suppliedBy: ['measure-indicator', 'declare-not-measured'],
    holdsAtFirst: true,
    missing: (plan) => {
      const indicators = indicatorsOf(plan);
      // Imported history that names no indicator is silent about them, not done with them (INV-26).
      if (indicators.length === 0 && plan.imported)
        return [{ code: 'indicators-too-few', verb: 'set-target', params: { min: 1, have: 0 } }];
      return indicators
        .filter((indicator) => !isSettled(plan, indicator))
        .map(({ code, name }) => ({
          code: 'indicator-not-measured',
          verb: 'measure-indicator',
          params: { indicator: code, name },
        }));
    },
  }),
};
