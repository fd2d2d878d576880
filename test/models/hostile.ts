// Values that programs fall over, each of a shape that a body's JSON Schema allows or nearly allows.
import fc, { type Arbitrary } from 'fast-check';

type Schema = Record<string, unknown>;

/** Keys and codes that a careless map takes for its own, and that a careless pattern lets through. */
export const NAMES = [
  'constructor',
  '__proto__',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'RKL',
  'meeting-1',
  'a',
  '1',
];

export const TEXTS = [
  'Hälsolots',
  '__proto__',
  'constructor',
  '\u0000',
  'a\u0000b',
  '\u202Eabc',
  'ab\u200Dc',
  '𝒳𝒴',
  '\uD800',
  'e\u0301\u0301\u0301',
  'مرحبا',
  '👩‍👩‍👧',
  ' ',
  '\u00A0',
  '\uFEFF',
  'x'.repeat(20_000),
  '${1}',
  '{stage}',
  'text-1',
  'null',
];

/** The edges of EDTF and of the calendar: leap days, first and last years, zones, fractions, what does not exist. */
export const DATES = [
  '0000',
  '9999',
  '0000-01',
  '9999-24',
  '2024-02-29',
  '2023-02-29',
  '1900-02-29',
  '2000-02-29',
  '0000-01-01',
  '0000-02-29',
  '9999-12-31',
  '2026-02-30',
  '2026-03-29T02:30:00+01:00',
  '2026-10-25T02:30:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '9999-12-31T23:59:59-23:59',
  '0000-01-01T00:00:00+23:59',
  '2026-01-01T23:59:60Z',
  '2026-01-01T24:00:00Z',
  '2026-01-12T10:00Z',
  '2026-01-12',
  '2025-12-01',
  '2026-21',
  '2026-25',
  '2026-13',
  '+12026-01-01',
  '-0001-01-01',
  '20260112',
];

const NUMBERS = [0, -0, 1, -1, 0.1, 1e-9, 2 ** 31, 2 ** 53, -(2 ** 53), 1e12, 1e21, 5e-324];

/** @param known keys of records that the plan has. */
export function hostileBody(schema: Schema, known: string[]): Arbitrary<Record<string, unknown>> {
  return object(schema, known) as Arbitrary<Record<string, unknown>>;
}

function value(schema: Schema, known: string[]): Arbitrary<unknown> {
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown>(...(schema['enum'] as unknown[]));
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((one) => value(one, known)));
  const types = [schema['type']].flat() as string[];
  return fc.oneof(...types.map((type) => ofType(type, schema, known)));
}

function ofType(type: string, schema: Schema, known: string[]): Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return schema['properties'] ? object(schema, known) : pairs(known);
    case 'array': {
      const { minItems = 0 } = schema as { minItems?: number };
      return fc.array(value((schema['items'] ?? {}) as Schema, known), {
        minLength: minItems,
        maxLength: minItems + 2,
      });
    }
    case 'integer':
    case 'number': {
      const edges = [schema['minimum'], schema['maximum']].filter((edge) => edge !== undefined);
      return fc.constantFrom<unknown>(...edges, ...NUMBERS, 1, 2, 3);
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return text(schema, known);
  }
}

function text({ format, description = '' }: Schema, known: string[]): Arbitrary<string> {
  const keys = fc.constantFrom(...known, ...NAMES);
  if (format === 'date' || String(description).includes('as precise')) return fc.constantFrom(...DATES);
  if (format === 'uuid') return fc.constantFrom('00000000-0000-4000-8000-000000000000', '0'.repeat(36), ...known);
  return fc.oneof(
    { weight: 3, arbitrary: keys },
    fc.constantFrom(...TEXTS),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
}

/** A map of names: what `stages` of a migration takes, and what a prototype would slip in by. */
function pairs(known: string[]): Arbitrary<unknown> {
  const name = fc.constantFrom(...known, ...NAMES);
  return fc.array(fc.tuple(name, name), { maxLength: 4 }).map((list) => JSON.parse(textOf(list)) as unknown);
}

/** As it comes over the wire: `__proto__` is then an entry like any other. */
const textOf = (list: [string, unknown][]) =>
  `{${list.map(([name, inner]) => `${JSON.stringify(name)}:${JSON.stringify(inner)}`).join()}}`;

function object(schema: Schema, known: string[]): Arbitrary<unknown> {
  const required = (schema['required'] ?? []) as string[];
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const each = fields.map(([name, inner]) => {
    const often = required.includes(name) ? 40 : 1;
    return fc
      .oneof({ weight: often, arbitrary: value(inner, known) }, { weight: 1, arbitrary: fc.constant(undefined) })
      .map((made) => [name, made] as [string, unknown]);
  });
  const odd = fc.oneof(
    { weight: 60, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.constantFrom(...NAMES).map((name) => [[name, { polluted: 'yes' }]]) },
  );
  return fc.tuple(odd, ...each).map(([more, ...list]) => {
    const told = list.filter(([, made]) => made !== undefined);
    return JSON.parse(textOf([...told, ...(more as [string, unknown][])])) as unknown;
  });
}
