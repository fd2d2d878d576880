// The days on which public bodies in Sweden rest: Saturdays, Sundays, the public holidays of lag (1989:253), and the three
// eves that lag (1930:173) 2 § counts with them when a time ends.
import { addDays, type Day } from './days.js';

const FIXED = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31']);

/** From Easter Day: Good Friday, Easter Monday, Ascension Day. */
const AROUND_EASTER = [-2, 1, 39];

export function isRestDay(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || FIXED.has(day.slice(5))) return true;
  if (weekday === 5 && day.slice(5) >= '06-19' && day.slice(5) <= '06-25') return true; // Midsummer's Eve
  const easter = easterDay(day.slice(0, 4));
  return AROUND_EASTER.some((days) => addDays(easter, days) === day);
}

/** The day itself, or the first after it that is no rest day. */
export function workingDayFrom(day: Day): Day {
  let working = day;
  while (isRestDay(working)) working = addDays(working, 1);
  return working;
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
