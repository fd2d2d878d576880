// Days as people here count them: dates of the calendar in Europe/Stockholm, over month ends and both clock changes (INV-42).
import type { Duration } from '../engine/template.js';

/** A day of the calendar, YYYY-MM-DD. */
export type Day = string;

/** Swedish dates are written YYYY-MM-DD. */
const stockholm = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** The day that an exact date falls on: a day is itself, an instant its day in Stockholm. */
export function dayOf(exact: string): Day {
  if (exact.length === 10) return exact;
  const at = new Date(exact);
  const day = stockholm.format(at).padStart('YYYY-MM-DD'.length, '0');
  // The year 10000 has five figures, and the year 0 is written as the first before Christ.
  return day.length > 'YYYY-MM-DD'.length || at.getUTCFullYear() < 1 ? within(at.getTime()) : day;
}

export function addDays(day: Day, days: number): Day {
  return within(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

/** How many days lie from the one to the other; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

const PARTS = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

export function isDuration(text: string): boolean {
  return PARTS.test(text);
}

/**
 * So many durations on (or back). Years and months first, a day that its month lacks becomes the month's last
 * (31 January and a month: 28 or 29 February); then weeks and days.
 * @throws when the duration is not ISO 8601 in whole years, months, weeks and days: a published template has no such.
 */
export function addDuration(day: Day, duration: Duration, times = 1): Day {
  const found = PARTS.exec(duration);
  if (!found) throw new Error(`not a duration in days, weeks, months or years: ${duration}`);
  const [years, months, weeks, days] = found.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return addDays(addMonths(day, (years * 12 + months) * times), (weeks * 7 + days) * times);
}

function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(first);
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0);
  return within(first.getTime() + (Math.min(date, last.getUTCDate()) - 1) * DAY_MS);
}

const DAY_MS = 86_400_000;
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T00:00:00Z');

/** Dates are written with four figures for the year; what lies beyond them stops at the edge. */
function within(ms: number): Day {
  return new Date(Math.min(Math.max(ms, FIRST), LAST)).toISOString().slice(0, 10);
}
