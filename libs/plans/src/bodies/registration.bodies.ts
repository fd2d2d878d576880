// The bodies of the registration's verbs.
import { Code, Day, Key, Line, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class RegisterRecordBody extends VerbBody {
  @Line(80) number: string;
  /** Whose register it is. */
  @Code() organisation: string;
  /** The record that it is of; without it, the plan as a whole. */
  @Maybe() @Key() record?: string;
}

export class MarkConfidentialBody extends VerbBody {
  /** The provision that it may be secret by. */
  @Line(200) ground: string;
  @Maybe() @Key() record?: string;
  /** The last day of the mark. */
  @Maybe() @Day() until?: string;
  @Maybe() @Prose() reason?: string;
}

export class LiftConfidentialityBody extends VerbBody {
  @Key() mark: string;
  @Prose() reason: string;
}

export const registrationBodies = {
  'register-record': RegisterRecordBody,
  'mark-confidential': MarkConfidentialBody,
  'lift-confidentiality': LiftConfidentialityBody,
};
