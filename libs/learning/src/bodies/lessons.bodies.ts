// The body of the lessons' verb.
import { Code, Flag, Key, Maybe, Prose } from '#libs/platform';
import { VerbBody } from '#libs/plans';

export class RecordLessonBody extends VerbBody {
  @Prose() lesson: string;
  /** Whose lesson it is; that of the one who records it when absent. */
  @Maybe() @Code() organisation?: string;
  /** The stage that it is about; the present one when absent. */
  @Maybe() @Key() stage?: string;
  /** Whether it is about something that worked; what failed is as welcome. */
  @Maybe() @Flag() worked?: boolean;
  @Maybe() @Code() code?: string;
}

export const lessonsBodies = {
  'record-lesson': RecordLessonBody,
};
