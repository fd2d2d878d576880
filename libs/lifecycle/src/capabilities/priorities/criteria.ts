// priorities-decided: so many decisions in the present cycle, each with the description that it leaned on.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { prioritiesOf } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'priorities-decided': criterionKind<{ min?: number }>({
    name: { sv: 'Prioriteringar är beslutade', en: 'Priorities have been decided' },
    with: parameters({ min: howMany('How many decisions; 1 by default.') }),
    suppliedBy: ['decide-priority'],
    missing: (plan, { min = 1 }) => {
      const have = prioritiesOf(plan).length;
      return have >= min ? [] : [{ code: 'priorities-too-few', verb: 'decide-priority', params: { min, have } }];
    },
  }),
};
