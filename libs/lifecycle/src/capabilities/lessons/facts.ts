// Lessons: what was learnt, by whom and where. What failed counts as much as what worked (INV-37).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, roundOf, stands, type Made, type Plan } from '../../engine/plan.js';

export interface LessonRecorded {
  lesson: string;
  lessonText: string;
  organisation?: string;
  /** The stage that it is about; the stage it was recorded in when absent. */
  about?: string;
  worked?: boolean;
  code?: string;
}

export interface Lesson extends Made {
  key: string;
  lessonText: string;
  organisation?: string;
  about?: string;
  worked?: boolean;
  code?: string;
}

export interface Lessons {
  lessons: Lesson[];
}

export const nothing: Lessons = { lessons: [] };

export const events: Record<string, Evolve<Lessons>> = {
  'lesson.recorded': on(({ lessons }, { lesson: key, ...data }: LessonRecorded, _event, plan) => ({
    lessons: [...lessons, { key, ...data, ...madeIn(plan) }],
  })),
};

/** Every lesson, of earlier attempts too: nothing that was learnt is forgotten. */
export function lessonsOf(plan: Plan): Lesson[] {
  return factsOf({ key: 'lessons', nothing }, plan).lessons;
}

/** The lessons that a new attempt has not left behind. */
export function standingLessonsOf(plan: Plan): Lesson[] {
  return lessonsOf(plan).filter((lesson) => stands(plan, lesson));
}

/** Of the present stage: recorded in its present round, or about it. */
export function lessonsHere(plan: Plan): Lesson[] {
  return standingLessonsOf(plan).filter((lesson) =>
    lesson.about === undefined
      ? lesson.stage === plan.stage && lesson.round === roundOf(plan)
      : lesson.about === plan.stage,
  );
}
