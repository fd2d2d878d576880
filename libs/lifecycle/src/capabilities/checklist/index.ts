// Checklist: small things of a stage that are either done or not.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Checklist } from './facts.js';
import { verbs } from './verbs.js';

export const checklist: Capability<Checklist> = {
  key: 'checklist',
  name: { sv: 'Checklista', en: 'Checklist' },
  nothing,
  verbs,
  events,
  criteria,
  words: {
    'checklist-item-there': { sv: '”{item}” står redan på listan.', en: '"{item}" is already on the list.' },
    'nothing-to-tick': { sv: 'Det finns inget att bocka av.', en: 'There is nothing to tick.' },
    'nothing-ticked': { sv: 'Inget är avbockat.', en: 'Nothing is ticked.' },
    'item-already-ticked': { sv: '”{item}” är redan avbockat.', en: '"{item}" is already ticked.' },
    'item-not-ticked': { sv: '”{item}” är inte avbockat.', en: '"{item}" is not ticked.' },
    'checklist-empty': { sv: 'Checklistan är tom.', en: 'The checklist is empty.' },
    'item-to-tick': { sv: '”{item}” är inte avbockat ännu.', en: '"{item}" is not ticked yet.' },
  },
};
