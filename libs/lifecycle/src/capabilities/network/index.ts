// Network: questions to pursue together, examples to spread, projects to do together.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, unanswered, type Network } from './facts.js';
import { verbs } from './verbs.js';

export const network: Capability<Network> = {
  key: 'network',
  name: { sv: 'Nätverk', en: 'Network' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    /** Of the questions that nobody has answered. */
    'question-raised': (plan) =>
      unanswered(plan).map(({ key, raisedAt, imported }) => ({ record: key, at: raisedAt, imported })),
  },
  words: {
    'no-questions': { sv: 'Ingen fråga har ställts.', en: 'No question has been raised.' },
    'examples-too-few': {
      sv: 'Delade exempel: {have} av minst {min}.',
      en: 'Examples shared: {have} of at least {min}.',
    },
    'question-not-answered': {
      sv: 'Ingen har svarat på fråga {number}.',
      en: 'Nobody has answered question {number}.',
    },
  },
};
