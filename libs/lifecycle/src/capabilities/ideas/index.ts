// Ideas: an overview of conceivable solutions, and the one that is tried first.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Ideas } from './facts.js';
import { verbs } from './verbs.js';

export const ideas: Capability<Ideas> = {
  key: 'ideas',
  name: { sv: 'Idéer', en: 'Ideas' },
  nothing,
  verbs,
  events,
  criteria,
  words: {
    'idea-already-proposed': { sv: '”{idea}” är redan föreslagen.', en: '"{idea}" has already been proposed.' },
    'idea-already-parked': { sv: '”{idea}” är redan parkerad.', en: '"{idea}" is already parked.' },
    'idea-already-picked': { sv: '”{idea}” är redan vald.', en: '"{idea}" has already been picked.' },
    'no-ideas-to-park': { sv: 'Det finns ingen idé att parkera.', en: 'There is no idea to park.' },
    'no-ideas-to-pick': { sv: 'Det finns ingen idé att välja.', en: 'There is no idea to pick.' },
    'ideas-too-few': {
      sv: 'Föreslagna idéer: {have} av minst {min}.',
      en: 'Ideas proposed: {have} of at least {min}.',
    },
    'existing-solutions-too-few': {
      sv: 'Undersökta lösningar som redan finns: {have} av minst {min}.',
      en: 'Solutions that exist and have been looked at: {have} of at least {min}.',
    },
    'idea-not-picked': { sv: 'Ingen idé är vald att prova.', en: 'No idea has been picked to try.' },
  },
};
