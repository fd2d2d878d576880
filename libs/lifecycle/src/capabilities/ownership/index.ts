// Ownership: who takes over what goes on, when the plan ends or in the midst of it, and what is in use.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, offersOf, solutionsOf, type Ownerships } from './facts.js';
import { verbs } from './verbs.js';

export const ownership: Capability<Ownerships> = {
  key: 'ownership',
  name: { sv: 'Ägarskap', en: 'Ownership' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'ownership-offered': (plan) =>
      offersOf(plan).map(({ key, offer }) => ({
        record: key,
        at: offer?.at ?? null,
        imported: offer?.imported === true,
      })),
    'solution-put-in-use': (plan) =>
      solutionsOf(plan).map(({ key, since, imported = false }) => ({ record: key, at: since, imported })),
  },
  words: {
    'owner-already-named': {
      sv: '{organisation} är redan utsedd att äga ”{what}”.',
      en: '{organisation} has already been named to own "{what}".',
    },
    'no-ownership-to-accept': { sv: 'Inget ägarskap väntar på svar.', en: 'No ownership awaits an answer.' },
    'ownership-already-accepted': {
      sv: '{organisation} har redan tagit emot ”{what}”.',
      en: '{organisation} has already accepted "{what}".',
    },
    'ownership-not-theirs': {
      sv: '”{what}” ägs av {organisation} och lämnas över därifrån.',
      en: '"{what}" is owned by {organisation} and is handed over from there.',
    },
    'ownership-already-offered': {
      sv: '{organisation} har redan erbjudits ”{what}” och har inte svarat.',
      en: '"{what}" has already been offered to {organisation}, which has not answered.',
    },
    'ownership-not-offered': {
      sv: 'Överlämnade ägarskap: {have} av minst {min}.',
      en: 'Ownerships handed over: {have} of at least {min}.',
    },
    'solution-already-in-use': { sv: '”{what}” är redan i bruk.', en: '"{what}" is already in use.' },
    'solution-not-in-use': { sv: 'Ingen lösning är i bruk ännu.', en: 'No solution is in use yet.' },
    'solution-beside-regular-operations': {
      sv: 'Lösningen är i bruk vid sidan av den ordinarie verksamheten.',
      en: 'The solution is in use beside the regular operations.',
    },
    'owner-missing': {
      sv: 'Det står inte vem som äger det som fortsätter.',
      en: 'It is not said who owns what goes on.',
    },
    'ownership-not-accepted': {
      sv: '{organisation} har inte tagit emot ”{what}” ännu.',
      en: '{organisation} has not accepted "{what}" yet.',
    },
  },
};
