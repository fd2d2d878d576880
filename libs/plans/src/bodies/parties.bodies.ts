// The bodies of the parties' verbs.
import { Code, Flag, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class AddPartyBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @Flag() deciding?: boolean;
  @Maybe() @Flag() light?: boolean;
  @Maybe() @Flag() association?: boolean;
}

export class AnswerForPartyBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @Prose() reason?: string;
}

export const partiesBodies = {
  'add-party': AddPartyBody,
  consent: AnswerForPartyBody,
  'decline-consent': AnswerForPartyBody,
  'withdraw-party': AnswerForPartyBody,
};
