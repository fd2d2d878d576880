// The bodies of the verbs on direction.
import { Codes, Day, Key, Line, Many, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class ChosenPotentialBody {
  @Maybe() @Key() potential?: string;
  @Maybe() @Line() title?: string;
  @Maybe() @Line() theme?: string;
  @Maybe() @Prose() rationale?: string;
}

export class ParkedPotentialBody {
  @Key() potential: string;
  @Maybe() @Prose() because?: string;
  @Maybe() @Day() lookAgainOn?: string;
}

export class ChooseDirectionBody extends VerbBody {
  @Many(() => ChosenPotentialBody, { min: 1 }) chosen: ChosenPotentialBody[];
  @Maybe() @Many(() => ParkedPotentialBody) parked?: ParkedPotentialBody[];
  @Maybe() @Prose() parkedBecause?: string;
  @Maybe() @Prose() problem?: string;
  @Maybe() @Prose() goalPicture?: string;
  @Maybe() @Prose() overrideReason?: string;
  @Maybe() @Codes() decidedBy?: string[];
}

export class LookAgainBody extends VerbBody {
  @Key() potential: string;
}

export const directionBodies = {
  'choose-direction': ChooseDirectionBody,
  'look-again': LookAgainBody,
};
