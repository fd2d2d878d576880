// What is written in binary is read back as it was meant, whatever the values.
import fc from 'fast-check';
import { freshDatabase, type FreshDatabase } from '../../../test/services/database.js';
import { openPool } from '#libs/platform';
import type { Pool } from 'pg';
import { binaryArray, type Element } from './binary-array.js';

let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool(database.url, 1);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const text = fc.string({ unit: 'binary' }).filter((words) => !words.includes('\0'));
const instant = fc.date({ min: new Date('1583-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

const KINDS: [Element, fc.Arbitrary<string | number | boolean>, (read: unknown) => unknown][] = [
  ['uuid', fc.uuid(), (read) => read],
  ['int', fc.integer(), (read) => read],
  ['text', text, (read) => read],
  [
    'json',
    fc
      .jsonValue()
      .map((value) => JSON.stringify([value]))
      .filter((json) => !json.includes('\\u0000')),
    (read) => JSON.stringify(read),
  ],
  ['boolean', fc.boolean(), (read) => read],
  ['timestamptz', instant.map((date) => date.toISOString()), (read) => (read as Date).toISOString()],
];

it.each(KINDS)('%s', async (element, value, told) => {
  const columns = fc.array(fc.option(value), { minLength: 0, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(columns, async (values) => {
      const { rows } = await pool.query<{ value: unknown }>(`SELECT unnest($1::${element}[]) AS value`, [
        binaryArray(element, values),
      ]);
      expect(rows.map((row) => (row.value === null ? null : told(row.value)))).toEqual(values);
    }),
    { numRuns: 40 },
  );
});

it.each([
  ['uuid', '00000000-0000-4000-8000-00000000000'],
  ['uuid', '00000000-0000-4000-8000-00000000000g'],
  ['uuid', '00000000-0000-4000-8000-00000000000å'],
  ['timestamptz', 'yesterday'],
] as const)('a %s that is none is not written: %s', (element, value) => {
  expect(() => binaryArray(element, [value])).toThrow(value);
});
