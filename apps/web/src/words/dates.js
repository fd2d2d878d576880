// Dates in words, as precise as they are known and never more (INV-25). Instants are told in Swedish time (INV-42).
import { language, t } from './language.js';

const ZONE = 'Europe/Stockholm';
const SEASONS = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

/** @param when an EDTF string (instant, day, month, season, year) or null: nobody knows. */
export function whenInWords(when) {
  if (when === null || when === undefined || when === '') return t('date.unknown');
  if (/^\d{4}$/.test(when)) return when;
  if (/^\d{4}-2[1-4]$/.test(when)) return season(when);
  if (/^\d{4}-\d\d$/.test(when)) return format(`${when}-01T12:00:00Z`, { year: 'numeric', month: 'long' });
  if (/^\d{4}-\d\d-\d\d$/.test(when)) return format(`${when}T12:00:00Z`, { dateStyle: 'long' });
  return Number.isNaN(Date.parse(when)) ? String(when) : instantInWords(when);
}

export function instantInWords(instant) {
  return format(instant, { dateStyle: 'long', timeStyle: 'short' });
}

export function dayInWords(instant) {
  return format(instant, { dateStyle: 'long' });
}

/** A winter begins in one year and ends in the next. */
function season(when) {
  const year = Number(when.slice(0, 4));
  const name = SEASONS[when.slice(5)];
  return t(`date.${name}`, { year, next: year + 1 });
}

function format(instant, options) {
  return new Intl.DateTimeFormat(language() === 'sv' ? 'sv-SE' : 'en-GB', { timeZone: ZONE, ...options }).format(
    new Date(instant),
  );
}
