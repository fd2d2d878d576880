// The bodies of the verbs on municipal dialogues.
import { Code, CountBody, Line, Maybe, One, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class NameMunicipalityBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @Line() name?: string;
}

export class HoldDialogueBody extends VerbBody {
  /** In a case that was made for one municipality, that one when absent. */
  @Maybe() @Code() municipality?: string;
  @Maybe() @WhenField() on?: string;
  @Maybe() @Prose() notes?: string;
  @Maybe() @One(() => CountBody) participants?: CountBody;
}

export class DeclineDialogueBody extends VerbBody {
  @Maybe() @Code() municipality?: string;
  @Prose() note: string;
}

export const dialoguesBodies = {
  'name-municipality': NameMunicipalityBody,
  'hold-dialogue': HoldDialogueBody,
  'decline-dialogue': DeclineDialogueBody,
};
