// Changes of leadership: an election, another chief; what was agreed is anchored anew, and the work goes on.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, openReAnchorings, type Leadership, type LeadershipChange } from './facts.js';
import { verbs } from './verbs.js';

export const reAnchoring: Capability<Leadership> = {
  key: 're-anchoring',
  name: { sv: 'Ledarskiften', en: 'Changes of leadership' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    /** One for each task that waits. */
    'leadership-changed': (plan) =>
      openReAnchorings(plan).map(({ key, on, imported }) => ({ record: key, at: on, imported })),
  },
  /** What still waits is to be anchored in the new plan as well. */
  inherit: ({ changes }) => ({
    changes: changes.map(openOf).filter(({ tasks }) => tasks.length > 0),
  }),
  words: {
    'leadership-of-whom': {
      sv: 'Ange vilken organisation som har fått ny ledning. Planen har ingen part som beslutar.',
      en: 'Say which organisation has other leaders. The plan has no party that decides.',
    },
    'nothing-to-re-anchor': {
      sv: 'Ingenting väntar på att förankras på nytt.',
      en: 'Nothing waits to be anchored anew.',
    },
    'already-re-anchored': {
      sv: 'Det är redan förankrat på nytt i {organisation}.',
      en: 'It has already been anchored anew in {organisation}.',
    },
    're-anchoring-open': {
      sv: 'Förankra arbetet på nytt i {organisation} efter ledarskiftet {on}.',
      en: 'Anchor the work anew in {organisation} after the change of leadership on {on}.',
    },
    're-anchoring-open-with-role': {
      sv: 'Förankra arbetet på nytt hos den som är {role} för {organisation} efter ledarskiftet {on}.',
      en: 'Anchor the work anew with the {role} of {organisation} after the change of leadership on {on}.',
    },
  },
};

/** Without the texts: they are rows of the initiative, and their keys mean other texts in the new plan. */
function openOf({ whatText: _what, tasks, ...change }: LeadershipChange): LeadershipChange {
  return { ...change, tasks: tasks.filter(({ done }) => !done) };
}
