// Development areas: the register and the plan's links to it.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Areas } from './facts.js';
import { verbs } from './verbs.js';

export const areas: Capability<Areas> = {
  key: 'areas',
  name: { sv: 'Utvecklingsområden', en: 'Development areas' },
  nothing,
  verbs,
  events,
  criteria,
  inherit: (facts) => ({ areas: facts.areas, links: [] }),
  words: {
    'area-already-there': { sv: 'Området {area} finns redan.', en: 'The area {area} is already there.' },
    'area-already-linked': {
      sv: 'Planen är redan kopplad till ”{area}”.',
      en: 'The plan is already linked to "{area}".',
    },
    'area-not-linked': { sv: 'Planen är inte kopplad till ”{area}”.', en: 'The plan is not linked to "{area}".' },
    'areas-too-few': {
      sv: 'Inlagda utvecklingsområden: {have} av minst {min}.',
      en: 'Development areas registered: {have} of at least {min}.',
    },
    'no-areas': { sv: 'Inga utvecklingsområden är inlagda.', en: 'No development areas are registered.' },
    'no-area-links': {
      sv: 'Planen är inte kopplad till något utvecklingsområde.',
      en: 'The plan is not linked to any development area.',
    },
  },
};
