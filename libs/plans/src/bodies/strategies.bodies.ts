// The bodies of the verbs on strategies, priority areas and efforts.
import { Code, Codes, Flag, Key, Line, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class NameStrategyBody extends VerbBody {
  @Code() code: string;
  @Line() title: string;
  @Maybe() @Line() source?: string;
}

export class DropStrategyBody extends VerbBody {
  @Code() strategy: string;
  @Prose() reason: string;
}

export class SetPriorityAreaBody extends VerbBody {
  @Code() code: string;
  @Line() title: string;
  /** Codes of strategies. */
  @Codes({ min: 1, max: 50 }) strategies: string[];
}

export class RetraceAreaBody extends VerbBody {
  @Code() area: string;
  @Codes({ min: 1, max: 50 }) strategies: string[];
}

export class DropPriorityAreaBody extends VerbBody {
  @Code() area: string;
  @Prose() reason: string;
}

export class PlanEffortBody extends VerbBody {
  @Line() title: string;
  @Code() area: string;
  @Maybe() @Code() organisation?: string;
  @Maybe() @Flag() service?: boolean;
}

export class RetraceEffortBody extends VerbBody {
  @Key() effort: string;
  @Code() area: string;
}

export class DropEffortBody extends VerbBody {
  @Key() effort: string;
  @Prose() reason: string;
}

export const strategiesBodies = {
  'name-strategy': NameStrategyBody,
  'set-priority-area': SetPriorityAreaBody,
  'plan-effort': PlanEffortBody,
  'retrace-area': RetraceAreaBody,
  'retrace-effort': RetraceEffortBody,
  'drop-strategy': DropStrategyBody,
  'drop-priority-area': DropPriorityAreaBody,
  'drop-effort': DropEffortBody,
};
