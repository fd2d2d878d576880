// The body of the verb on descriptions.
import { DESCRIPTION_KINDS } from '#libs/lifecycle';
import { Line, Maybe, OneOf, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class PublishDescriptionBody extends VerbBody {
  @OneOf(DESCRIPTION_KINDS) kind: (typeof DESCRIPTION_KINDS)[number];
  @Maybe() @Line() title?: string;
  @Maybe() @Prose() summary?: string;
  /** The date that its facts bear. */
  @Maybe() @WhenField() on?: string;
  @Maybe() @Line() source?: string;
}

export const descriptionsBodies = {
  'publish-description': PublishDescriptionBody,
};
