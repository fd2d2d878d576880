// The team: those concerned and those who will carry it out, led by somebody, with the management at hand (INV-49, B77, B80).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import type { Seat } from '../workgroups/facts.js';

/** Why somebody has a seat: lives there, uses it, will carry it out, knows the craft (B80: sociologists, designers). */
export const TEAM_GROUPS = ['resident', 'user', 'doer', 'specialist', 'other'] as const;
export type TeamGroup = (typeof TEAM_GROUPS)[number];

export interface Team extends Made {
  key: string;
  name?: string;
  lead?: Seat;
  deputy?: Seat;
  formedAt: When;
  imported: boolean;
}

/** A seat is an organisation's or a role's, never told by the name of a person (INV-54). */
export interface TeamSeat extends Made {
  key: string;
  group: TeamGroup;
  /** E.g. housing, health care, civil society. */
  sector?: string;
  organisation?: string;
  role?: string;
  left: boolean;
}

export interface ManagementContact extends Made, Seat {}

export interface TeamFacts {
  /** One for each attempt that formed one; the latest that stands is the team. */
  teams: Team[];
  seats: TeamSeat[];
  managementContacts: ManagementContact[];
}

export const nothing: TeamFacts = { teams: [], seats: [], managementContacts: [] };

export interface TeamFormed {
  team: string;
  name?: string;
  lead?: Seat;
  deputy?: Seat;
}

export interface SeatFilled {
  seat: string;
  group: TeamGroup;
  sector?: string;
  organisation?: string;
  role?: string;
}

export const events: Record<string, Evolve<TeamFacts>> = {
  'team.formed': on((facts, { team: key, ...told }: TeamFormed, event, plan) => {
    const had = facts.teams.find((one) => one.key === key);
    const begun = { key, formedAt: event.occurredAt, imported: event.imported === true, ...madeIn(plan) };
    const now = { ...(had ?? begun), ...told };
    return { ...facts, teams: had ? facts.teams.map((one) => (one === had ? now : one)) : [...facts.teams, now] };
  }),
  'team-seat.filled': on((facts, { seat: key, ...told }: SeatFilled, _event, plan) => ({
    ...facts,
    seats: [...facts.seats, { key, ...told, left: false, ...madeIn(plan) }],
  })),
  'team-seat.left': on((facts, { seat }: { seat: string }) => ({
    ...facts,
    seats: facts.seats.map((one) => (one.key === seat ? { ...one, left: true } : one)),
  })),
  'management-contact.named': on((facts, contact: Seat, _event, plan) => ({
    ...facts,
    managementContacts: [...facts.managementContacts, { ...contact, ...madeIn(plan) }],
  })),
};

export function recordedOf(plan: Plan): TeamFacts {
  return factsOf({ key: 'team', nothing }, plan);
}

export function teamOf(plan: Plan): Team | undefined {
  return recordedOf(plan).teams.findLast((team) => stands(plan, team));
}

export function seatOf(plan: Plan, key: string): TeamSeat | undefined {
  return recordedOf(plan).seats.find((seat) => seat.key === key && stands(plan, seat));
}

/** The seats that somebody has now. */
export function seatsOf(plan: Plan): TeamSeat[] {
  return recordedOf(plan).seats.filter((seat) => !seat.left && stands(plan, seat));
}

/** One for each organisation: the one named last. */
export function managementContactsOf(plan: Plan): ManagementContact[] {
  const standing = recordedOf(plan).managementContacts.filter((contact) => stands(plan, contact));
  const isLater = (one: Seat, later: Seat) => later.organisation === one.organisation;
  return standing.filter((one, index) => !standing.slice(index + 1).some((later) => isLater(one, later)));
}
