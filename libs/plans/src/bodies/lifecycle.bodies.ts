// The bodies of the engine's own verbs and of the start.
import {
  LANGUAGES,
  type ForkBody,
  type Language,
  type LifecycleBody,
  type PauseBody,
  type StartBody,
} from '#libs/lifecycle';
import { Code, Day, Flag, Key, Line, Many, Maybe, OneOf, Prose, Whole } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class StartPlanBody extends VerbBody implements StartBody {
  /** The key of a published template; its latest version is taken. */
  @Key() template: string;
  @Line() title: string;
  @Maybe() @OneOf(LANGUAGES) language?: Language;
  @Maybe() @OneOf(['initiative', 'plan', 'case']) kind?: 'initiative' | 'plan' | 'case';
  @Maybe() @Flag() public?: boolean;
  @Maybe() @Code() programme?: string;
  @Maybe() @Whole(1, 1000) strand?: number;
}

export class MoveBody extends VerbBody implements LifecycleBody {
  @Maybe() @Prose() reason?: string;
  @Maybe() @Key() to?: string;
}

export class PausePlanBody extends MoveBody implements PauseBody {
  @Maybe() @Day() reviewOn?: string;
}

export class ForkedPlanBody {
  @Line() title: string;
  /** What it is made for, by key: a theme, where the template forks by theme. */
  @Maybe() @Key() each?: string;
}

export class ForkPlanBody extends MoveBody implements ForkBody {
  @Maybe() @Many(() => ForkedPlanBody, { min: 1, max: 50 }) plans?: ForkedPlanBody[];
}

export const lifecycleBodies = {
  advance: MoveBody,
  return: MoveBody,
  repeat: MoveBody,
  skip: MoveBody,
  override: MoveBody,
  fork: ForkPlanBody,
  pause: PausePlanBody,
  resume: MoveBody,
  restart: MoveBody,
  complete: MoveBody,
  discontinue: MoveBody,
};
