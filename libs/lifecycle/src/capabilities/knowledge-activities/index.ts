// Knowledge activities: courses and training, planned and held, and how many took part.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, heldActivitiesOf, nothing, sumsOf, type KnowledgeActivities } from './facts.js';
import { verbs } from './verbs.js';

export const knowledgeActivities: Capability<KnowledgeActivities> = {
  key: 'knowledge-activities',
  name: { sv: 'Kunskapshöjande insatser', en: 'Knowledge activities' },
  nothing,
  verbs,
  events,
  criteria,
  reckoned: (facts) => ({ sums: sumsOf(facts) }),
  anchors: {
    'knowledge-activity-held': (plan) =>
      heldActivitiesOf(plan).map(({ key, heldAt, imported }) => ({ record: key, at: heldAt, imported })),
  },
  words: {
    'which-knowledge-activity': {
      sv: 'Säg vilken planerad insats det är, eller vad den heter.',
      en: 'Say which planned activity it is, or what it is called.',
    },
    'knowledge-activity-already-held': { sv: '”{title}” har redan hållits.', en: '"{title}" has already been held.' },
    'knowledge-activity-not-held': { sv: '”{title}” har inte hållits ännu.', en: '"{title}" has not been held yet.' },
    'count-of-one-or-all': {
      sv: 'Ett antal gäller antingen en insats eller alla tillsammans.',
      en: 'A count is either of one activity or of all together.',
    },
    'participation-not-counted': {
      sv: 'Antalet deltagare saknas för ”{title}”.',
      en: 'The number of participants in "{title}" is missing.',
    },
  },
};
