// lessons-from-parties and lessons-recorded (INV-37). Neither asks whether it worked.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { partiesOf } from '../parties/facts.js';
import { flag, howMany, parameters } from '../parameters.js';
import { lessonsHere, standingLessonsOf } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'lessons-from-parties': criterionKind({
    name: { sv: 'Varje part har skrivit en lärdom', en: 'Every party has recorded a lesson' },
    suppliedBy: ['record-lesson'],
    holdsAtFirst: true,
    missing: (plan) => {
      const heard = new Set(standingLessonsOf(plan).map((lesson) => lesson.organisation));
      return partiesOf(plan)
        .filter((party) => !heard.has(party.organisation))
        .map(({ organisation }) => ({
          code: 'lesson-missing',
          verb: 'record-lesson',
          params: { organisation },
          by: { organisation },
        }));
    },
  }),
  'lessons-recorded': criterionKind<{ min?: number; thisStage?: boolean }>({
    name: { sv: 'Lärdomar är skrivna', en: 'Lessons are recorded' },
    with: parameters({
      min: howMany('How many lessons; 1 by default.'),
      thisStage: flag('Only lessons of this stage; of the whole plan by default.'),
    }),
    suppliedBy: ['record-lesson'],
    missing: (plan, { min = 1, thisStage = false }) => {
      const have = (thisStage ? lessonsHere(plan) : standingLessonsOf(plan)).length;
      return have >= min ? [] : [{ code: 'lessons-too-few', verb: 'record-lesson', params: { min, have } }];
    },
  }),
};
