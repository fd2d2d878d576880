// The bodies of the potentials' verbs.
import { Codes, Key, Line, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class ProposePotentialBody extends VerbBody {
  @Line() title: string;
  @Maybe() @Prose() description?: string;
  @Maybe() @Codes() areas?: string[];
}

export class WithdrawPotentialBody extends VerbBody {
  @Key() potential: string;
  @Maybe() @Prose() reason?: string;
}

export const potentialsBodies = {
  'propose-potential': ProposePotentialBody,
  'withdraw-potential': WithdrawPotentialBody,
};
