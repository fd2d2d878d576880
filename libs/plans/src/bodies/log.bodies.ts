// The bodies of the log's verbs.
import { Flag, Key, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class WriteLogEntryBody extends VerbBody {
  @Prose() entry: string;
  @Maybe() @Flag() public?: boolean;
}

export class CommentBody extends VerbBody {
  @Maybe() @Key() entry?: string;
  @Prose() comment: string;
}

export const logBodies = { 'write-log-entry': WriteLogEntryBody, comment: CommentBody };
