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
      sv: 'Registrerade underlag: {have} av minst {min}.',
      en: 'Knowledge items registered: {have} of at least {min}.',
    },
    'analyses-too-few': {
      sv: 'Registrerade analyser: {have} av minst {min}.',
      en: 'Analyses registered: {have} of at least {min}.',
    },
    'analysis-not-carried-out': { sv: '”{title}” är inte genomförd ännu.', en: '"{title}" is not carried out yet.' },
    'analysis-not-anchored': {
      sv: '”{title}” är inte förankrad hos {organisation} ännu.',
      en: '"{title}" is not anchored in {organisation} yet.',
    },
    'citations-too-few': {
      sv: 'Underlag som planen hänvisar till: {have} av minst {min}.',
      en: 'Knowledge items that the plan cites: {have} of at least {min}.',
    },
  },
};
