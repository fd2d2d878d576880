// Problem: one statement of what is to be solved, and who stands behind it.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Problem } from './facts.js';
import { verbs } from './verbs.js';

export const problem: Capability<Problem> = {
  key: 'problem',
  name: { sv: 'Problemformulering', en: 'Statement of the problem' },
  nothing,
  verbs,
  events,
  criteria,
  words: {
    'problem-not-stated': { sv: 'Problemet är inte formulerat ännu.', en: 'The problem has not been stated yet.' },
    'problem-agreed-by-all': {
      sv: 'Alla står redan bakom problemformuleringen.',
      en: 'Everybody already agrees to the statement of the problem.',
    },
    'problem-already-agreed': {
      sv: '{organisation} står redan bakom problemformuleringen.',
      en: '{organisation} already agrees to the statement of the problem.',
    },
    'problem-not-agreed': {
      sv: '{organisation} har inte ställt sig bakom problemformuleringen ännu.',
      en: '{organisation} has not agreed to the statement of the problem yet.',
    },
    'problem-agreed-by-nobody': {
      sv: 'Ingen har ställt sig bakom problemformuleringen ännu.',
      en: 'Nobody has agreed to the statement of the problem yet.',
    },
    'problem-without-target-group': {
      sv: 'Problemformuleringen säger inte vilka den gäller. Formulera om den.',
      en: 'The statement of the problem does not say whom it concerns. State it anew.',
    },
  },
};
