// The lines of an export or a backup, out of one snapshot of the database, a handful at a time.
import type { CarriedTable } from '#libs/platform';
import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { carriedBy, type Contents } from './carried.js';
import { FORMAT, FORMAT_VERSION, type Header } from './format.js';

const HANDFUL = 500;

/** @param progress called with how many lines there are so far. */
export async function* exportLines(
  pool: Pool,
  contents: Contents,
  progress: (lines: number) => void = () => undefined,
): AsyncGenerator<string> {
  const client = await pool.connect();
  const hash = createHash('sha256');
  let lines = 0;
  const put = (value: object): string => {
    const line = `${JSON.stringify(value)}\n`;
    hash.update(line);
    lines += 1;
    return line;
  };
  try {
    // A transaction that only reads has no id of its own, so it holds up no reader of the journal however long it takes.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL timezone = 'UTC'`);
    yield put(await headerOf(client, contents));
    for (const { sql, handful } of statements(contents)) {
      for await (const rows of handfuls(client, sql, handful)) {
        yield rows.map((row) => put(row)).join('');
        progress(lines);
      }
    }
    const sha256 = hash.digest('hex');
    yield `${JSON.stringify({ is: 'end', lines, sha256 })}\n`;
  } finally {
    // Also when nobody reads on. A connection that is broken by now is not given back.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}

async function headerOf(client: PoolClient, contents: Contents): Promise<Header> {
  const header: Header = { format: FORMAT, version: FORMAT_VERSION, contents };
  if (contents === 'export') return header;
  const { rows } = await client.query<{ now: Date }>('SELECT now()');
  return { ...header, takenAt: (rows[0] as { now: Date }).now.toISOString() };
}

/** The plans come last: by then whoever reads the file has what they are folded from. */
function statements(contents: Contents): { sql: string; handful: number }[] {
  const ofTables = carriedBy(contents).map((table) => ({
    sql: rowsOf(contents === 'export' && table.handedOn !== undefined ? { ...table, from: table.handedOn } : table),
    handful: table.handful ?? HANDFUL,
  }));
  return [...ofTables, { sql: PLANS, handful: HANDFUL }];
}

function rowsOf({ kind, table, fields, from = table, order }: CarriedTable): string {
  const columns = Object.entries(fields).map(([name, { column, type }]) => `${read(column, type)} AS "${name}"`);
  return `SELECT '${kind}' AS is, ${columns.join(', ')} FROM ${from} ORDER BY ${order}`;
}

function read(column: string, type: string): string {
  return type === 'bytea' ? `translate(encode(${column}, 'base64'), E'\\n', '')` : column;
}

const PLANS = `SELECT 'plan' AS is, id, json_build_object('key', template, 'version', template_version) AS template, stage, status,
  attempt, version, (state ->> 'sequence')::int AS sequence FROM plan ORDER BY id`;

async function* handfuls(client: PoolClient, sql: string, handful: number): AsyncGenerator<object[]> {
  // PostgreSQL writes each row as JSON, instants to the microsecond; the driver's Date would cut them off at the millisecond.
  await client.query(`DECLARE lines NO SCROLL CURSOR FOR SELECT row_to_json(line) AS line FROM (${sql}) AS line`);
  for (;;) {
    const { rows } = await client.query<{ line: object }>(`FETCH ${handful} FROM lines`);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < handful) break;
  }
  await client.query('CLOSE lines');
}
