// area-registered: enough areas are known. Nothing asks for a link: no link is valid (INV-15).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { areasOf } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'area-registered': criterionKind<{ min?: number }>({
    name: { sv: 'Utvecklingsområden finns', en: 'Development areas are registered' },
    with: parameters({ min: howMany('How many areas; 1 by default.') }),
    suppliedBy: ['register-area'],
    missing: (plan, { min = 1 }) => {
      const have = areasOf(plan).length;
      return have >= min ? [] : [{ code: 'areas-too-few', verb: 'register-area', params: { min, have } }];
    },
  }),
};
