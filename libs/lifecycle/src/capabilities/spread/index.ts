// Spread: the last question, whether others can use what works here.
import { criterionKind, type Capability } from '../../engine/capability.js';
import { events, judgementOf, nothing, type Spread } from './facts.js';
import { verbs } from './verbs.js';

export const spread: Capability<Spread> = {
  key: 'spread',
  name: { sv: 'Spridning', en: 'Spread' },
  nothing,
  verbs,
  events,
  criteria: {
    'spread-judged': criterionKind({
      name: { sv: 'Det är bedömt om lösningen kan spridas', en: 'Whether the solution can be spread is judged' },
      suppliedBy: ['judge-spread'],
      missing: (plan) => (judgementOf(plan) ? [] : [{ code: 'spread-not-judged', verb: 'judge-spread' }]),
    }),
  },
  words: {
    'spread-not-judged': {
      sv: 'Det är inte bedömt om lösningen kan spridas.',
      en: 'Whether the solution can be spread has not been judged.',
    },
    'not-spread-to-anybody': {
      sv: 'Lösningen sprids inte; säg då inte till vilka.',
      en: 'The solution is not spread, so do not say to whom.',
    },
  },
};
