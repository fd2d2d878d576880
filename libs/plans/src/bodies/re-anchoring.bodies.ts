// The bodies of the verbs on changes of leadership.
import { LEADERSHIP_CHANGES } from '#libs/lifecycle';
import { Code, Day, Key, Maybe, OneOf, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class NoteLeadershipChangeBody extends VerbBody {
  @OneOf(LEADERSHIP_CHANGES) kind: (typeof LEADERSHIP_CHANGES)[number];
  /** What has changed. */
  @Prose() what: string;
  /** The organisation that has other leaders; every party that decides when absent, as after an election. */
  @Maybe() @Code() organisation?: string;
  /** The day of the change; that of the deed when absent. */
  @Maybe() @Day() at?: string;
}

export class ReAnchorBody extends VerbBody {
  @Key() task: string;
  /** How it went. */
  @Maybe() @Prose() note?: string;
}

export const reAnchoringBodies = {
  'note-leadership-change': NoteLeadershipChangeBody,
  're-anchor': ReAnchorBody,
};
