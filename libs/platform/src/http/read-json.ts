// Bytes into plain data that nothing behind the door needs to be afraid of.
import { isUtf8 } from 'node:buffer';
import { FaultList } from './fault-list.js';
import { HTTP_PROBLEMS } from './http-problems.js';
import { jsonBreak, lineAndColumn } from './json-break.js';
import { Problem, type BodyFault } from './problem.js';
import { scanJson } from './scan-json.js';

/** With the u flag a surrogate matches only when its other half is missing. */
const NO_TEXT = /\0|\p{Surrogate}/u;

/** Names that reach into the prototype of an object (CWE-1321), but for text: a map of stages may have one that is called so. */
function isForbidden(name: string, value: unknown): boolean {
  return name === '__proto__' || (isReserved(name) && typeof value !== 'string');
}

/** A name that an object seems to have already. No field is called so; a key in a map may be. */
export function isReserved(name: string): boolean {
  return name === 'constructor' || name === 'prototype';
}

/** @returns an empty object for no bytes at all: most verbs need no body. @throws Problem */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return {};
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) throw malformed(text, text.indexOf('\ufffd'));
  const faults = new FaultList();
  if (!scanJson(text, faults)) throw invalidBody(faults.all());
  const value = parse(text);
  unfit(value, [], faults);
  const found = faults.all();
  if (found.length > 0) throw invalidBody(found);
  return value;
}

export function invalidBody(faults: BodyFault[]): Problem {
  return new Problem(HTTP_PROBLEMS['invalid-body'], { faults });
}

/** The place alone, in words of ours: the parser's are English, quote the body, and name no place for some faults. */
function malformed(text: string, offset: number): Problem {
  return new Problem(HTTP_PROBLEMS['malformed-json'], { params: lineAndColumn(text, offset) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed(text, jsonBreak(text));
  }
}

/** Every place that holds what nothing behind the door can take. @param steps those that lead there */
function unfit(value: unknown, steps: string[], faults: FaultList): void {
  if (typeof value === 'string' && !isText(value)) faults.add(steps, 'bad-character');
  if (typeof value === 'number' && !Number.isFinite(value)) faults.add(steps, 'out-of-range');
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    if (!isText(key)) faults.add(steps, 'bad-character');
    steps.push(key);
    if (isForbidden(key, inner)) faults.add(steps, 'forbidden-key');
    else unfit(inner, steps, faults);
    steps.pop();
  }
}

/** PostgreSQL's text takes neither NUL nor a surrogate without its other half. */
export function isText(value: string): boolean {
  return !NO_TEXT.test(value);
}
