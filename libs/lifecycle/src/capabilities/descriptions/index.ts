// Descriptions: how the area and its service are, version by version, as ground for priorities.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { descriptionsInForce, events, nothing, type Descriptions } from './facts.js';
import { verbs } from './verbs.js';

export const descriptions: Capability<Descriptions> = {
  key: 'descriptions',
  name: { sv: 'Lägesbeskrivningar', en: 'Situation descriptions' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    /** Of the versions in force alone: one that has been followed by another grows no older. */
    'description-published': (plan) =>
      descriptionsInForce(plan).map(({ key, publishedAt, imported }) => ({ record: key, at: publishedAt, imported })),
  },
  /** The versions in force, so that a plan of its own can lean on them; their texts stay where they were written. */
  inherit: (_facts, _fork, from) => ({
    descriptions: descriptionsInForce(from).map(({ summaryText: _stays, ...one }) => one),
  }),
  words: {
    'description-missing-situation': {
      sv: 'Ingen beskrivning av läget är publicerad den här gången.',
      en: 'No description of the situation has been published this time.',
    },
    'description-missing-service': {
      sv: 'Ingen beskrivning av servicen är publicerad den här gången.',
      en: 'No description of the service has been published this time.',
    },
  },
};
