// The day when the last of the bodies said yes, as precisely as all of them together tell it (INV-24, INV-25).
import { dayOf } from '../../schedule/days.js';
import { isExact, precisionOf, type When } from '../../schedule/when.js';

/** @returns null when any of them is not known: a later yes may hide behind it. */
export function adoptedOn(decidedOn: When[]): When {
  const known = decidedOn.filter((when) => when !== null);
  if (known.length < decidedOn.length || known.length === 0) return null;
  return known.reduce((latest, when) => (canBeLater(when, latest) ? when : latest));
}

/** On the same day the later hour; of an hour and the mere day, the day: it may have been later still. */
function canBeLater(when: string, other: string): boolean {
  const [day, otherDay] = [latestDay(when), latestDay(other)];
  if (day !== otherDay) return day > otherDay;
  const areInstants = [when, other].every((one) => precisionOf(one) === 'instant');
  return areInstants ? Date.parse(when) > Date.parse(other) : when.length < other.length;
}

const SEASON_ENDS: Record<string, string> = { '21': '05-31', '22': '08-31', '23': '11-30' };

/** The latest day that a date can mean. */
function latestDay(when: string): string {
  const [year, part] = when.split('-') as [string, string | undefined];
  if (isExact(when)) return dayOf(when);
  if (part === undefined) return `${year}-12-31`;
  if (part === '24') return `${Number(year) + 1}-02-29`;
  return `${year}-${SEASON_ENDS[part] ?? `${part}-31`}`;
}
