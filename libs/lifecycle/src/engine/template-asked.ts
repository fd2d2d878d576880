// What a template asks for: a kind of criterion with its parameters, at its place, and what an any-of holds.
import type { Criterion, Reminder } from './template.js';

export interface Asked {
  kind: string;
  given: Record<string, unknown>;
  /** JSON pointers (RFC 6901) to the two. */
  kindAt: string;
  givenAt: string;
}

export function askedBy({ kind, with: given = {} }: Criterion, at: string): Asked {
  return { kind, given, kindAt: `${at}/kind`, givenAt: `${at}/with` };
}

/** What a reminder waits for; nothing when it goes on until the stage is left. */
export function awaitedBy({ until, given = {} }: Reminder, at: string): Asked[] {
  return until === undefined ? [] : [{ kind: until, given, kindAt: `${at}/until`, givenAt: `${at}/given` }];
}

/** What an any-of holds; of anything else, nothing. What cannot be read is left out: its shape is told elsewhere. */
export function innerOf({ kind, given, givenAt }: Asked): Asked[] {
  const inner = given['criteria'];
  if (kind !== 'any-of' || !Array.isArray(inner)) return [];
  return inner.flatMap((one: unknown, index) => {
    const { kind: named, with: more } = (one ?? {}) as { kind?: unknown; with?: unknown };
    const at = `${givenAt}/criteria/${index}`;
    const parameters = typeof more === 'object' && more !== null ? (more as Record<string, unknown>) : {};
    return typeof named === 'string' ? [askedBy({ key: '', kind: named, name: none, with: parameters }, at)] : [];
  });
}

const none = { sv: '', en: '' };

/** It and all that it holds. */
export function withInner(asked: Asked): Asked[] {
  return [asked, ...innerOf(asked).flatMap(withInner)];
}
