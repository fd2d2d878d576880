// The bodies of the steering group's verbs.
import { Codes, Line, Maybe, One, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';
import { SeatBody } from './workgroups.bodies.js';

export class FormSteeringGroupBody extends VerbBody {
  @Maybe() @Line() name?: string;
  @Maybe() @One(() => SeatBody) chair?: SeatBody;
  @Maybe() @One(() => SeatBody) deputy?: SeatBody;
  @Maybe() @Codes() members?: string[];
  @Maybe() @Prose() mandate?: string;
  @Maybe() @Line() rhythm?: string;
}

export class ChangeSteeringGroupBody extends VerbBody {
  @Maybe() @One(() => SeatBody) chair?: SeatBody;
  @Maybe() @One(() => SeatBody) deputy?: SeatBody;
  @Maybe() @Codes() members?: string[];
  @Maybe() @Prose() mandate?: string;
  @Maybe() @Line() rhythm?: string;
  @Maybe() @Prose() reason?: string;
}

export class ReceiveHandOverBody extends VerbBody {
  @Maybe() @Line() from?: string;
}

export const steeringGroupBodies = {
  'form-steering-group': FormSteeringGroupBody,
  'change-steering-group': ChangeSteeringGroupBody,
  'receive-hand-over': ReceiveHandOverBody,
};
