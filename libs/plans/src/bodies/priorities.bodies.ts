// The body of the verb on priorities.
import { DESCRIPTION_KINDS } from '#libs/lifecycle';
import { Code, Flag, Line, Maybe, OneOf, Prose, WhenField, Whole } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class DecidePriorityBody extends VerbBody {
  @Line() what: string;
  /** Who decides. */
  @Code() organisation: string;
  @Maybe() @Flag() granted?: boolean;
  /** The code of a priority area. */
  @Maybe() @Code() area?: string;
  @Maybe() @WhenField() decidedOn?: string;
  @Maybe() @Line() reference?: string;
  @Maybe() @Line() registryNumber?: string;
  @Maybe() @Prose() rationale?: string;
  @Maybe() @OneOf(DESCRIPTION_KINDS) description?: (typeof DESCRIPTION_KINDS)[number];
  @Maybe() @Whole(1, 10_000) descriptionVersion?: number;
}

export const prioritiesBodies = {
  'decide-priority': DecidePriorityBody,
};
