// The bodies of the ideas' verbs.
import { Code, Key, Line, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class ProposeIdeaBody extends VerbBody {
  @Line() title: string;
  @Maybe() @Prose() description?: string;
  @Maybe() @Code() organisation?: string;
}

export class ParkIdeaBody extends VerbBody {
  @Key() idea: string;
  @Maybe() @Prose() because?: string;
}

export class PickIdeaBody extends VerbBody {
  @Key() idea: string;
  @Prose() reason: string;
}

export class LookAtExistingBody extends VerbBody {
  @Line() title: string;
  @Maybe() @Line() where?: string;
  @Maybe() @Prose() learnt?: string;
}

export const ideasBodies = {
  'propose-idea': ProposeIdeaBody,
  'park-idea': ParkIdeaBody,
  'pick-idea': PickIdeaBody,
  'look-at-existing': LookAtExistingBody,
};
