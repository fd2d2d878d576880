// Attachments: files that belong to the plan or to one of its records. Every way of working takes them.
import type { Capability } from '../../engine/capability.js';
import { events, nothing, type Attachments } from './facts.js';
import { verbs } from './verbs.js';

export const attachments: Capability<Attachments> = {
  key: 'attachments',
  name: { sv: 'Bilagor', en: 'Attachments' },
  nothing,
  verbs,
  events,
  criteria: {},
  words: {
    'no-attachment': { sv: 'Det finns ingen bilaga att stryka.', en: 'There is no attachment to strike out.' },
    'already-struck': { sv: 'Bilagan {attachment} är redan struken.', en: '{attachment} has already been struck out.' },
  },
};
