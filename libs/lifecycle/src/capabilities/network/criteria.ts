// examples-shared and questions-answered.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { examplesOf, unanswered } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'examples-shared': criterionKind<{ min?: number }>({
    name: { sv: 'Goda exempel är delade', en: 'Good examples have been shared' },
    with: parameters({ min: howMany('How many examples; 1 by default.') }),
    suppliedBy: ['share-example'],
    missing: (plan, { min = 1 }) => {
      const have = examplesOf(plan).length;
      return have >= min ? [] : [{ code: 'examples-too-few', verb: 'share-example', params: { min, have } }];
    },
  }),
  'questions-answered': criterionKind({
    name: { sv: 'Varje gemensam fråga har fått svar', en: 'Every shared question has been answered' },
    suppliedBy: ['answer-question'],
    holdsAtFirst: true,
    missing: (plan) =>
      unanswered(plan).map(({ key }) => ({
        code: 'question-not-answered',
        verb: 'answer-question',
        params: { question: key, number: Number(key.slice('question-'.length)) },
      })),
  }),
};
