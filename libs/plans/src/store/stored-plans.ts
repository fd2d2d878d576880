// Plans as their rows tell them, held against what their events give, and written anew where the two differ.
import { readPlan } from '#libs/journal';
import { readersOf, type Plan } from '#libs/lifecycle';
import { isDeepStrictEqual } from 'node:util';
import { DatabaseError, type ClientBase, type Pool } from 'pg';
import { BESIDE, PLAN_COLUMNS, rowOf, type PlanRow } from './plan-row.js';
import { areSame, foldedWithStandings, withoutEchoes, type FoldedPlan, type Standing } from './standing.js';

type Asked = Pick<ClientBase, 'query'>;

export interface Difference {
  plan: string;
  /** Fields of the fold, columns beside it, `standing` for how it has stood, `reader` for who finds it; `row` when there is none. */
  fields: string[];
}

interface Stored {
  row: Omit<PlanRow, 'state'>;
  state: string;
  standings: Standing[];
  /** Keys, in no order. */
  readers: string[];
}

/** @returns those that differ, with their fold: as far as the row had come when it was read. */
export async function differing(pool: Asked, plans: FoldedPlan[]): Promise<(Difference & { folded: FoldedPlan })[]> {
  const stored = await storedPlans(
    pool,
    plans.map(({ plan }) => plan.id),
  );
  const found: (Difference & { folded: FoldedPlan })[] = [];
  for (const read of plans) {
    const there = stored.get(read.plan.id);
    const folded =
      there && there.row.version !== read.plan.version ? await foldedTo(pool, read, there.row.version) : read;
    const fields = there ? differences(folded, there) : ['row'];
    if (fields.length > 0) found.push({ plan: read.plan.id, fields, folded });
  }
  return found;
}

/** The plan went on after its events were read. */
async function foldedTo(pool: Asked, { plan, ...rest }: FoldedPlan, version: number): Promise<FoldedPlan> {
  const events = await readPlan(pool, plan.id);
  return foldedWithStandings(events.filter((event) => event.version <= version)) ?? { plan, ...rest };
}

async function storedPlans(pool: Asked, ids: string[]): Promise<Map<string, Stored>> {
  const { rows } = await pool.query<Stored>({
    name: 'stored-plans',
    text: `SELECT (SELECT row_to_json(beside) FROM (SELECT ${BESIDE}) beside) AS row, state::text AS state, coalesce((
        SELECT json_agg(s ORDER BY since) FROM standing s WHERE s.plan = plan.id), '[]') AS standings,
        ARRAY(SELECT key FROM reader WHERE reader.plan = plan.id AND reader.started_at = plan.started_at) AS readers
      FROM plan WHERE id = ANY($1::uuid[])`,
    values: [ids],
  });
  return new Map(rows.map((stored) => [stored.row.id, stored]));
}

function differences({ plan, standings }: FoldedPlan, stored: Stored): string[] {
  const { state, ...columns } = rowOf(plan);
  const beside = differingFields({ ...columns }, { ...stored.row, ...instants(stored.row) });
  const told = withoutEchoes(stored.standings.map((one) => ({ ...one, since: new Date(one.since).toISOString() })));
  return [
    ...new Set([
      ...(JSON.stringify(state) === stored.state
        ? []
        : differingFields(plain(state), JSON.parse(stored.state) as object)),
      ...beside,
      ...(areSame(standings, told) ? [] : ['standing']),
      ...(stored.readers.toSorted().join(' ') === columns.readers ? [] : ['reader']),
    ]),
  ];
}

function instants({ started_at, recorded_at }: Stored['row']) {
  return { started_at: new Date(started_at).toISOString(), recorded_at: new Date(recorded_at).toISOString() };
}

/** As JSON keeps it: without what is undefined. */
function plain(plan: Plan): object {
  return JSON.parse(JSON.stringify(plan)) as object;
}

