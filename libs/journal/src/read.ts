// Reading the journal: all of it in the one order that skips nothing, or one plan's part of it.
import type { PlanEvent, Who } from '#libs/lifecycle';
import type { ClientBase, Pool } from 'pg';

/** A place in the journal's order: `<transaction id>-<position>`. `0-0` is before the first event. */
export type Position = string;

export const BEGINNING: Position = '0-0';

/** A pool, or a connection in the middle of a transaction. */
type Asked = Pick<ClientBase, 'query'>;

export interface ReadEvent {
  position: Position;
  event: PlanEvent;
}

interface EventRow {
  txid: string;
  position: string;
  plan: string;
  sequence: number;
  version: number;
  type: string;
  stage: string;
  attempt: number;
  occurred_at: string | null;
  recorded_at: Date;
  who: Who;
  command: string;
  imported: boolean;
  data: Record<string, unknown>;
}

const COLUMNS =
  'txid, position, plan, sequence, version, type, stage, attempt, occurred_at, recorded_at, who, command, imported, data';

/** The largest transaction id and position that PostgreSQL can hold bound what is taken for a position. */
export function isPosition(value: string): boolean {
  const [txid, position, more] = value.split('-');
  if (more !== undefined || !/^\d{1,20}$/.test(txid ?? '') || !/^\d{1,19}$/.test(position ?? '')) return false;
  return (
    BigInt(txid as string) <= 18_446_744_073_709_551_615n && BigInt(position as string) <= 9_223_372_036_854_775_807n
  );
}

/**
 * Events after a position, in (transaction id, position) order. Only what no running transaction can still slip an event
 * in front of is shown (below the snapshot's xmin), so that whoever goes on from the last position never misses one.
 */
export async function readAfter(
  pool: Pool,
  after: Position,
  { limit, types, plan }: { limit: number; types?: string[]; plan?: string },
): Promise<ReadEvent[]> {
  const [txid, position] = after.split('-');
  const { rows } = await pool.query<EventRow>({
    name: 'read-after',
    text: `SELECT ${COLUMNS} FROM event
      WHERE (txid, position) > ($1::text::xid8, $2::bigint) AND txid < pg_snapshot_xmin(pg_current_snapshot())
        AND ($4::text[] IS NULL OR type = ANY($4)) AND ($5::uuid IS NULL OR plan = $5)
      ORDER BY txid, position LIMIT $3`,
    values: [txid, position, limit, types ?? null, plan ?? null],
  });
  return rows.map((row) => ({ position: `${row.txid}-${row.position}`, event: eventOf(row) }));
}

/** What has been undone and corrected in a plan, the oldest first. */
export async function readRepairs(pool: Asked, plan: string): Promise<PlanEvent[]> {
  const { rows } = await pool.query<EventRow>({
    name: 'read-repairs',
    text: `SELECT ${COLUMNS} FROM event WHERE plan = $1 AND type IN ('step.undone', 'step.corrected') ORDER BY sequence`,
    values: [plan],
  });
  return rows.map(eventOf);
}

/** Events of one plan, of these sequences. */
export async function readSome(pool: Asked, plan: string, sequences: readonly number[]): Promise<PlanEvent[]> {
  const { rows } = await pool.query<EventRow>({
    name: 'read-some',
    text: `SELECT ${COLUMNS} FROM event WHERE plan = $1 AND sequence = ANY($2::int[]) ORDER BY sequence`,
    values: [plan, sequences],
  });
  return rows.map(eventOf);
}

/** One plan's events in their own order; of its whole life, or as it was recorded at an instant. */
export async function readPlan(
  pool: Asked,
  plan: string,
  { asOf, after = 0, limit }: { asOf?: string; after?: number; limit?: number } = {},
): Promise<PlanEvent[]> {
  const { rows } = await pool.query<EventRow>({
    name: 'read-plan',
    text: `SELECT ${COLUMNS} FROM event
      WHERE plan = $1 AND sequence > $2 AND ($3::timestamptz IS NULL OR recorded_at <= $3) ORDER BY sequence LIMIT $4`,
    values: [plan, after, asOf ?? null, limit ?? null],
  });
  return rows.map(eventOf);
}

/** The last event of a plan that has been read. */
export interface PlanPlace {
  plan: string;
  sequence: number;
}

/** Every plan's events, plan after plan, each plan's in their own order. @param after where to go on; from the first when absent. */
export async function readByPlan(
  pool: Asked,
  after: PlanPlace = { plan: '00000000-0000-0000-0000-000000000000', sequence: 0 },
  limit = 5_000,
): Promise<PlanEvent[]> {
  const { rows } = await pool.query<EventRow>({
    name: 'read-by-plan',
    text: `SELECT ${COLUMNS} FROM event WHERE (plan, sequence) > ($1::uuid, $2::int) ORDER BY plan, sequence LIMIT $3`,
    values: [after.plan, after.sequence, limit],
  });
  return rows.map(eventOf);
}

/** How long the oldest event that readers may not see yet has been waiting, in milliseconds; 0 when nothing is held up. */
export async function heldUpMs(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>(
    `SELECT coalesce(extract(epoch FROM clock_timestamp() - min(recorded_at)) * 1000, 0)::float8 AS ms
     FROM event WHERE txid >= pg_snapshot_xmin(pg_current_snapshot())`,
  );
  return Math.max(0, rows[0]?.ms ?? 0);
}

function eventOf(row: EventRow): PlanEvent {
  return {
    id: `${row.plan}-${row.sequence}`,
    plan: row.plan,
    sequence: row.sequence,
    version: row.version,
    type: row.type,
    data: row.data,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at.toISOString(),
    stage: row.stage,
    attempt: row.attempt,
    who: row.who,
    command: row.command,
    ...(row.imported ? { imported: true as const } : {}),
  };
}
