// Registration: registry numbers and confidentiality marks. Every way of working takes them: public bodies' records are public.
import type { Capability } from '../../engine/capability.js';
import { events, nothing, type Registration } from './facts.js';
import { verbs } from './verbs.js';

export const registration: Capability<Registration> = {
  key: 'registration',
  name: { sv: 'Diarieföring', en: 'Registration' },
  nothing,
  verbs,
  events,
  criteria: {},
  words: {
    'number-already-set': {
      sv: 'Diarienumret är redan {number}.',
      en: 'The registry number is {number} already.',
    },
    'mark-ends-first': {
      sv: 'Markeringens sista dag har redan varit.',
      en: 'The last day of the mark has been already.',
    },
    'already-marked': {
      sv: 'Det är redan sekretessmarkerat med stöd av {ground}.',
      en: 'It is marked as confidential by {ground} already.',
    },
    'nothing-marked': { sv: 'Ingenting är sekretessmarkerat.', en: 'Nothing is marked as confidential.' },
    'already-lifted': { sv: 'Markeringen {mark} är redan borttagen.', en: 'The mark {mark} has already been lifted.' },
  },
};
