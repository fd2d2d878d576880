// What has become of one part, in words: «min: 1 → 2», «when: 7 days after the planned meeting → on the day of the planned meeting».
import type { Label } from '#libs/lifecycle';
import { same } from '../same.js';
import { joined } from './change.js';

/** @returns undefined when nothing is different. */
export function difference(
  what: Label,
  from: unknown,
  to: unknown,
  say: (value: never) => Label = plain,
): Label | undefined {
  if (same(from ?? null, to ?? null)) return undefined;
  const said = (value: unknown): Label => (value === undefined ? { sv: '–', en: '–' } : say(value as never));
  return joined([joined([what, said(from)], ': '), said(to)], ' → ');
}

/** All of them as one text; undefined when nothing is different. */
export function together(parts: (Label | undefined)[]): Label | undefined {
  const told = parts.filter((part) => part !== undefined);
  return told.length === 0 ? undefined : joined(told, '; ');
}

function plain(value: unknown): Label {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return { sv: text, en: text };
}
