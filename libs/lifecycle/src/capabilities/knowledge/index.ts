// Knowledge: what the plan can build on, where it is anchored, and what the plan cites.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Knowledge } from './facts.js';
import { verbs } from './verbs.js';

export const knowledge: Capability<Knowledge> = {
  key: 'knowledge',
  name: { sv: 'Underlag', en: 'Knowledge' },
  nothing,
  verbs,
  events,
  criteria,
  inherit: ({ items }) => ({ items, citations: [] }),
  words: {
    'knowledge-code-taken': { sv: 'Det finns redan ett underlag ”{code}”.', en: 'There is already an item "{code}".' },
    'no-knowledge-items': { sv: 'Inget underlag är registrerat ännu.', en: 'No knowledge item is registered yet.' },
    'already-carried-out': { sv: '”{title}” är redan genomförd.', en: '"{title}" is already carried out.' },
    'already-anchored': {
      sv: '”{title}” är redan förankrad hos {organisation}.',
      en: '"{title}" is already anchored in {organisation}.',
    },
    'already-cited': { sv: 'Planen hänvisar redan till ”{title}” här.', en: 'The plan already cites "{title}" here.' },
    'knowledge-too-little': {
      sv: 'Minst {min} underlag behövs; {have} finns.',
      en: 'At least {min} knowledge items are needed; there are {have}.',
    },
    'analyses-too-few': {
      sv: 'Minst {min} analyser behövs; {have} är registrerade.',
      en: 'At least {min} analyses are needed; {have} are registered.',
    },
    'analysis-not-carried-out': { sv: '”{title}” är inte genomförd ännu.', en: '"{title}" is not carried out yet.' },
    'analysis-not-anchored': {
      sv: '”{title}” är inte förankrad hos {organisation} ännu.',
      en: '"{title}" is not anchored in {organisation} yet.',
    },
    'citations-too-few': {
      sv: 'Planen ska hänvisa till minst {min} underlag; den hänvisar till {have}.',
      en: 'The plan must cite at least {min} knowledge items; it cites {have}.',
    },
  },
};
