// Adoption: the ledger of what each deciding body has decided on the version before it, until the decisions are final.
import type { Capability } from '../../engine/capability.js';
import { anchors } from './anchors.js';
import { criteria } from './criteria.js';
import { events, nothing, type Adoption } from './facts.js';
import { verbs } from './verbs.js';
import { words } from './words.js';

export const adoption: Capability<Adoption> = {
  key: 'adoption',
  name: { sv: 'Antagande', en: 'Adoption' },
  nothing,
  verbs,
  events,
  criteria,
  anchors,
  words,
};
