// raise-question, answer-question, share-example, propose-project-idea.
import { verb, type Verb } from '../../engine/capability.js';
import { unknownRecord } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { networkOf } from './facts.js';

export interface RaiseQuestion {
  question: string;
}

export interface AnswerQuestion {
  /** The key of the question; it may be answered more than once. */
  question: string;
  answer: string;
}

export interface ShareExample {
  title: string;
  place?: string;
  description?: string;
}

export interface ProposeProjectIdea {
  title: string;
  description?: string;
}

export const verbs: Record<string, Verb> = {
  'raise-question': verb<RaiseQuestion>({
    name: { sv: 'Ställ en gemensam fråga', en: 'Raise a shared question' },
    decide: (plan, { question: wordsText }) => {
      const question = nextKey('question', networkOf(plan).questions);
      return [{ type: 'question.raised', data: { question }, texts: { wordsText } }];
    },
  }),
  'answer-question': verb<AnswerQuestion>({
    name: { sv: 'Svara på en fråga', en: 'Answer a question' },
    ready: (plan) => (networkOf(plan).questions.length > 0 ? [] : [{ code: 'no-questions' }]),
    decide: (plan, { question, answer: answerText }) =>
      networkOf(plan).questions.some((one) => one.key === question)
        ? [{ type: 'question.answered', data: { question }, texts: { answerText } }]
        : unknownRecord('/question', question),
  }),
  'share-example': verb<ShareExample>({
    name: { sv: 'Dela ett gott exempel', en: 'Share a good example' },
    decide: (plan, { title, place, description: descriptionText }) => {
      const example = nextKey('example', networkOf(plan).examples);
      return [{ type: 'example.shared', data: told({ example, title, place }), texts: { descriptionText } }];
    },
  }),
  'propose-project-idea': verb<ProposeProjectIdea>({
    name: { sv: 'Föreslå ett samarbetsprojekt', en: 'Propose a joint project' },
    decide: (plan, { title, description: descriptionText }) => {
      const idea = nextKey('idea', networkOf(plan).ideas);
      return [{ type: 'project-idea.proposed', data: { idea, title }, texts: { descriptionText } }];
    },
  }),
};
