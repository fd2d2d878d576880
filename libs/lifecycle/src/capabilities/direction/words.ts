// What a choice of direction says when it is refused or something is missing.
import type { Words } from '../../engine/capability.js';

export const words: Words = {
  'nothing-chosen': { sv: 'Välj minst en potential.', en: 'Choose at least one potential.' },
  'theme-untitled': { sv: 'Ge temat ett namn.', en: 'Give the theme a name.' },
  'chosen-and-parked': {
    sv: '”{potential}” kan inte både väljas och parkeras.',
    en: '"{potential}" cannot be both chosen and parked.',
  },
  'rationale-missing': { sv: 'Skriv varför ”{theme}” är valt.', en: 'Say why "{theme}" is chosen.' },
  'parking-unexplained': {
    sv: 'Det som inte väljs parkeras. Skriv varför.',
    en: 'What is not chosen is parked. Say why.',
  },
  'parked-without-why': {
    sv: 'Det står inte varför ”{potential}” får vänta.',
    en: 'It is not said why "{potential}" has to wait.',
  },
  'everything-chosen': {
    sv: 'Allt är valt. Prioritera, eller skriv varför allt ska göras nu.',
    en: 'Everything is chosen. Give priority to some, or say why everything is to be done now.',
  },
  'above-cap': {
    sv: '{chosen} teman är valda; högst {cap} är tänkt. Välj färre, eller skriv varför.',
    en: '{chosen} themes are chosen; {cap} at most is the idea. Choose fewer, or say why.',
  },
  'nothing-parked': { sv: 'Ingenting är parkerat.', en: 'Nothing is parked.' },
  'potential-not-parked': { sv: '”{potential}” är inte parkerad.', en: '"{potential}" is not parked.' },
  'direction-missing': { sv: 'Ingen inriktning är vald.', en: 'No direction has been chosen.' },
  'themes-too-few': { sv: 'Valda teman: {have} av minst {min}.', en: 'Themes chosen: {have} of at least {min}.' },
  'themes-above-cap': {
    sv: '{have} teman är valda; högst {cap} är tänkt, och skälet saknas.',
    en: '{have} themes are chosen; {cap} at most is the idea, and the reason is missing.',
  },
  'potential-not-weighed': {
    sv: '”{potential}” är varken vald eller parkerad.',
    en: '"{potential}" is neither chosen nor parked.',
  },
  'problem-missing': { sv: 'Problemet är inte formulerat.', en: 'The problem has not been formulated.' },
  'goal-picture-missing': { sv: 'Målbilden är inte skriven.', en: 'The goal picture has not been written.' },
};
