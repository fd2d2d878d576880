// Ownership: who takes over what goes on when the plan ends.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Ownerships } from './facts.js';
import { verbs } from './verbs.js';

export const ownership: Capability<Ownerships> = {
  key: 'ownership',
  name: { sv: 'Ägarskap', en: 'Ownership' },
  nothing,
  verbs,
  events,
  criteria,
  words: {
    'owner-already-named': {
      sv: '{organisation} är redan utsedd att äga ”{what}”.',
      en: '{organisation} has already been named to own "{what}".',
    },
    'no-ownership-to-accept': { sv: 'Inget ägarskap väntar på svar.', en: 'No ownership awaits an answer.' },
    'ownership-already-accepted': {
      sv: '{organisation} har redan tagit emot ”{what}”.',
      en: '{organisation} has already accepted "{what}".',
    },
    'owner-missing': {
      sv: 'Det står inte vem som äger det som fortsätter.',
      en: 'It is not said who owns what goes on.',
    },
    'ownership-not-accepted': {
      sv: '{organisation} har inte tagit emot ”{what}” ännu.',
      en: '{organisation} has not accepted "{what}" yet.',
    },
  },
};
