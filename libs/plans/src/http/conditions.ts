// Lost updates and safe repeats: ETag, If-Match, If-None-Match (RFC 9110, 13) and Idempotency-Key.
import type { Label } from '#libs/lifecycle';
import { HTTP_PROBLEMS, Problem } from '#libs/platform';
import { createHash } from 'node:crypto';

export function etagOf(version: number): string {
  return `"${version}"`;
}

type Header = string | string[] | undefined;

const TAGS = /^\s*(W\/)?"[\x21\x23-\x7e]*"(\s*,\s*(W\/)?"[\x21\x23-\x7e]*")*\s*$/;

/** No version that any plan has: what it is asked for cannot match. */
const NEVER = -1;

/**
 * The versions that the caller takes for the present one; undefined when any will do.
 * A weak tag or one that is no version never matches. @throws Problem
 */
export function ifMatchOf(header: Header): number[] | undefined {
  if (header === undefined || (typeof header === 'string' && header.trim() === '*')) return undefined;
  if (typeof header !== 'string' || !TAGS.test(header))
    throw wrongHeader('If-Match', {
      sv: 'ge "<version>" inom citattecken, eller *',
      en: 'give "<version>" in double quotes, or *',
    });
  const versions = [...header.matchAll(/(W\/)?"(\d{1,9})"/g)].filter((tag) => !tag[1]).map((tag) => Number(tag[2]));
  return versions.length > 0 ? versions : [NEVER];
}

/** Whether the caller has this version already. */
export function isKnown(header: Header, version: number): boolean {
  if (typeof header !== 'string') return false;
  if (header.trim() === '*') return true;
  return [...header.matchAll(/(?:W\/)?("[^"]*")/g)].some((tag) => tag[1] === etagOf(version));
}

/** @throws Problem */
export function repeatKeyOf(header: Header): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header !== 'string' || !isRepeatKey(header))
    throw wrongHeader('Idempotency-Key', {
      sv: 'ge 1 till 200 skrivbara tecken',
      en: 'give 1 to 200 printable characters',
    });
  return header;
}

/** Printable, not blank. */
export const REPEAT_KEY = /^(?=.*\S)[\x20-\x7e]{1,200}$/;

export function isRepeatKey(key: string): boolean {
  return REPEAT_KEY.test(key);
}

/** The same for the same request, whatever the order of its fields. */
export function digestOf(plan: string | null, verb: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([plan, verb, sorted(body)]))
    .digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted((value as Record<string, unknown>)[name])]));
}

function wrongHeader(name: string, want: Label): Problem {
  return new Problem(HTTP_PROBLEMS['invalid-header'], { params: { name, want } });
}
