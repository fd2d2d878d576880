// The audit trail as one: what was done in plans (the journal), what was done outside them (audit) and what was refused, in the
// order of time. No prose, no names: who is told of by id, role and organisation.
import { vocabulary, type Who } from '#libs/lifecycle';
import { isUuid } from '#libs/platform';
import type { Pool } from 'pg';

export interface TrailAsked {
  /** The id of a person or a token. */
  who?: string | undefined;
  plan?: string | undefined;
  /** Instants, RFC 3339: from the one on, and before the other. */
  from?: string | undefined;
  to?: string | undefined;
  /** The type of an event, a kind of the audit's, or `command.refused`. */
  kind?: string | undefined;
  /** The id of the last row of the page before. */
  cursor?: string | undefined;
  limit: number;
}

export interface TrailRow {
  id: string;
  at: Date;
  kind: string;
  who: { id: string; role: string | null; organisation: string | null };
  plan: string | null;
  /** Ids, codes and counts that the deed was about. */
  about: Record<string, unknown>;
}

interface Row {
  at: Date;
  source: number;
  of: string;
  no: string;
  kind: string;
  who: Who;
  plan: string | null;
  about: Record<string, unknown>;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What people keep to themselves (INV-36) leaves no gap in the trail, and says no more than that there was something. */
const KEPT = vocabulary.capabilities.flatMap(({ kept }) => kept?.events ?? []);
const KIND = `CASE WHEN type IN (${KEPT.map((type) => `'${type}'`).join(', ')}) THEN 'kept-to-oneself' ELSE type END`;

/** Rows of one instant: first the plans', each in its own order, then the audit's, then what was refused. */
const SOURCES = [
  {
    rows: `SELECT recorded_at AS at, plan AS of, sequence::bigint AS no, ${KIND} AS kind, who, plan, stage, attempt, command, imported
      FROM event`,
    about: `json_build_object('stage', stage, 'attempt', attempt, 'command', command, 'imported', imported)`,
  },
  { rows: `SELECT at, '${NOBODY}'::uuid AS of, no, kind, who, plan, about FROM audit`, about: 'about' },
  {
    rows: `SELECT at, '${NOBODY}'::uuid AS of, no, 'command.refused' AS kind, who, plan, verb, codes FROM refusal`,
    about: `json_build_object('verb', verb, 'codes', codes)`,
  },
];

/** Of each source no more than is asked for, and only of those what they were about is put together. */
const ofSource = ({ rows, about }: (typeof SOURCES)[number], source: number) => `(
  SELECT at, ${source} AS source, of, no, kind, who, plan, ${about} AS about FROM (
    SELECT * FROM (${rows}) AS row
    WHERE ($1::timestamptz IS NULL OR at >= $1) AND ($2::timestamptz IS NULL OR at < $2) AND ($3::uuid IS NULL OR plan = $3)
      AND ($4::text IS NULL OR who ->> 'id' = $4) AND ($5::text IS NULL OR kind = $5)
      AND ($6::timestamptz IS NULL OR (at >= $6 AND (at, ${source}, of, no) > ($6, $7::int, $8::uuid, $9::bigint)))
    ORDER BY at, of, no LIMIT $10) AS source)`;

const TRAIL = `${SOURCES.map(ofSource).join(' UNION ALL ')} ORDER BY at, source, of, no LIMIT $10`;

/** The oldest first. */
export async function readTrail(pool: Pool, asked: TrailAsked): Promise<TrailRow[]> {
  const after = asked.cursor === undefined ? null : await placeOf(pool, asked.cursor);
  if (after === undefined) return [];
  const { rows } = await pool.query<Row>(TRAIL, [...valuesOf(asked), ...(after ?? NOWHERE), asked.limit]);
  return rows.map(told);
}

/** How long a reader who takes nothing more holds up a connection. */
const WAIT_MAX_MS = 60_000;
const HANDFUL = 2_000;

/** All of it, in handfuls: sorted once, however long it is. */
export async function* wholeTrail(pool: Pool, asked: Omit<TrailAsked, 'cursor' | 'limit'>): AsyncGenerator<TrailRow[]> {
  const client = await pool.connect();
  // A cursor takes no parameters.
  const values = [...valuesOf(asked), ...NOWHERE, null].map((one) =>
    one === null ? 'NULL' : client.escapeLiteral(one),
  );
  const sql = TRAIL.replace(/\$(\d+)/g, (_, number) => values[Number(number) - 1] as string);
  try {
    // It only reads, so no reader of the journal waits for it.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await client.query(`SET LOCAL idle_in_transaction_session_timeout = ${WAIT_MAX_MS}`);
    await client.query(`DECLARE trail NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${HANDFUL} FROM trail`);
      if (rows.length === 0) return;
      yield rows.map(told);
    }
  } finally {
    // Also when nobody reads on. A connection that is broken by now is not given back.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (error: Error) => client.release(error),
    );
  }
}

function valuesOf({ from, to, plan, who, kind }: Omit<TrailAsked, 'cursor' | 'limit'>): (string | null)[] {
  return [from ?? null, to ?? null, plan ?? null, who ?? null, kind ?? null];
}

function told({ at, source, of, no, kind, who, plan, about }: Row): TrailRow {
  const { id, role = null, organisation = null } = who;
  return {
    id: [`${of}-${no}`, `audit-${no}`, `refusal-${no}`][source] as string,
    at,
    kind,
    who: { id, role, organisation },
    plan,
    about,
  };
}

const PLACE = /^(.+)-(\d{1,18})$/;
const NOWHERE = [null, null, null, null];

export function isTrailId(id: string): boolean {
  const [, of = ''] = PLACE.exec(id) ?? [];
  return of === 'audit' || of === 'refusal' || isUuid(of);
}

/** Instant, source, plan and number of a row, by its id; undefined when it is not there. */
async function placeOf(pool: Pool, id: string): Promise<(string | number)[] | undefined> {
  const [, told = '', no = ''] = PLACE.exec(id) ?? [];
  const source = ['audit', 'refusal'].indexOf(told) + 1;
  const of = source === 0 ? told : NOBODY;
  // As text: a Date would cut it off at the millisecond.
  const { rows } = await pool.query<{ at: string }>(
    `SELECT at::text FROM (${SOURCES[source]?.rows}) AS source WHERE of = $1 AND no = $2`,
    [of, no],
  );
  return rows[0] && [rows[0].at, source, of, no];
}
