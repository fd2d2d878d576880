// The rows of a file into the database: all of them in one transaction, or none. Plans are folded again from their events, and
// what comes of it is held against what the file says of them.
import { beginEpoch } from '#libs/journal';
import { LIFECYCLE_EVENTS, vocabulary } from '#libs/lifecycle';
import type { CarriedTable } from '#libs/platform';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { StartFault } from '../start-fault.js';
import { AttachmentsTold } from './attachments-told.js';
import { carriedBy, carriedTables, leftOut, type Contents } from './carried.js';
import { PlansFolded } from './fold-plans.js';
import type { Line, PlanLine } from './format.js';

export interface StoreRows {
  contents: Contents;
  /** What is there gives way to the file; otherwise there must be nothing. */
  replace?: boolean;
  progress?: (rows: number) => void;
}

/** Rows by what they are: `{ event: 160, plan: 3 }`. */
export type Stored = Record<string, number>;

/** The key of the lock that lets one import at a time do its work, in whatever process; a project's history takes it, too. */
const IMPORTING = 7_305_002;
const HANDFUL = 500;

/** @throws StartFault */
export async function storeRows(
  pool: Pool,
  rows: AsyncIterable<Line>,
  { contents, replace = false, progress = () => undefined }: StoreRows,
): Promise<Stored> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [IMPORTING]);
    // Nobody starts a plan meanwhile.
    await client.query('LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE');
    await makeRoom(client, replace);
    const stored = await storeAll(client, handfuls(rows, contents), progress);
    await beginEpoch(client);
    await client.query('COMMIT');
    client.release();
    return stored;
  } catch (error) {
    await client.query('ROLLBACK').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw unfit(error) ?? error;
  }
}

/** Every attachment is asked for its content at the end, not by the table as it comes: what was struck out since has none. */
async function storeAll(
  client: PoolClient,
  handfuls: AsyncIterable<{ is: string; lines: Line[] }>,
  progress: (rows: number) => void,
): Promise<Stored> {
  const stored: Stored = {};
  const plans = new PlansFolded(client);
  const attachments = new AttachmentsTold();
  await client.query('ALTER TABLE event DISABLE TRIGGER attachment_has_content');
  for await (const { is, lines } of handfuls) {
    for (const line of lines) attachments.see(line);
    await (is === 'plan' ? plans.store(lines as unknown as PlanLine[]) : insert(client, tableOf(is), lines));
    stored[is] = (stored[is] ?? 0) + lines.length;
    progress(Object.values(stored).reduce((sum, count) => sum + count, 0));
  }
  await plans.end();
  if (attachments.fault !== undefined)
    throw new StartFault(`The file cannot be stored: ${attachments.fault}. Nothing was stored.`);
  await client.query('ALTER TABLE event ENABLE TRIGGER attachment_has_content');
  return stored;
}

/** What the tables do not take: a value of another type (class 22), one that is missing or there twice (23). */
function unfit(error: unknown): StartFault | undefined {
  if (!(error instanceof DatabaseError) || !/^2[23]/.test(error.code ?? '')) return undefined;
  return new StartFault(`The file holds what cannot be stored: ${error.message}. Nothing was stored.`, {
    cause: error,
  });
}

async function makeRoom(client: PoolClient, replace: boolean): Promise<void> {
  if (replace) {
    // What only grows gives way to what it was (INV-55), in this transaction alone.
    await client.query(`SET LOCAL stegvis.restoring = 'yes'`);
    const tables = [...carriedTables.map(({ table }) => table), ...Object.keys(leftOut)].filter(
      (table) => table !== 'migration' && table !== 'journal_epoch',
    );
    await client.query(`TRUNCATE ${tables.join(', ')}`);
    return;
  }
  if (await isUsed(client))
    throw new StartFault(
      'There is something in this database already, and an export goes into an empty one: set STEGVIS_DATA_DIR to a new folder, or DATABASE_URL to an empty database. (A backup takes the place of what is there: stegvis restore.) Nothing was changed.',
    );
  for (const { table, fresh } of carriedTables)
    if (fresh !== undefined) await client.query(`DELETE FROM ${table} WHERE ${fresh}`);
}

/** Whether there is anything besides what a fresh database has. */
export async function isUsed(client: Pick<PoolClient, 'query'>): Promise<boolean> {
  const tables = carriedTables.filter((table) => table.in === 'export');
  const any = tables.map(
    ({ table, fresh }) => `EXISTS (SELECT FROM ${table}${fresh === undefined ? '' : ` WHERE NOT (${fresh})`})`,
  );
  const { rows } = await client.query<{ used: boolean }>(`SELECT ${any.join(' OR ')} AS used`);
  return rows[0]?.used === true;
}

/** Rows of one kind that follow each other, as many as are stored at once. */
async function* handfuls(rows: AsyncIterable<Line>, contents: Contents): AsyncGenerator<{ is: string; lines: Line[] }> {
  const known = new Map([...carriedBy(contents).map((table) => [table.kind, table.handful] as const), ['plan', 0]]);
  let lines: Line[] = [];
  for await (const line of rows) {
    if (!known.has(line.is) || (line.is === 'event' && !isKnownEvent(line))) throw newer(line);
    const is = lines[0]?.is;
    if (is !== undefined && (is !== line.is || lines.length >= (known.get(is) || HANDFUL))) {
      yield { is, lines };
      lines = [];
    }
    lines.push(line);
  }
  if (lines[0]) yield { is: lines[0].is, lines };
}

/** Folding would pass over what it does not know, and the plan be another than it was. */
function isKnownEvent({ type }: Line): boolean {
  return vocabulary.evolvers.has(type as string) || (LIFECYCLE_EVENTS as readonly string[]).includes(type as string);
}

function newer({ is, type }: Line): StartFault {
  const what = is === 'event' ? `events ${String(type)}` : `rows of "${is}"`;
  return new StartFault(
    `The file was made by a newer Stegvis: this one does not know ${what}. Use that version or a later one. Nothing was stored.`,
  );
}

function tableOf(kind: string): CarriedTable {
  return carriedTables.find((table) => table.kind === kind) as CarriedTable;
}

async function insert(client: PoolClient, { table, fields, store }: CarriedTable, lines: Line[]): Promise<void> {
  const columns = Object.values(fields).map(({ column }) => column);
  const typed = Object.entries(fields).map(([name, { type }]) => `"${name}" ${type === 'bytea' ? 'text' : type}`);
  const read = Object.entries(fields).map(
    ([name, { column, type }]) => `${type === 'bytea' ? `decode("${name}", 'base64')` : `"${name}"`} AS ${column}`,
  );
  const rows = `(SELECT ${read.join(', ')} FROM json_to_recordset($1) AS line (${typed.join(', ')})) AS row`;
  const plain = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM {rows}`;
  await client.query((store ?? plain).replace('{rows}', rows), [JSON.stringify(lines)]);
}
