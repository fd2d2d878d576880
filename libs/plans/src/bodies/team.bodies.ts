// The bodies of the verbs on the team. Nobody is told by name: seats are an organisation's or a role's (INV-54).
import { TEAM_GROUPS } from '#libs/lifecycle';
import { Code, Key, Line, Maybe, One, OneOf, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';
import { SeatBody } from './workgroups.bodies.js';

export class FormTeamBody extends VerbBody {
  @Maybe() @Line() name?: string;
  @Maybe() @One(() => SeatBody) lead?: SeatBody;
  @Maybe() @One(() => SeatBody) deputy?: SeatBody;
}

export class FillSeatBody extends VerbBody {
  @OneOf(TEAM_GROUPS) group: (typeof TEAM_GROUPS)[number];
  /** E.g. housing, health care, civil society. */
  @Maybe() @Line() sector?: string;
  @Maybe() @Code() organisation?: string;
  @Maybe() @Line() role?: string;
}

export class LeaveSeatBody extends VerbBody {
  @Key() seat: string;
  @Maybe() @Prose() reason?: string;
}

export class NameManagementContactBody extends VerbBody {
  @Code() organisation: string;
  @Maybe() @Line() role?: string;
}

export const teamBodies = {
  'form-team': FormTeamBody,
  'fill-seat': FillSeatBody,
  'leave-seat': LeaveSeatBody,
  'name-management-contact': NameManagementContactBody,
};
