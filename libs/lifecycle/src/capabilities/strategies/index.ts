// Strategies: what the county wants, the areas it gives priority, and the efforts in each.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Strategies } from './facts.js';
import { verbs } from './verbs.js';
import { words } from './words.js';

export const strategies: Capability<Strategies> = {
  key: 'strategies',
  name: { sv: 'Strategier, områden och insatser', en: 'Strategies, areas and efforts' },
  nothing,
  verbs,
  events,
  criteria,
  inherit: (facts) => facts,
  words,
};
