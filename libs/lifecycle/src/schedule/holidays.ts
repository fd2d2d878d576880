// The days on which public bodies in Sweden rest: Saturdays, Sundays, the public holidays of lag (1989:253), and the three
// eves that lag (1930:173) 2 § counts with them when a time ends. Held to a holiday library, day by day, by the spec (ADR 18).
import { addDays, type Day } from './days.js';

const FIXED = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']);

/** From Easter Day: Good Friday, itself, Easter Monday, Ascension Day, Whit Sunday. */
const AROUND_EASTER = [-2, 0, 1, 39, 49];

/** The holidays and eves themselves, whatever day of the week. */
export function isHoliday(day: Day): boolean {
  const [weekday, date] = [weekdayOf(day), day.slice(5)];
  if (FIXED.has(date)) return true;
  if (weekday === FRIDAY) return isMidsummerEve(date) || isAroundEaster(day);
  if (weekday === SATURDAY) return isMidsummerEve(addDays(day, -1).slice(5)) || (date >= '10-31' && date <= '11-06');
  return isAroundEaster(day);
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) === SUNDAY || weekdayOf(day) === SATURDAY;
}

export function isRestDay(day: Day): boolean {
  return isWeekend(day) || isHoliday(day);
}

/** The day itself, or the first after it that is no rest day. */
export function workingDayFrom(day: Day): Day {
  return nearestDay(day, 1, (one) => !isRestDay(one));
}

/** The day itself, or the first such day after it (`step` 1) or before it (-1); at the edge of the calendar, the edge. */
export function nearestDay(day: Day, step: 1 | -1, isSuch: (day: Day) => boolean): Day {
  for (let one = day; ;) {
    const next = addDays(one, step);
    if (isSuch(one) || next === one) return one;
    one = next;
  }
}

const [SUNDAY, FRIDAY, SATURDAY] = [0, 5, 6];

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isMidsummerEve(date: string): boolean {
  return date >= '06-19' && date <= '06-25';
}

function isAroundEaster(day: Day): boolean {
  const date = day.slice(5);
  if (date < '03-20' || date > '06-13') return false;
  const easter = easterDay(day.slice(0, 4));
  return AROUND_EASTER.some((days) => addDays(easter, days) === day);
}

/** Easter by the Gregorian rule, as an integer method (Meeus, Astronomical Algorithms, ch. 8). */
function easterDay(yyyy: string): Day {
  const year = Number(yyyy);
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const skipped = century - Math.floor(century / 4) - Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + skipped + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const afterMarch21 = moon + toSunday - 7 * late + 1;
  return addDays(`${yyyy}-03-21`, afterMarch21);
}
