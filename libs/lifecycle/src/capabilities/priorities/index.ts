// Priorities: what is decided to come first, and on which description it rests.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, everyPriority, nothing, type Priorities } from './facts.js';
import { verbs } from './verbs.js';

export const priorities: Capability<Priorities> = {
  key: 'priorities',
  name: { sv: 'Prioriteringar', en: 'Priorities' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'priority-decided': (plan) =>
      everyPriority(plan).map((one) => ({ record: one.key, at: one.decidedOn, imported: one.imported, made: one })),
  },
  words: {
    'no-description-in-force': {
      sv: 'Det finns ingen publicerad beskrivning att bygga beslutet på.',
      en: 'There is no published description to base the decision on.',
    },
    'priorities-too-few': {
      sv: 'Beslutade prioriteringar: {have} av minst {min}.',
      en: 'Priorities decided: {have} of at least {min}.',
    },
  },
};
