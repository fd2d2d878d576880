// The bodies of the adoption's verbs.
import { PARTY_DECISIONS } from '#libs/lifecycle';
import { Code, Day, Flag, Line, Maybe, OneOf, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class PrepareDecisionBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @Line() body?: string;
  @Maybe() @Day() meetingOn?: string;
}

export class RecordDecisionBody extends VerbBody {
  @Code() organisation: string;
  @OneOf(PARTY_DECISIONS) decision: (typeof PARTY_DECISIONS)[number];
  @Maybe() @Line() body?: string;
  @Maybe() @WhenField() decidedOn?: string;
  @Maybe() @Line(100) reference?: string;
  @Maybe() @Line(100) registryNumber?: string;
  @Maybe() @Prose() comment?: string;
  @Maybe() @Day() newMeetingOn?: string;
}

export class StepOnBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @WhenField() on?: string;
}

export class SetAppealPeriodBody extends VerbBody {
  @Code() organisation: string;
  @Day() until: string;
}

export class RecordFinalityBody extends StepOnBody {
  @Flag() final: boolean;
}

export const adoptionBodies = {
  'prepare-decision': PrepareDecisionBody,
  'record-decision': RecordDecisionBody,
  'record-adjusted-minutes': StepOnBody,
  'announce-decision': StepOnBody,
  'set-appeal-period': SetAppealPeriodBody,
  'record-finality': RecordFinalityBody,
};
