// ideas-proposed, existing-solutions-looked-at, idea-picked: an overview before one way is chosen, and then the way.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { existingSolutionsOf, ideasOf, pickedIdeaOf } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'ideas-proposed': criterionKind<{ min?: number }>({
    name: { sv: 'Idéer är föreslagna', en: 'Ideas have been proposed' },
    with: parameters({ min: howMany('How many ideas, parked ones too; 1 by default.') }),
    suppliedBy: ['propose-idea'],
    missing: (plan, { min = 1 }) => {
      const have = ideasOf(plan).length;
      return have >= min ? [] : [{ code: 'ideas-too-few', verb: 'propose-idea', params: { min, have } }];
    },
  }),
  'existing-solutions-looked-at': criterionKind<{ min?: number }>({
    name: { sv: 'Lösningar som redan finns är undersökta', en: 'Solutions that exist have been looked at' },
    with: parameters({ min: howMany('How many solutions; 1 by default.') }),
    suppliedBy: ['look-at-existing'],
    missing: (plan, { min = 1 }) => {
      const have = existingSolutionsOf(plan).length;
      if (have >= min) return [];
      return [{ code: 'existing-solutions-too-few', verb: 'look-at-existing', params: { min, have } }];
    },
  }),
  'idea-picked': criterionKind({
    name: { sv: 'En idé att prova är vald', en: 'An idea to try has been picked' },
    suppliedBy: ['pick-idea'],
    missing: (plan) => (pickedIdeaOf(plan) ? [] : [{ code: 'idea-not-picked', verb: 'pick-idea' }]),
  }),
};
