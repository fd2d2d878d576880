// The audit trail as one: what was done in plans (the journal), what was done outside them (audit) and what was refused, in the
// order of time. No prose, no names: who is told of by id, role and organisation.
import type { Who } from '#libs/lifecycle';
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

/** Rows of one instant: first the plans', each in its own order, then the audit's, then what was refused. */
const SOURCES = [
  `SELECT recorded_at AS at, 0 AS source, plan AS of, sequence::bigint AS no, type AS kind, who, plan,
     json_build_object('stage', stage, 'attempt', attempt, 'command', command, 'imported', imported) AS about FROM event`,
  `SELECT at, 1 AS source, '${NOBODY}'::uuid AS of, no, kind, who, plan, about FROM audit`,
  `SELECT at, 2 AS source, '${NOBODY}'::uuid AS of, no, 'command.refused' AS kind, who, plan,
     json_build_object('verb', verb, 'codes', codes) AS about FROM refusal`,
];

const ASKED = `($1::timestamptz IS NULL OR at >= $1) AND ($2::timestamptz IS NULL OR at < $2) AND ($3::uuid IS NULL OR plan = $3)
  AND ($4::text IS NULL OR who ->> 'id' = $4) AND ($5::text IS NULL OR kind = $5)
  AND ($6::timestamptz IS NULL OR (at >= $6 AND (at, source, of, no) > ($6, $7::int, $8::uuid, $9::bigint)))`;

const TRAIL = `SELECT * FROM (${SOURCES.map((source) => `SELECT * FROM (${source}) AS source WHERE ${ASKED}`).join(' UNION ALL ')})
  AS trail ORDER BY at, source, of, no LIMIT $10`;

/** The oldest first. */
export async function readTrail(pool: Pool, asked: TrailAsked): Promise<TrailRow[]> {
  const { from = null, to = null, plan = null, who = null, kind = null, cursor, limit } = asked;
  const after = cursor === undefined ? null : placeOf(cursor);
  const at = after === null ? null : await instantOf(pool, after);
  if (after !== null && at === null) return [];
  const { rows } = await pool.query<Row>(TRAIL, [
    from,
    to,
    plan,
    who,
    kind,
    at,
    ...(after === null ? [null, null, null] : [after.source, after.of, after.no]),
    limit,
  ]);
  return rows.map(told);
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

interface Place {
  source: number;
  of: string;
  no: string;
}

const PLACE = /^(.+)-(\d{1,18})$/;

export function isTrailId(id: string): boolean {
  const [, of = ''] = PLACE.exec(id) ?? [];
  return of === 'audit' || of === 'refusal' || isUuid(of);
}

function placeOf(id: string): Place {
  const [, of = '', no = ''] = PLACE.exec(id) ?? [];
  if (of === 'audit') return { source: 1, of: NOBODY, no };
  return of === 'refusal' ? { source: 2, of: NOBODY, no } : { source: 0, of, no };
}

/** As text: a Date would cut it off at the millisecond. */
async function instantOf(pool: Pool, { source, of, no }: Place): Promise<string | null> {
  const from = SOURCES[source] as string;
  const { rows } = await pool.query<{ at: string }>(
    `SELECT at::text FROM (${from}) AS source WHERE of = $1 AND no = $2`,
    [of, no],
  );
  return rows[0]?.at ?? null;
}
