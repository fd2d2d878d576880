// When the people next elect those who lead regions and municipalities: a mandate ends there, and what was agreed is agreed anew (INV-46).
import { addDays, type Day } from '../../schedule/days.js';

/** Elections to the Riksdag, the regions and the municipalities: 2022, 2026, 2030 ... */
const ONE_OF_THEM = 2022;
const EVERY_YEARS = 4;

/**
 * The day of the ordinary elections that comes next, the day itself included: the second Sunday of September every fourth year
 * (vallagen 2005:837, 1 kap. 3 §; that it is every fourth year: regeringsformen 3 kap. 3 §).
 */
export function nextElection(day: Day): Day {
  const year = Number(day.slice(0, 4));
  const ahead = (((ONE_OF_THEM - year) % EVERY_YEARS) + EVERY_YEARS) % EVERY_YEARS;
  const next = secondSundayOfSeptember(year + ahead);
  return day <= next ? next : secondSundayOfSeptember(year + ahead + EVERY_YEARS);
}

const LAST_YEAR = 9999;
const LAST_DAY = '9999-12-31';

/** Days are written with four figures for the year; what lies beyond them stops at the edge. */
function secondSundayOfSeptember(year: number): Day {
  if (year > LAST_YEAR) return LAST_DAY;
  const first = `${String(year).padStart(4, '0')}-09-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return addDays(first, ((7 - weekday) % 7) + 7);
}
