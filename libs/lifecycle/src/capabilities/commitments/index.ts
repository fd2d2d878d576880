// Commitments: what each organisation puts into the work, as money, people or time (product system 21).
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { commitmentsOf, endOf, events, nothing, promisesOf, type Commitments } from './facts.js';
import { verbs } from './verbs.js';

export const commitments: Capability<Commitments> = {
  key: 'commitments',
  name: { sv: 'Utfästelser', en: 'Commitments' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'commitment-ends': (plan) =>
      promisesOf(plan).map((one) => ({ record: one.key, at: endOf(one), imported: one.imported })),
  },
  inherit: (_facts, _fork, from) => ({ commitments: commitmentsOf(from) }),
  words: {
    'no-commitments': { sv: 'Ingen har utfäst några resurser.', en: 'Nobody has committed any resources.' },
    'money-in-kronor': { sv: 'Pengar anges i kronor.', en: 'Money is told in kronor.' },
    'only-money-in-kronor': {
      sv: 'Bara pengar anges i kronor. Säg hur många personer eller hur mycket tid.',
      en: 'Only money is told in kronor. Say how many people or how much time.',
    },
    'commitment-ends-before-it-begins': {
      sv: 'Utfästelsen kan inte gälla till {until} när den börjar {from}.',
      en: 'The commitment cannot last until {until} when it begins {from}.',
    },
    'commitment-unchanged': { sv: 'Säg vad som ändras i ”{what}”.', en: 'Say what changes in "{what}".' },
    'commitment-is-withdrawn': {
      sv: 'Utfästelsen ”{what}” är tillbakatagen.',
      en: 'The commitment "{what}" has been withdrawn.',
    },
    'money-not-committed': { sv: 'Ingen har utfäst pengar ännu.', en: 'Nobody has committed money yet.' },
    'people-not-committed': { sv: 'Ingen har utfäst personal ännu.', en: 'Nobody has committed people yet.' },
    'time-not-committed': { sv: 'Ingen har utfäst tid ännu.', en: 'Nobody has committed time yet.' },
    'commitments-too-few': {
      sv: 'Utfästelser: {have} av minst {min}.',
      en: 'Commitments: {have} of at least {min}.',
    },
    'party-without-commitment': {
      sv: '{organisation} har inte utfäst några resurser ännu.',
      en: '{organisation} has not committed any resources yet.',
    },
    'commitment-has-ended': {
      sv: '{organisation} har utfäst ”{what}” bara till {until}.',
      en: '{organisation} has committed "{what}" until {until} only.',
    },
    'financing-too-little': {
      sv: 'Utfästa pengar: {have} av minst {sek} kronor. Det saknas {lacks} kronor.',
      en: 'Money committed: {have} of at least {sek} kronor. {lacks} kronor are missing.',
    },
    'financing-without-sum': {
      sv: '{organisation} har inte angett något belopp för ”{what}”.',
      en: '{organisation} has not given a sum for "{what}".',
    },
  },
};
