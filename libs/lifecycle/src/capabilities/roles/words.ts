// What is said of roles, in both languages.
import type { Words } from '../../engine/capability.js';

export const words: Words = {
  'no-roles-held': { sv: 'Ingen har någon roll i planen ännu.', en: 'Nobody has a role in the plan yet.' },
  'role-held-already': {
    sv: 'Personen har redan rollen ”{role}” sedan {from}.',
    en: 'The person already has the role "{role}", from {from}.',
  },
  'role-has-holder': {
    sv: 'Rollen ”{role}” har redan en innehavare, från {from}. En i taget har den: avsluta eller överlämna den först.',
    en: 'The role "{role}" already has a holder, from {from}. One at a time has it: end it or hand it over first.',
  },
  'role-being-handed-over': {
    sv: 'Rollen ”{role}” håller på att överlämnas. Den som tar emot den får den.',
    en: 'The role "{role}" is being handed over. Whoever accepts it will have it.',
  },
  'role-ends-first': {
    sv: 'Rollen kan inte sluta {until} när den börjar {from}.',
    en: 'The role cannot end on {until} when it begins on {from}.',
  },
  'deputy-for-oneself': {
    sv: 'Ingen kan vara sin egen ersättare.',
    en: 'Nobody can be their own deputy.',
  },
  'role-unchanged': { sv: 'Skriv vad som ändras.', en: 'Say what changes about the role.' },
  'role-already-ended': { sv: 'Den rollen är redan avslutad.', en: 'That role has already ended.' },
  'role-needs-successor': {
    sv: 'Rollen ”{role}” måste någon ha. Utse en efterträdare eller börja överlämna den först.',
    en: 'Somebody must have the role "{role}". Name a successor or start handing it over first.',
  },
  'successor-missing': {
    sv: 'Ingen efterträdare är utsedd för rollen ”{role}”.',
    en: 'No successor is named for the role "{role}".',
  },
  'role-hand-over-missing': {
    sv: 'Rollen ”{role}” håller inte på att överlämnas.',
    en: 'The role "{role}" is not being handed over.',
  },
  'no-open-hand-over': { sv: 'Ingen roll håller på att överlämnas.', en: 'No role is being handed over.' },
  'hand-over-not-open': {
    sv: 'Den rollen håller inte på att överlämnas.',
    en: 'That role is not being handed over.',
  },
  'hand-over-already-started': {
    sv: 'Rollen ”{role}” håller redan på att överlämnas.',
    en: 'The role "{role}" is already being handed over.',
  },
  'hand-over-to-oneself': {
    sv: 'Rollen lämnas över till någon annan än den som har den.',
    en: 'A role is handed over to somebody other than the one who has it.',
  },
  'hand-over-without-why': {
    sv: 'Skriv varför saker och ting är som de är, för den som tar över.',
    en: 'Write why things are as they are, for whoever takes over.',
  },
  'hand-over-without-receiver': {
    sv: 'Det står inte vem som ska ta emot rollen ”{role}”.',
    en: 'It is not said who is to receive the role "{role}".',
  },
  'hand-over-is-anothers': {
    sv: 'Någon annan är tillfrågad om att ta över rollen ”{role}”.',
    en: 'Somebody else has been asked to take over the role "{role}".',
  },
  'hand-over-is-needed': {
    sv: 'Den som hade rollen ”{role}” har slutat. Överlämningen är öppen tills någon tar emot den.',
    en: 'Whoever had the role "{role}" has left. The hand-over stays open until somebody accepts it.',
  },
  'role-vacant': { sv: 'Ingen har rollen ”{role}”.', en: 'Nobody has the role "{role}".' },
  'role-without-deputy': {
    sv: 'Den som har rollen ”{role}” har ingen ersättare.',
    en: 'Whoever has the role "{role}" has no deputy.',
  },
  'role-ends-too-soon': {
    sv: 'Ingen har rollen ”{role}” den {day}.',
    en: 'Nobody has the role "{role}" on {day}.',
  },
};
