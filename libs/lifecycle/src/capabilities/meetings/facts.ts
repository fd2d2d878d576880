// Meetings: planned, held or cancelled, who was represented, and whether notes are written.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, roundOf, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import type { Count } from '../count.js';

export interface Meeting extends Made {
  key: string;
  title: string;
  /** When it is to be, as precisely as it was told. */
  plannedFor: When;
  status: 'planned' | 'held' | 'cancelled';
  heldAt: When;
  /** Organisations that were there, or had given written input. */
  represented: string[];
  attendance?: Count;
  notes: boolean;
  imported: boolean;
}

export interface Meetings {
  meetings: Meeting[];
}

export const nothing: Meetings = { meetings: [] };

export interface MeetingPlanned {
  meeting: string;
  title: string;
  plannedFor: When;
}

export interface MeetingHeld {
  meeting: string;
  /** Set when it had not been planned before. */
  title?: string;
  represented: string[];
  writtenInput?: string[];
  attendance?: Count;
}

export const events: Record<string, Evolve<Meetings>> = {
  'meeting.planned': on(({ meetings }, { meeting, title, plannedFor }: MeetingPlanned, event, plan) => ({
    meetings: [...meetings, begun(plan, meeting, title, plannedFor, event.imported === true)],
  })),
  'meeting.held': on((facts, data: MeetingHeld, event, plan) => {
    const { meeting, title, represented, writtenInput = [], attendance } = data;
    const meetings = title
      ? [...facts.meetings, begun(plan, meeting, title, event.occurredAt, event.imported === true)]
      : facts.meetings;
    return changed({ meetings }, meeting, {
      status: 'held',
      heldAt: event.occurredAt,
      represented: [...new Set([...represented, ...writtenInput])],
      ...(attendance ? { attendance } : {}),
    });
  }),
  'meeting.cancelled': on((facts, { meeting }: { meeting: string }) =>
    changed(facts, meeting, { status: 'cancelled' }),
  ),
  'meeting.rescheduled': on((facts, { meeting, plannedFor }: MeetingPlanned) =>
    changed(facts, meeting, { plannedFor }),
  ),
  'notes.recorded': on((facts, { meeting }: { meeting: string }) => changed(facts, meeting, { notes: true })),
};

function begun(plan: Plan, key: string, title: string, plannedFor: When, imported: boolean): Meeting {
  const fresh = { status: 'planned' as const, heldAt: null, represented: [], notes: false };
  return { key, title, plannedFor, ...fresh, imported, ...madeIn(plan) };
}

function changed({ meetings }: Meetings, key: string, change: Partial<Meeting>): Meetings {
  return { meetings: meetings.map((meeting) => (meeting.key === key ? { ...meeting, ...change } : meeting)) };
}

export function meetingsOf(plan: Plan): Meeting[] {
  return factsOf({ key: 'meetings', nothing }, plan).meetings;
}

export function meetingOf(plan: Plan, key: string): Meeting | undefined {
  return meetingsOf(plan).find((meeting) => meeting.key === key);
}

/** Held in the present stage, in this round and attempt: another round asks for another meeting (B72). */
export function heldHere(plan: Plan): Meeting[] {
  return meetingsOf(plan).filter(
    (meeting) =>
      meeting.status === 'held' &&
      meeting.stage === plan.stage &&
      meeting.round === roundOf(plan) &&
      stands(plan, meeting),
  );
}
