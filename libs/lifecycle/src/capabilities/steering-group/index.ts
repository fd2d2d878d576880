// Steering group: who steers the adopted plan, by what mandate, how often, and what they took over.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, steeringGroupOf, type SteeringGroups } from './facts.js';
import { verbs } from './verbs.js';

export const steeringGroup: Capability<SteeringGroups> = {
  key: 'steering-group',
  name: { sv: 'Styrgrupp', en: 'Steering group' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'steering-group-formed': (plan) => {
      const group = steeringGroupOf(plan);
      return group ? [{ record: group.key, at: group.formedAt, imported: group.imported }] : [];
    },
  },
  words: {
    'steering-before-adoption': {
      sv: 'Styrgruppen bildas när planen är antagen.',
      en: 'The steering group is formed once the plan is adopted.',
    },
    'no-adopted-version': { sv: 'Ingen version är antagen.', en: 'No version has been adopted.' },
    'steering-group-already-there': {
      sv: 'Planen har redan en styrgrupp. Ändra den i stället.',
      en: 'The plan already has a steering group. Change it instead.',
    },
    'no-steering-group': { sv: 'Planen har ingen styrgrupp ännu.', en: 'The plan has no steering group yet.' },
    'steering-group-unchanged': { sv: 'Skriv vad som ändras.', en: 'Say what changes.' },
    'hand-over-already-received': {
      sv: 'Överlämningen är redan mottagen.',
      en: 'The hand-over has already been received.',
    },
    'steering-group-missing': { sv: 'Lägg in styrgruppen.', en: 'Enter the steering group.' },
    'steering-group-without-chair': { sv: 'Styrgruppen har ingen ordförande.', en: 'The steering group has no chair.' },
    'steering-group-without-deputy': {
      sv: 'Styrgruppen har ingen vice ordförande.',
      en: 'The steering group has no deputy chair.',
    },
    'steering-group-without-mandate': {
      sv: 'Styrgruppens mandat är inte skrivet.',
      en: 'The mandate of the steering group is not written.',
    },
    'steering-group-without-rhythm': {
      sv: 'Det står inte hur ofta styrgruppen möts.',
      en: 'It is not said how often the steering group meets.',
    },
    'steering-group-without-party': {
      sv: '{organisation} har ingen plats i styrgruppen.',
      en: '{organisation} has no seat in the steering group.',
    },
    'hand-over-missing': {
      sv: 'Styrgruppen har inte tagit emot överlämningen.',
      en: 'The steering group has not received the hand-over.',
    },
  },
};
