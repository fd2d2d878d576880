// record-lesson.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { lessonsOf } from './facts.js';

export interface RecordLesson {
  lesson: string;
  /** Whose lesson it is; that of the one who records it when absent. */
  organisation?: string;
  stage?: string;
  worked?: boolean;
  code?: string;
}

export const verbs: Record<string, Verb> = {
  'record-lesson': verb<RecordLesson>({
    name: { sv: 'Skriv en lärdom', en: 'Record a lesson' },
    decide: (plan, { lesson: text, stage, worked, code, ...body }, at) => {
      if (stage !== undefined && !at.template.stages.some(({ key }) => key === stage))
        return refuse('unknown-stage', { field: '/stage', params: { stage } });
      // Whoever brings in history speaks for nobody: a source that names no organisation stays silent (INV-26).
      const organisation = body.organisation ?? (at.imported ? undefined : at.who.organisation);
      const lesson = nextKey('lesson', lessonsOf(plan));
      const data = told({ lesson, organisation, about: stage, worked, code });
      return [{ type: 'lesson.recorded', data, texts: { lessonText: text } }];
    },
  }),
};
