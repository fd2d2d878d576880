// A date as precise as it was told, and never more (INV-25). Written as EDTF (ISO 8601-2): an instant, a day, a month,
// a season (2021-21 spring, -22 summer, -23 autumn, -24 winter that begins in that year), a year; null is not known.

import { addDuration, dayOf, type Day } from './days.js';

/** An EDTF string of one of the five precisions, or null when nobody knows. */
export type When = string | null;

export type Precision = 'instant' | 'day' | 'month' | 'season' | 'year' | 'unknown';

const SHAPES: [Precision, RegExp][] = [
  ['year', /^\d{4}$/],
  ['season', /^\d{4}-2[1-4]$/],
  ['month', /^\d{4}-(0[1-9]|1[0-2])$/],
  ['day', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  [
    'instant',
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  ],
];

/** @returns null when the words are no date of these forms, or a day that does not exist (30 February). */
export function precisionOf(when: When): Precision | null {
  if (when === null) return 'unknown';
  const precision = SHAPES.find(([, shape]) => shape.test(when))?.[0] ?? null;
  if (precision !== 'day' && precision !== 'instant') return precision;
  return dayExists(when.slice(0, 10)) ? precision : null;
}

export function isWhen(value: string): boolean {
  return precisionOf(value) !== null;
}

/** A day, YYYY-MM-DD, that the calendar has. */
export function isDay(value: string): boolean {
  return precisionOf(value) === 'day';
}

/** Whether a reminder may be reckoned from it: only a day or an instant will do (INV-25). */
export function isExact(when: When): when is string {
  const precision = precisionOf(when);
  return precision === 'day' || precision === 'instant';
}

/** The earliest instant that the date can mean, RFC 3339 UTC, or null: used only to refuse what lies ahead of now. */
export function earliest(when: When): string | null {
  switch (precisionOf(when)) {
    case 'instant':
      return new Date(when as string).toISOString();
    case 'day':
      return `${when}T00:00:00.000Z`;
    case 'month':
      return `${when}-01T00:00:00.000Z`;
    case 'season':
      return `${(when as string).slice(0, 4)}-${SEASON_BEGINS[(when as string).slice(5)]}-01T00:00:00.000Z`;
    case 'year':
      return `${when}-01-01T00:00:00.000Z`;
    default:
      return null;
  }
}

/** Whether it cannot have been yet at `now`: a day is somewhere 14 hours older than in UTC; an instant is the same everywhere. */
export function liesAhead(when: When, now: string): boolean {
  const slackMs = precisionOf(when) === 'instant' ? CLOCKS_APART_MS : EARLIEST_ZONE_MS;
  return Date.parse(earliest(when) ?? now) - slackMs > Date.parse(now);
}

/** Who tells of an instant may have a clock that is a little fast. */
const CLOCKS_APART_MS = 60_000;
const EARLIEST_ZONE_MS = 14 * 3_600_000;

/** Whether all that the date can mean lies before this day; what nobody knows never does (INV-25). */
export function isOver(when: When, day: Day): boolean {
  const precision = precisionOf(when);
  if (when === null || precision === null || precision === 'unknown') return false;
  if (precision === 'day' || precision === 'instant') return dayOf(when) < day;
  return addDuration((earliest(when) as string).slice(0, 10), SPANS[precision]) <= day;
}

const SPANS = { month: 'P1M', season: 'P3M', year: 'P1Y' } as const;

const SEASON_BEGINS: Record<string, string> = { '21': '03', '22': '06', '23': '09', '24': '12' };

function dayExists(day: string): boolean {
  // 30 February is read as 2 March.
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
