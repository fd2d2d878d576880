// Indicators: targets of the plan's own choice, outcomes, and the assessment that follows from the two.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, indicatorsOf, nothing, type Indicators } from './facts.js';
import { verbs } from './verbs.js';
import { words } from './words.js';

export const indicators: Capability<Indicators> = {
  key: 'indicators',
  name: { sv: 'Indikatorer', en: 'Indicators' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'indicator-set': (plan) =>
      indicatorsOf(plan).map(({ code, setAt, imported }) => ({ record: code, at: setAt, imported })),
  },
  words,
};
