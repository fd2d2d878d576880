// plan-meeting, reschedule-meeting, cancel-meeting, hold-meeting, record-notes.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { isRefusal, refuse, unknownRecord, type Refusal } from '../../engine/refusal.js';
import type { Count } from '../count.js';
import { nextKey } from '../record-key.js';
import { meetingOf, meetingsOf, type Meeting } from './facts.js';

export interface PlanMeeting {
  title: string;
  /** A day or an instant, or less precise; without it the day is not set yet. */
  on?: string;
}

export interface MeetingAndReason {
  meeting: string;
  reason?: string;
}

export interface RescheduleMeeting extends MeetingAndReason {
  on: string;
}

export interface HoldMeeting {
  /** A planned meeting; without it the meeting is recorded as held unplanned, under `title`. */
  meeting?: string;
  title?: string;
  /** Organisations that were there. */
  represented?: string[];
  /** Organisations that gave written input instead. */
  writtenInput?: string[];
  attendance?: Count;
  notes?: string;
}

export interface RecordNotes {
  meeting: string;
  notes: string;
}

export const verbs: Record<string, Verb> = {
  'plan-meeting': verb<PlanMeeting>({
    name: { sv: 'Planera möte', en: 'Plan a meeting' },
    decide: (plan, { title, on }) => [
      { type: 'meeting.planned', data: { meeting: nextMeeting(plan), title, plannedFor: on ?? null } },
    ],
  }),
  'reschedule-meeting': verb<RescheduleMeeting>({
    name: { sv: 'Flytta möte', en: 'Reschedule a meeting' },
    ready: (plan) => (planned(plan).length > 0 ? [] : [{ code: 'no-planned-meeting' }]),
    decide: (plan, { meeting, on, reason }) =>
      notPlanned(plan, meeting) ?? [
        { type: 'meeting.rescheduled', data: { meeting, plannedFor: on }, texts: { reasonText: reason } },
      ],
  }),
  'cancel-meeting': verb<MeetingAndReason>({
    name: { sv: 'Ställ in möte', en: 'Cancel a meeting' },
    ready: (plan) => (planned(plan).length > 0 ? [] : [{ code: 'no-planned-meeting' }]),
    decide: (plan, { meeting, reason }) =>
      notPlanned(plan, meeting) ?? [{ type: 'meeting.cancelled', data: { meeting }, texts: { reasonText: reason } }],
  }),
  'hold-meeting': verb<HoldMeeting>({
    name: { sv: 'Möte har hållits', en: 'Meeting held' },
    decide: (plan, body) => {
      const { represented = [], writtenInput = [], attendance, notes } = body;
      const which = heldMeeting(plan, body);
      if (isRefusal(which)) return which;
      const data = { ...which, represented, writtenInput, ...(attendance ? { attendance } : {}) };
      const held = { type: 'meeting.held', data };
      const written = { type: 'notes.recorded', data: { meeting: which.meeting }, texts: { notesText: notes } };
      return notes === undefined ? [held] : [held, written];
    },
  }),
  'record-notes': verb<RecordNotes>({
    name: { sv: 'Skriv anteckningar', en: 'Record notes' },
    ready: (plan) => (meetingsOf(plan).some(isHeld) ? [] : [{ code: 'no-held-meeting' }]),
    decide: (plan, { meeting, notes }) => {
      const found = meetingOf(plan, meeting);
      if (!found) return unknownRecord('/meeting', meeting);
      if (!isHeld(found)) return refuse('meeting-not-held', { field: '/meeting', params: { meeting: found.title } });
      return [{ type: 'notes.recorded', data: { meeting }, texts: { notesText: notes } }];
    },
  }),
};

function heldMeeting(plan: Plan, { meeting, title }: HoldMeeting): { meeting: string; title?: string } | Refusal {
  if (meeting !== undefined) return notPlanned(plan, meeting) ?? { meeting };
  const only = planned(plan);
  if (title !== undefined || only.length !== 1) return { meeting: nextMeeting(plan), title: title ?? plan.title };
  return { meeting: (only[0] as Meeting).key };
}

function notPlanned(plan: Plan, key: string): Refusal | null {
  const meeting = meetingOf(plan, key);
  if (!meeting) return unknownRecord('/meeting', key);
  if (meeting.status === 'planned') return null;
  return refuse('meeting-not-planned', { field: '/meeting', params: { meeting: meeting.title } });
}

function nextMeeting(plan: Plan): string {
  return nextKey('meeting', meetingsOf(plan));
}

function planned(plan: Plan): Meeting[] {
  return meetingsOf(plan).filter((meeting) => meeting.status === 'planned');
}

function isHeld(meeting: Meeting): boolean {
  return meeting.status === 'held';
}
