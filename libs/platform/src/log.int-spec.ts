// What the log tells of a failure, with errors as a real database gives them.
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../test/services/database.js';
import { openLog } from './log.js';

let database: FreshDatabase;
let source: DataSource;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  source = new DataSource({ type: 'postgres', url: database.url });
  await source.initialize();
  pool = new Pool({ connectionString: database.url });
  await pool.query('CREATE TABLE one (name text UNIQUE CHECK (length(name) < 20), day date)');
  await pool.query(`INSERT INTO one VALUES ('anna@region.example')`);
});

afterAll(async () => {
  await source.destroy();
  await pool.end();
  await database.drop();
});

/** The line that the log has of it. */
async function logged(fails: Promise<unknown>): Promise<Record<string, unknown>> {
  const lines: string[] = [];
  const log = openLog('error', { write: (line) => void lines.push(line) });
  const error: unknown = await fails.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  log.error({ err: error }, 'it failed');
  expect(lines.join('')).not.toMatch(/anna|region\.example/);
  return JSON.parse(lines[0] ?? '') as Record<string, unknown>;
}

const INSERT = 'INSERT INTO one VALUES ($1)';

it.each([
  ['a value that is there already', [`anna@region.example`], '23505', 'one_name_key'],
  ['a row that breaks a rule', ['anna@region.example and more'], '23514', 'one_name_check'],
])('tells of %s which rule it was, and not the value', async (_what, values, code, constraint) => {
  for (const insert of [() => source.query(INSERT, values), () => pool.query(INSERT, values)]) {
    const { err } = await logged(insert());
    expect(err).toMatchObject({ code, constraint, table: 'one', message: expect.stringContaining(constraint) });
    expect((err as { stack: string }).stack).toMatch(/^\s+at /);
  }
});

it('tells of a value that is none of its kind that there was one', async () => {
  const fails = pool.query('INSERT INTO one (day) VALUES ($1)', ['anna']);
  expect(await logged(fails)).toMatchObject({ err: { code: '22007', message: 'the database does not take a value' } });
});

it('tells of any other error its words, its place and its cause', async () => {
  const fails = Promise.reject(new Error('the door is shut', { cause: new TypeError('no key') }));
  expect(await logged(fails)).toMatchObject({
    msg: 'it failed',
    err: {
      type: 'Error',
      message: 'the door is shut',
      stack: expect.stringContaining('at '),
      cause: { type: 'TypeError' },
    },
  });
  expect(await logged(Promise.reject('anna'))).toMatchObject({ err: { type: 'string' } });
});
