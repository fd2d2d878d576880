// The body of the mandate's verb.
import { Code, Line, Maybe, One, Prose, WhenField } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class AccountableBody {
  @Line() role: string;
  @Code() organisation: string;
}

export class PeriodBody {
  @Maybe() @WhenField() from?: string;
  @Maybe() @WhenField() until?: string;
}

export class RecordMandateBody extends VerbBody {
  @Maybe() @Prose() purpose?: string;
  @Maybe() @Prose() goal?: string;
  @Maybe() @Prose() background?: string;
  @Maybe() @Prose() giver?: string;
  @Maybe() @Prose() evaluationPlan?: string;
  @Maybe() @Prose() financing?: string;
  @Maybe() @One(() => AccountableBody) accountable?: AccountableBody;
  @Maybe() @One(() => PeriodBody) period?: PeriodBody;
}

export const mandateBodies = {
  'record-mandate': RecordMandateBody,
};
