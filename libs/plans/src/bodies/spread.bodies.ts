// The body of the verb that judges whether a solution can be spread.
import { SPREAD_VERDICTS } from '#libs/lifecycle';
import { Line, Lines, Maybe, OneOf, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class JudgeSpreadBody extends VerbBody {
  @Maybe() @Line() what?: string;
  @OneOf(SPREAD_VERDICTS) verdict: (typeof SPREAD_VERDICTS)[number];
  /** Codes of organisations, or a line each. */
  @Maybe() @Lines() to?: string[];
  @Prose() reason: string;
}

export const spreadBodies = {
  'judge-spread': JudgeSpreadBody,
};
