// Lessons: what was learnt on the way, from every party, also from what failed.
import type { Capability } from '../../engine/capability.js';
import { criteria } from './criteria.js';
import { events, nothing, type Lessons } from './facts.js';
import { verbs } from './verbs.js';

export const lessons: Capability<Lessons> = {
  key: 'lessons',
  name: { sv: 'Lärdomar', en: 'Lessons' },
  nothing,
  verbs,
  events,
  criteria,
  renamed: ({ lessons: all }, now) => ({
    lessons: all.map((lesson) => (lesson.about === undefined ? lesson : { ...lesson, about: now(lesson.about) })),
  }),
  words: {
    'lesson-missing': {
      sv: '{organisation} har inte skrivit någon lärdom ännu.',
      en: '{organisation} has not recorded a lesson yet.',
    },
    'lessons-too-few': {
      sv: 'Lärdomar, lika gärna om det som inte gick: {have} av minst {min}.',
      en: 'Lessons, those on what failed as welcome: {have} of at least {min}.',
    },
  },
};