function differingFields(rebuilt: object, stored: object): string[] {
  const [one, other] = [new Map(Object.entries(rebuilt)), new Map(Object.entries(stored))];
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (field) => !isDeepStrictEqual(one.get(field), other.get(field)),
  );
}

/**
 * Writes rows and standings as the events give them. The rows are held meanwhile, so no command comes in between; a plan
 * that had gone on before that is folded again.
 */
export async function writeAnew(pool: Pool, plans: FoldedPlan[]): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await writePlans(client, await heldPlans(client, plans));
      await client.query('COMMIT');
      return;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      if (!isDeadlock(error) || tries === TRIES_MAX) throw error;
    } finally {
      client.release();
    }
  }
}

/** How often a write that met with commands on the same plans, each waiting for the other, is tried again. */
const TRIES_MAX = 10;

function isDeadlock(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '40P01';
}

async function heldPlans(client: ClientBase, plans: FoldedPlan[]): Promise<FoldedPlan[]> {
  const { rows } = await client.query<{ id: string; version: number }>(
    'SELECT id, version FROM plan WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
    [plans.map(({ plan }) => plan.id)],
  );
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  const now = async (read: FoldedPlan) => {
    const isAsRead = (versions.get(read.plan.id) ?? read.plan.version) === read.plan.version;
    return isAsRead ? read : (foldedWithStandings(await readPlan(client, read.plan.id)) ?? read);
  };
  const held: FoldedPlan[] = [];
  for (const read of plans) held.push(await now(read));
  return held;
}

/** Part of a transaction in which nobody else writes these plans. */
export async function writePlans(client: ClientBase, plans: FoldedPlan[]): Promise<void> {
  const columns = PLAN_COLUMNS.split(', ');
  await client.query({
    name: 'rewrite-plans',
    text: `INSERT INTO plan (${PLAN_COLUMNS}) SELECT ${PLAN_COLUMNS} FROM json_to_recordset($1) AS row (id uuid, kind text, title text,
        template text, template_version int, stage text, status text, attempt int, version int, parent uuid, programme text,
        public boolean, imported boolean, started_at timestamptz, recorded_at timestamptz, readers text, state json)
      ON CONFLICT (id) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    values: [JSON.stringify(plans.map(({ plan }) => rowOf(plan)))],
  });
  // The rows just written have left a standing of their own.
  await writeStandings(client, plans);
  await writeReaders(
    client,
    plans.map(({ plan }) => plan),
  );
}

export async function writeStandings(client: ClientBase, plans: FoldedPlan[]): Promise<void> {
  const ids = plans.map(({ plan }) => plan.id);
  await client.query({
    name: 'forget-standings',
    text: 'DELETE FROM standing WHERE plan = ANY($1::uuid[])',
    values: [ids],
  });
  await client.query({
    name: 'rewrite-standings',
    text: `INSERT INTO standing SELECT * FROM json_to_recordset($1) AS row (plan uuid, since timestamptz, title text, retitled boolean,
      template text, template_version int, stage text, status text, attempt int, public boolean, imported boolean)`,
    values: [
      JSON.stringify(plans.flatMap(({ plan, standings }) => standings.map((one) => ({ plan: plan.id, ...one })))),
    ],
  });
}

/** Where the database's own were damaged; those that are right stay as they are. */
async function writeReaders(client: ClientBase, plans: Plan[]): Promise<void> {
  const told = plans.map((plan) => ({ plan: plan.id, started_at: plan.startedAt, readers: readersOf(plan).join(' ') }));
  await client.query({
    name: 'forget-readers',
    text: 'DELETE FROM reader WHERE plan = ANY($1::uuid[])',
    values: [plans.map(({ id }) => id)],
  });
  await client.query({
    name: 'rewrite-readers',
    text: `INSERT INTO reader (plan, key, started_at)
      SELECT plan, unnest(string_to_array(readers, ' ')), started_at
      FROM json_to_recordset($1) AS row (plan uuid, started_at timestamptz, readers text)`,
    values: [JSON.stringify(told)],
  });
}
