// A column of values as PostgreSQL takes it in binary (array_recv): neither side has to quote it or to take text apart.
import assert from 'node:assert/strict';

export type Element = 'uuid' | 'int' | 'text' | 'json' | 'boolean' | 'timestamptz';

interface Encoding {
  /** The element's type in pg_type; those of built-in types never change. */
  oid: number;
  /** Bytes of each element; absent where they differ. */
  size?: number;
  /** @returns where the next element begins. */
  write(into: Buffer, at: number, value: unknown): number;
}

const ENCODINGS: Record<Element, Encoding> = {
  uuid: { oid: 2950, size: 16, write: (into, at, value) => writeUuid(into, at, value as string) },
  int: { oid: 23, size: 4, write: (into, at, value) => into.writeInt32BE(value as number, at) },
  text: { oid: 25, write: writeText },
  json: { oid: 114, write: writeText },
  boolean: { oid: 16, size: 1, write: (into, at, value) => into.writeUInt8(value ? 1 : 0, at) },
  timestamptz: { oid: 1184, size: 8, write: (into, at, value) => into.writeBigInt64BE(microsOf(value as string), at) },
};

const HEAD_BYTES = 20;
const LENGTH_BYTES = 4;

/** @param values null where there is none; instants as RFC 3339, to the millisecond. */
export function binaryArray(element: Element, values: readonly (string | number | boolean | null)[]): Buffer {
  const { oid, size, write } = ENCODINGS[element];
  const bytes = size === undefined ? bytesOf(values as (string | null)[]) : values.length * size;
  const into = Buffer.allocUnsafe(HEAD_BYTES + values.length * LENGTH_BYTES + bytes);
  let at = writeHead(into, oid, values.length, values.includes(null));
  for (const value of values) {
    const from = at + LENGTH_BYTES;
    if (value !== null) at = write(into, from, value);
    into.writeInt32BE(value === null ? -1 : at - from, from - LENGTH_BYTES);
    if (value === null) at = from;
  }
  return at === into.length ? into : into.subarray(0, at);
}

/** Dimensions, whether there are nulls, type of element, length, lower bound. */
function writeHead(into: Buffer, oid: number, length: number, hasNull: boolean): number {
  [1, hasNull ? 1 : 0, oid, length, 1].forEach((word, index) => into.writeInt32BE(word, index * 4));
  return HEAD_BYTES;
}

function bytesOf(values: readonly (string | null)[]): number {
  let bytes = 0;
  for (const value of values) if (value !== null) bytes += Buffer.byteLength(value);
  return bytes;
}

function writeText(into: Buffer, at: number, value: unknown): number {
  return at + into.write(value as string, at);
}

/** Where the 32 digits stand between the hyphens. */
const DIGITS_AT = [...'01234567-89ab-cdef-0123-456789abcdef'].flatMap((sign, index) => (sign === '-' ? [] : [index]));
const NO_DIGIT = 0xff;
const DIGITS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? NO_DIGIT : digit;
});

function writeUuid(into: Buffer, at: number, uuid: string): number {
  let seen = 0;
  for (let index = 0; index < 16; index += 1) {
    const high = DIGITS[uuid.charCodeAt(DIGITS_AT[2 * index] as number)] ?? NO_DIGIT;
    const low = DIGITS[uuid.charCodeAt(DIGITS_AT[2 * index + 1] as number)] ?? NO_DIGIT;
    seen |= high | low;
    into[at + index] = (high << 4) | low;
  }
  assert(seen < 16 && uuid.length === 36, `no UUID: ${uuid}`);
  return at + 16;
}

/** PostgreSQL counts microseconds from the year 2000. */
const EPOCH_MS = Date.UTC(2000);

/** Most of a batch is recorded at one instant. */
const last = { instant: '', micros: 0n };

function microsOf(instant: string): bigint {
  if (instant === last.instant) return last.micros;
  const ms = Date.parse(instant) - EPOCH_MS;
  assert(Number.isInteger(ms), `no instant: ${instant}`);
  return Object.assign(last, { instant, micros: BigInt(ms) * 1_000n }).micros;
}
