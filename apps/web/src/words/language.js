// Which language the page speaks: the one chosen here before, else the browser's, else Swedish.
import { en } from './en.js';
import { sv } from './sv.js';

const MESSAGES = { sv, en };
const KEPT_AS = 'stegvis-language';

let current =
  kept() ?? (navigator.languages ?? []).map((one) => one.slice(0, 2)).find((one) => one in MESSAGES) ?? 'sv';

export function language() {
  return current;
}

export function speak(chosen) {
  current = chosen;
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    return; // A browser that keeps nothing still speaks the language until it is closed.
  }
}

function kept() {
  try {
    const found = localStorage.getItem(KEPT_AS);
    return found in MESSAGES ? found : null;
  } catch {
    return null;
  }
}

export function has(key) {
  return Object.hasOwn(MESSAGES[current], key);
}

/** The page's words for a key, with {parameters} filled in. A key without words is shown as it is, and a test finds it. */
export function t(key, params = {}) {
  const words = MESSAGES[current][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => (name in params ? String(params[name]) : whole));
}

/** One of two sentences, by number: `<key>.one` or `<key>.many`. */
export function tn(key, count, params = {}) {
  return t(count === 1 ? `${key}.one` : `${key}.many`, { count, ...params });
}

/** A label of the API, which may come in both languages or in the one that was asked for. */
export function label(of) {
  if (of === null || of === undefined) return '';
  return typeof of === 'string' ? of : (of[current] ?? of.sv ?? of.en ?? '');
}

/** Words for a name that may be new to this page: its own if there are any, else the name made readable. */
export function named(group, name) {
  const key = `${group}.${name}`;
  return has(key) ? t(key) : readable(name);
}

function readable(name) {
  const words = String(name)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[-_.]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "a, b and c" in the language of the page. */
export function listed(words) {
  return new Intl.ListFormat(current, { type: 'conjunction' }).format(words);
}
