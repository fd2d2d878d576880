// Adoption: the ledger of what each deciding body has decided on the version before it, until the decisions are final.
import type { Capability } from '../../engine/capability.js';
import { anchors } from './anchors.js';
import { versionsOf } from '../versions/status.js';
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
  frozen: ({ entries }, plan) => {
    const adopted = versionsOf(plan).flatMap((version) => (version.adopted ? version.key : []));
    return entries.filter((one) => adopted.includes(one.version)).map(({ key, decision }) => ({ key, decision }));
  },
  words,
};
