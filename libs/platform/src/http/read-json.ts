// Bytes into plain data that nothing behind the door needs to be afraid of.
import { isUtf8 } from 'node:buffer';
import { HTTP_PROBLEMS } from './http-problems.js';
import { Problem, type BodyFault } from './problem.js';
import { pointerStep, scanJson } from './scan-json.js';

/** With the u flag a surrogate matches only when its other half is missing. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/** Names that reach into the prototype of an object (CWE-1321). */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** @returns an empty object for no bytes at all: most verbs need no body. @throws Problem */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  if (!isUtf8(bytes)) throw malformed('UTF-8');
  const text = bytes.toString('utf8');
  const scanned = scanJson(text);
  if (scanned) throw invalidBody([scanned]);
  const value = parse(text);
  const fault = unfit(value, '');
  if (fault) throw invalidBody([fault]);
  return value;
}

export function invalidBody(faults: BodyFault[]): Problem {
  return new Problem(HTTP_PROBLEMS['invalid-body'], { faults });
}

function malformed(why: string): Problem {
  return new Problem(HTTP_PROBLEMS['malformed-json'], { params: { why } });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser's own words name the place; they quote a few characters of the body, never more.
    throw malformed((error as SyntaxError).message);
  }
}

function unfit(value: unknown, pointer: string): BodyFault | null {
  if (typeof value === 'string') return isText(value) ? null : { pointer, code: 'bad-character' };
  if (typeof value === 'number') return Number.isFinite(value) ? null : { pointer, code: 'out-of-range' };
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const place = pointer + pointerStep(key);
    if (FORBIDDEN.has(key)) return { pointer: place, code: 'forbidden-key' };
    if (!isText(key)) return { pointer, code: 'bad-character' };
    const fault = unfit(inner, place);
    if (fault) return fault;
  }
  return null;
}

/** PostgreSQL's text takes neither NUL nor a surrogate without its other half. */
export function isText(value: string): boolean {
  return !NO_TEXT.test(value);
}
