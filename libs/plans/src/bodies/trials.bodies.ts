// The bodies of the verbs on trials. Money is in whole kronor.
import { TRIAL_OUTCOMES } from '#libs/lifecycle';
import { Code, Day, Key, Line, Lines, Maybe, OneOf, Prose, Whole } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class AcceptRiskBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @Line() role?: string;
  /** How far the organisation is willing to go, in a line. */
  @Line(500) level: string;
  @Maybe() @Prose() reason?: string;
}

export class PlanTrialBody extends VerbBody {
  @Line() title: string;
  @Maybe() @Line() scale?: string;
  /** What it may cost at most, in whole kronor. */
  @Maybe() @Whole(0, 1e12) ceilingSek?: number;
  @Maybe() @Day() due?: string;
  /** The idea that is tried, by its code or in a line. */
  @Maybe() @Line() idea?: string;
}

export class SetTrialTermsBody extends VerbBody {
  @Key() trial: string;
  @Maybe() @Line() scale?: string;
  /** What it may cost at most, in whole kronor; the only one that can still be set once the trial has ended. */
  @Maybe() @Whole(0, 1e12) ceilingSek?: number;
  @Maybe() @Day() due?: string;
}

export class StartTrialBody extends VerbBody {
  @Key() trial: string;
}

export class EvaluateTrialBody extends VerbBody {
  @Key() trial: string;
  @OneOf(TRIAL_OUTCOMES) outcome: (typeof TRIAL_OUTCOMES)[number];
  /** Who has judged it, those concerned first of all: codes of organisations, or groups in words. Required unless imported. */
  @Maybe() @Lines({ max: 50, length: 200 }) judgedBy?: string[];
  /** What it cost, in whole kronor. */
  @Maybe() @Whole(0, 1e12) costSek?: number;
  /** What was learnt; required when the trial failed, unless imported. It stands among the plan's lessons. */
  @Maybe() @Prose() lesson?: string;
}

export class StopTrialBody extends VerbBody {
  @Key() trial: string;
  @Prose() reason: string;
  /** What it has cost, in whole kronor. */
  @Maybe() @Whole(0, 1e12) costSek?: number;
}

export class ScaleUpBody extends VerbBody {
  @Key() trial: string;
  /** How widely it is taken up from now on. */
  @Line() scale: string;
}

export const trialsBodies = {
  'accept-risk': AcceptRiskBody,
  'plan-trial': PlanTrialBody,
  'set-trial-terms': SetTrialTermsBody,
  'start-trial': StartTrialBody,
  'evaluate-trial': EvaluateTrialBody,
  'stop-trial': StopTrialBody,
  'scale-up': ScaleUpBody,
};
