// methods-used, method-cards-added: methods are put to use, and what was worth it is there for others.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { ownCardsOf, usesOf } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'methods-used': criterionKind<{ min?: number }>({
    name: { sv: 'Metoder har använts', en: 'Methods have been used' },
    with: parameters({ min: howMany('How many different methods; 1 by default.') }),
    suppliedBy: ['use-method'],
    ofItsPlan: true,
    missing: (plan, { min = 1 }) => {
      const have = new Set(usesOf(plan).map((use) => use.card)).size;
      return have >= min ? [] : [{ code: 'methods-used-too-few', verb: 'use-method', params: { min, have } }];
    },
  }),
  'method-cards-added': criterionKind<{ min?: number }>({
    name: { sv: 'Egna metodkort finns', en: 'Method cards have been added' },
    with: parameters({ min: howMany('How many cards the plan itself has added; 1 by default.') }),
    suppliedBy: ['add-method-card'],
    missing: (plan, { min = 1 }) => {
      const have = ownCardsOf(plan).length;
      return have >= min ? [] : [{ code: 'method-cards-too-few', verb: 'add-method-card', params: { min, have } }];
    },
  }),
};
