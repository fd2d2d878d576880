// Insights: the situation as people live it, before anybody says what the problem is.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Insights } from './facts.js';
import { verbs } from './verbs.js';

export const insights: Capability<Insights> = {
  key: 'insights',
  name: { sv: 'Insikter', en: 'Insights' },
  nothing,
  verbs,
  events,
  criteria,
  words: {
    'no-insights': { sv: 'Inga insikter är skrivna ännu.', en: 'No insights have been recorded yet.' },
    'insights-too-few': { sv: 'Insikter: {have} av minst {min}.', en: 'Insights: {have} of at least {min}.' },
    'insights-not-heard': {
      sv: 'Ingen av insikterna kommer från dem som ska höras: {groups}.',
      en: 'None of the insights comes from those who are to be heard: {groups}.',
    },
    'insights-summary-missing': { sv: 'Insikterna är inte sammanfattade.', en: 'The insights are not summarised.' },
  },
};
