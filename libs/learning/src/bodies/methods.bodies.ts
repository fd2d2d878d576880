// The bodies of the methods' verbs.
import { METHOD_LEVELS } from '#libs/lifecycle';
import { Key, Line, Lines, Maybe, OneOf, Prose } from '#libs/platform';
import { VerbBody } from '#libs/plans';

export class AddMethodCardBody extends VerbBody {
  @Line() title: string;
  @OneOf(METHOD_LEVELS) level: (typeof METHOD_LEVELS)[number];
  @Maybe() @Prose() whenToUse?: string;
  @Maybe() @Prose() how?: string;
  /** Keys of the stages where it helps. */
  @Maybe() @Lines({ length: 80 }) stages?: string[];
}

export class LinkMethodBody extends VerbBody {
  @Key() method: string;
  @Key() stage: string;
}

export class UseMethodBody extends VerbBody {
  @Key() method: string;
  /** How it went. */
  @Maybe() @Prose() note?: string;
}

export const methodsBodies = {
  'add-method-card': AddMethodCardBody,
  'link-method': LinkMethodBody,
  'unlink-method': LinkMethodBody,
  'use-method': UseMethodBody,
};
