// The bodies of the engine's own verbs and of the start.
import {
  LANGUAGES,
  type CorrectBody,
  type ForkBody,
  type Language,
  type LifecycleBody,
  type MigrateBody,
  type PauseBody,
  type ReleaseBody,
  type StartBody,
} from '#libs/lifecycle';
import {
  Code,
  Day,
  Flag,
  Id,
  Ids,
  Key,
  KeyMap,
  Line,
  Many,
  Maybe,
  OneOf,
  Prose,
  VerbFields,
  WhenOrUnknown,
  Whole,
} from '#libs/platform';
import { JSONSchema } from 'class-validator-jsonschema';
import { VerbBody } from './verb-body.js';

const PLAN = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';

export class StartPlanBody extends VerbBody implements StartBody {
  /** The key of a published template; its latest version is taken. */
  @Key() template: string;
  @Line() title: string;
  @Maybe() @OneOf(LANGUAGES) language?: Language;
  @Maybe() @OneOf(['initiative', 'plan', 'case']) kind?: 'initiative' | 'plan' | 'case';
  @Maybe() @Flag() public?: boolean;
  @Maybe() @Code() programme?: string;
  @Maybe() @Whole(1, 1000) strand?: number;
  /** The id of the initiative under which it is begun. */
  @Maybe() @Id() parent?: string;
}

/** Of what mends a plan: it leads nowhere, so it takes no stage to go to. */
export class MendBody extends VerbBody implements LifecycleBody {
  @Maybe() @Prose() reason?: string;
}

/** Every verb of the stages takes a stage to go to, also one that stays where it is. */
export class StayBody extends MendBody {
  @Maybe()
  @Key()
  @JSONSchema({ description: 'A stage of the template; the plan stays where it is all the same.', deprecated: true })
  to?: string;
}

export class MoveBody extends MendBody {
  @Maybe()
  @Key()
  @JSONSchema({ description: 'The key of the stage to go to, where there are several.', example: 'kick-off' })
  to?: string;
}

export class PausePlanBody extends StayBody implements PauseBody {
  @Maybe() @Day() reviewOn?: string;
}

export class ForkedPlanBody {
  @Line() title: string;
  @Maybe()
  @Line()
  @JSONSchema({
    description: 'What it is made for, by key: a theme, where the template forks by theme, and then it has to be said.',
    example: 'theme-1',
  })
  each?: string;
}

export class ForkPlanBody extends StayBody implements ForkBody {
  @Maybe() @Many(() => ForkedPlanBody, { min: 1, max: 300 }) plans?: ForkedPlanBody[];
}

export class ReleasePlanBody extends MendBody implements ReleaseBody {
  /** The ids of the plans to wait for no longer; all that have not ended when absent. */
  @Maybe() @Ids() plans?: string[];
}

export class CorrectPlanBody extends MendBody implements CorrectBody {
  @Line()
  @JSONSchema({ description: 'Any event of the step, by its id in the history.', example: `${PLAN}-4` })
  event: string;
  @Maybe()
  @Key()
  @JSONSchema({ description: 'The verb of that step; without it only the time is corrected.', example: 'hold-meeting' })
  verb?: string;
  @Maybe()
  @VerbFields()
  @JSONSchema({ description: 'The whole body of that verb, as it should have been.', example: { title: 'Kick-off' } })
  body?: object;
  /** When it did happen; null when nobody knows. */
  @Maybe() @WhenOrUnknown() happened?: string | null;
}

export class MigratePlanBody extends MendBody implements MigrateBody {
  /** The version of the template to go on by. */
  @Whole(1, 1_000_000) version: number;
  /** The key of another template than the plan's own. */
  @Maybe() @Key() template?: string;
  /** For stages whose key differs: the old key and the new. */
  @Maybe() @KeyMap() stages?: Record<string, string>;
}

export const lifecycleBodies = {
  advance: MoveBody,
  return: MoveBody,
  repeat: StayBody,
  skip: MoveBody,
  override: MoveBody,
  fork: ForkPlanBody,
  release: ReleasePlanBody,
  pause: PausePlanBody,
  resume: StayBody,
  restart: MoveBody,
  complete: StayBody,
  discontinue: StayBody,
  migrate: MigratePlanBody,
  undo: MendBody,
  correct: CorrectPlanBody,
};
