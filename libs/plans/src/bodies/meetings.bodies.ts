// The bodies of the meetings' verbs.
import { Codes, CountBody, Key, Line, Maybe, One, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class PlanMeetingBody extends VerbBody {
  @Line() title: string;
  @Maybe() @WhenField() on?: string;
}

export class RescheduleMeetingBody extends VerbBody {
  @Key() meeting: string;
  @WhenField() on: string;
  @Maybe() @Prose() reason?: string;
}

export class CancelMeetingBody extends VerbBody {
  @Key() meeting: string;
  @Maybe() @Prose() reason?: string;
}

export class HoldMeetingBody extends VerbBody {
  @Maybe() @Key() meeting?: string;
  @Maybe() @Line() title?: string;
  @Maybe() @Codes() represented?: string[];
  @Maybe() @Codes() writtenInput?: string[];
  @Maybe() @One(() => CountBody) attendance?: CountBody;
  @Maybe() @Prose() notes?: string;
}

export class RecordNotesBody extends VerbBody {
  @Key() meeting: string;
  @Prose() notes: string;
}

export const meetingsBodies = {
  'plan-meeting': PlanMeetingBody,
  'reschedule-meeting': RescheduleMeetingBody,
  'cancel-meeting': CancelMeetingBody,
  'hold-meeting': HoldMeetingBody,
  'record-notes': RecordNotesBody,
};
