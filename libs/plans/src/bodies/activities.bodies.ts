// The bodies of the activities' verbs.
import { Code, Key, Line, Maybe, One, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class OwnerBody {
  @Code() organisation: string;
  @Maybe() @Line() role?: string;
}

export class AddActivityBody extends VerbBody {
  @Line(500) title: string;
  @Maybe() @Code() code?: string;
  @Maybe() @One(() => OwnerBody) owner?: OwnerBody;
  @Maybe() @WhenField() due?: string;
}

export class StartActivityBody extends VerbBody {
  @Key() activity: string;
}

export class CompleteActivityBody extends VerbBody {
  @Key() activity: string;
  @Maybe() @Prose() result?: string;
}

export class StopActivityBody extends VerbBody {
  @Key() activity: string;
  @Prose() reason: string;
}

export class HandOverActivityBody extends VerbBody {
  @Key() activity: string;
  @Line() to: string;
}

export class RescheduleActivityBody extends VerbBody {
  @Key() activity: string;
  @WhenField() due: string;
  @Maybe() @Prose() reason?: string;
}

export const activitiesBodies = {
  'add-activity': AddActivityBody,
  'start-activity': StartActivityBody,
  'complete-activity': CompleteActivityBody,
  'stop-activity': StopActivityBody,
  'hand-over-activity': HandOverActivityBody,
  'reschedule-activity': RescheduleActivityBody,
};
