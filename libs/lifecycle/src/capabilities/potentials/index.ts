// Potentials: what could be taken on, proposed by those concerned.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Potentials } from './facts.js';
import { verbs } from './verbs.js';

export const potentials: Capability<Potentials> = {
  key: 'potentials',
  name: { sv: 'Utvecklingspotentialer', en: 'Potentials' },
  nothing,
  verbs,
  events,
  criteria,
  words: {
    'potentials-too-few': {
      sv: 'Föreslagna utvecklingspotentialer: {have} av minst {min}.',
      en: 'Potentials proposed: {have} of at least {min}.',
    },
    'no-potentials': { sv: 'Inga utvecklingspotentialer är föreslagna.', en: 'No potentials have been proposed.' },
    'potential-is-chosen': {
      sv: '”{potential}” är vald. Gör ett nytt val av inriktning först.',
      en: '"{potential}" has been chosen. Choose the direction anew first.',
    },
    'potential-is-withdrawn': { sv: '”{potential}” är tillbakadragen.', en: '"{potential}" has been withdrawn.' },
  },
};
