// Parties: the organisations that share the plan, and their consent.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Parties } from './facts.js';
import { verbs } from './verbs.js';

export const parties: Capability<Parties> = {
  key: 'parties',
  name: { sv: 'Parter', en: 'Parties' },
  nothing,
  verbs,
  events,
  criteria,
  inherit: (facts) => facts,
  words: {
    'party-already-there': {
      sv: '{organisation} är redan part. Säg ”deciding” för att ändra om den beslutar.',
      en: '{organisation} is already a party. Say "deciding" to change whether it decides.',
    },
    'no-parties': { sv: 'Planen har inga parter ännu.', en: 'The plan has no parties yet.' },
    'parties-too-few': {
      sv: 'Inlagda parter: {have} av minst {min}.',
      en: 'Parties added: {have} of at least {min}.',
    },
    'consent-missing': {
      sv: '{organisation} har inte sagt ja till att vara med ännu.',
      en: '{organisation} has not agreed to take part yet.',
    },
    'consent-not-told': {
      sv: 'Källan säger inte om {organisation} har sagt ja till att vara med.',
      en: 'The source does not say whether {organisation} has agreed to take part.',
    },
    'consent-declined': { sv: '{organisation} har avstått.', en: '{organisation} has declined.' },
    'consent-already-so': { sv: '{organisation} har redan svarat så.', en: '{organisation} has already answered so.' },
  },
};
