// A date in the words of a source, as EDTF: as precise as the words, never more (INV-25).
import type { When } from '#libs/lifecycle';
import type { ToldDate } from './history.js';

const SEASONS = { spring: '21', summer: '22', autumn: '23', winter: '24' };

/** @returns null when nobody knows; "vinter 2021-2022" is the winter that begins in 2021. */
export function whenTold(date: ToldDate | undefined): When {
  if (!date) return null;
  const { iso_date: exact, season, year_from: from, year_to: to = from } = date;
  if (exact) return exact;
  if (typeof from !== 'number') return null;
  const year = String(from).padStart(4, '0');
  const overNewYear = to === from + 1;
  if (season === 'winter' && overNewYear) return `${year}-24`;
  if (to !== from && to !== null) return null;
  // A winter of one year may be its beginning or its end.
  return season && season !== 'winter' ? `${year}-${SEASONS[season]}` : year;
}
