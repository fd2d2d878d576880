// Dialogues: which municipalities are to be heard, and what each has said.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { dialogueFacts, events, nothing, silentHere, type Dialogues } from './facts.js';
import { verbs } from './verbs.js';

export const dialogues: Capability<Dialogues> = {
  key: 'dialogues',
  name: { sv: 'Kommundialoger', en: 'Municipal dialogues' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'dialogue-held': (plan) =>
      dialogueFacts(plan)
        .dialogues.filter((dialogue) => dialogue.status === 'held')
        .map((one) => ({ record: one.key, at: one.at, imported: one.imported, made: one })),
  },
  forks: {
    /** One case for each municipality that has not answered in the plan itself. */
    municipality: (plan) =>
      silentHere(plan).map(({ organisation, name }) => ({ key: organisation, title: name ?? organisation })),
  },
  /** The municipality that it was made for; all of them when it was made for something else. No dialogue goes along. */
  inherit: ({ municipalities }, { each }) => {
    const own = municipalities.find(({ organisation }) => organisation === each);
    if (!own) return { municipalities, dialogues: [] };
    return { municipalities: [own], dialogues: [], ownMunicipality: own.organisation };
  },
  words: {
    'municipality-already-named': {
      sv: '{organisation} finns redan bland kommunerna.',
      en: '{organisation} is already among the municipalities.',
    },
    'no-municipalities': { sv: 'Ingen kommun är inlagd.', en: 'No municipality has been named.' },
    'municipality-missing': { sv: 'Lägg till en kommun först.', en: 'Name a municipality first.' },
    'municipality-not-said': { sv: 'Säg vilken kommun det gäller.', en: 'Say which municipality it is.' },
    'municipality-already-answered': {
      sv: '{municipality} har redan hörts eller avstått.',
      en: '{municipality} has already been heard or has declined.',
    },
    'municipalities-all-answered': {
      sv: 'Alla kommuner har redan hörts eller avstått.',
      en: 'Every municipality has already been heard or has declined.',
    },
    'municipalities-too-few': {
      sv: 'Inlagda kommuner: {have} av minst {min}.',
      en: 'Municipalities named: {have} of at least {min}.',
    },
    'municipality-not-heard': {
      sv: '{name} har varken hörts eller avstått.',
      en: '{name} has neither been heard nor declined.',
    },
    'dialogue-missing': { sv: 'Ingen dialog har hållits.', en: 'No dialogue has been held.' },
  },
};
