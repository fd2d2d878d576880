// The calendar that reminders go by: working days in Sweden, the hours when nothing is sent, and the summer break.
// Times are those of clocks in Stockholm, over both of their changes (INV-42); nothing here reads a clock.
import { addDays, dayOf, type Day } from './days.js';
import { isHoliday, isWeekend, nearestDay } from './holidays.js';

/** RFC 3339 in UTC, to the millisecond: two of them compare as texts. */
export type Instant = string;

export interface CalendarSettings {
  /** When escalations rest, from the first day to the last, MM-DD; never when absent. */
  summerBreak?: { from: string; to: string };
  /** When nothing is sent, HH:MM, over midnight where `to` is the earlier; mail of a day goes out at `to`. */
  quietHours: { from: string; to: string };
  /** Whether Saturdays and Sundays are free. */
  weekends: boolean;
}

export const CALENDAR_DEFAULTS: CalendarSettings = {
  summerBreak: { from: '06-22', to: '08-09' },
  quietHours: { from: '18:00', to: '07:00' },
  weekends: true,
};

export interface Calendar {
  isWorkingDay(day: Day): boolean;
  /** The day itself, or the first working day after it. */
  workingDayFrom(day: Day): Day;
  /** The day itself, or the last working day before it. */
  workingDayUpTo(day: Day): Day;
  isSummerBreak(day: Day): boolean;
  /** The day itself, or the first working day after it outside the summer break. */
  escalationDayFrom(day: Day): Day;
  /** When the mail of a day goes out. */
  sendAt(day: Day): Instant;
  /** The instant itself, or the first after it outside the quiet hours, whatever the day. */
  awake(at: Instant): Instant;
  /** The instant itself, or the first after it outside the quiet hours of a working day. */
  soonest(at: Instant): Instant;
}

/** @throws a sentence that names the setting, when one cannot be read. */
export function swedishCalendar(settings: CalendarSettings = CALENDAR_DEFAULTS): Calendar {
  const { quietHours: quiet, summerBreak, weekends } = settings;
  mustMatch(TIME, 'quietHours', quiet);
  if (summerBreak) mustBeBreak(summerBreak);
  const isWorkingDay = (day: Day) => !isHoliday(day) && !(weekends && isWeekend(day));
  const isSummerBreak = (day: Day) => summerBreak !== undefined && isInBreak(day, summerBreak);
  const workingDayFrom = (day: Day) => nearestDay(day, 1, isWorkingDay);
  const sendAt = (day: Day) => instantOf(day, quiet.to);
  const awake = (at: Instant) => {
    const { day, time } = clockOf(at);
    if (!isQuiet(time, quiet)) return at;
    const ends = sendAt(time < quiet.to ? day : addDays(day, 1));
    // Where the clocks go back, the end of the quiet hours may have been already.
    return ends < at ? at : ends;
  };
  const soonest = (at: Instant) => {
    const one = awake(at);
    const day = dayOf(one);
    return isWorkingDay(day) ? one : sendAt(workingDayFrom(day));
  };
  return {
    isWorkingDay,
    workingDayFrom,
    workingDayUpTo: (day) => nearestDay(day, -1, isWorkingDay),
    isSummerBreak,
    escalationDayFrom: (day) => nearestDay(day, 1, (one) => isWorkingDay(one) && !isSummerBreak(one)),
    sendAt,
    awake,
    soonest,
  };
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const DATE = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

function mustMatch(shape: RegExp, name: string, span: { from: string; to: string }): void {
  for (const end of ['from', 'to'] as const)
    if (!shape.test(span[end])) throw new Error(`${name}.${end} of the calendar cannot be read: ${span[end]}`);
}

/** A break without an end would keep every escalation for ever. */
function mustBeBreak(summerBreak: { from: string; to: string }): void {
  mustMatch(DATE, 'summerBreak', summerBreak);
  const { from, to } = summerBreak;
  if (from > to || (from === '01-01' && to === '12-31'))
    throw new Error(`summerBreak of the calendar must lie within a year: ${from} to ${to}`);
}

/** From `from` until `to`, which is outside; with both the same, never. */
function isQuiet(time: string, { from, to }: { from: string; to: string }): boolean {
  return from <= to ? time >= from && time < to : time >= from || time < to;
}

function isInBreak(day: Day, { from, to }: { from: string; to: string }): boolean {
  const date = day.slice(5);
  return date >= from && date <= to;
}

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function clockOf(at: Instant): { day: Day; time: string } {
  return { day: dayOf(at), time: clock.format(new Date(at)) };
}

const HOUR_MS = 3_600_000;

/** The first instant with that time on Stockholm's clocks; a time that the spring leaves out comes an hour later by them. */
export function instantOf(day: Day, time: string): Instant {
  const asUtc = Date.parse(`${day}T${time}:00.000Z`);
  const found = [2, 1].map((hours) => new Date(asUtc - hours * HOUR_MS).toISOString());
  const isIt = (at: Instant) => {
    const told = clockOf(at);
    return told.day === day && told.time === time;
  };
  return found.find(isIt) ?? (found[1] as Instant);
}
