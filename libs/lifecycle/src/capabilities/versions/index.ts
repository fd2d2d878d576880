// Versions: the plan's text, what is submitted for decision, and what was adopted.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Versions } from './facts.js';
import { versionsOf } from './status.js';
import { verbs } from './verbs.js';
import { words } from './words.js';

export const versions: Capability<Versions> = {
  key: 'versions',
  name: { sv: 'Planens text och versioner', en: 'Text and versions of the plan' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'version-submitted': (plan) =>
      versionsOf(plan)
        .filter((version) => version.status === 'submitted')
        .map(({ key, submittedOn, imported }) => ({ record: key, at: submittedOn, imported })),
    'version-valid-to': (plan) =>
      versionsOf(plan)
        .filter((version) => version.status === 'adopted')
        .map(({ key, dates, imported }) => ({ record: key, at: dates.validTo ?? null, imported })),
  },
  frozen: ({ versions: all }) =>
    all
      .filter(({ locked }) => locked)
      .map(({ key, label, content, dates, adopted }) => ({ key, label, content, dates, adopted: adopted?.label })),
  words,
};
