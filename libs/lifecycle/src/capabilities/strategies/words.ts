// What the refusals and the missing of strategies, areas and efforts say, in both languages.
import type { Words } from '../../engine/capability.js';

export const words: Words = {
  'strategy-already-named': {
    sv: 'Strategin {strategy} är redan inlagd.',
    en: 'The strategy {strategy} has already been named.',
  },
  'strategy-dropped': {
    sv: 'Strategin {strategy} gäller inte längre.',
    en: 'The strategy {strategy} is no longer in force.',
  },
  'no-strategies': { sv: 'Ingen strategi är inlagd.', en: 'No strategy has been named.' },
  'strategy-missing': { sv: 'Lägg in en strategi först.', en: 'Name a strategy first.' },
  'priority-area-already-set': {
    sv: 'Området {area} är redan prioriterat.',
    en: 'The area {area} has already been given priority.',
  },
  'priority-area-traced-so': {
    sv: '”{title}” bygger redan på de strategierna.',
    en: '"{title}" already cites those strategies.',
  },
  'priority-area-set-aside': {
    sv: '”{title}” räknas inte den här gången.',
    en: '"{title}" does not count this time.',
  },
  'take-up-area-first': {
    sv: 'Ta upp området {area} igen först.',
    en: 'Take up the area {area} again first.',
  },
  'no-priority-areas': { sv: 'Inget område är prioriterat.', en: 'No area has been given priority.' },
  'priority-area-missing': { sv: 'Ange ett prioriterat område först.', en: 'Set a priority area first.' },
  'no-planned-efforts': { sv: 'Ingen insats är planerad.', en: 'No effort has been planned.' },
  'effort-traced-so': {
    sv: '”{title}” hör redan till området {area}.',
    en: '"{title}" already belongs to the area {area}.',
  },
  'priority-areas-too-few': {
    sv: 'Prioriterade områden: {have} av minst {min}.',
    en: 'Priority areas: {have} of at least {min}.',
  },
  'priority-area-not-traced': {
    sv: 'Området ”{title}” bygger inte på någon strategi som gäller.',
    en: 'The area "{title}" cites no strategy that is in force.',
  },
  'planned-efforts-too-few': {
    sv: 'Planerade insatser: {have} av minst {min}.',
    en: 'Planned efforts: {have} of at least {min}.',
  },
  'effort-not-traced': {
    sv: 'Insatsen ”{title}” hör inte till något område som räknas.',
    en: 'The effort "{title}" belongs to no area that counts.',
  },
  'service-not-in-focus': {
    sv: 'Ingen planerad insats gäller service.',
    en: 'No planned effort is about service.',
  },
};
