// The one write of the product: events, the folded plans beside them, prose and kept answers, in one statement and one commit.
import type { Plan, PlanEvent, Text } from '#libs/lifecycle';
import { outliveItsEnd } from '#libs/platform';
import { DatabaseError, Pool } from 'pg';

/** What one batch of commands leaves behind. */
export interface Batch {
  /** Each plan once, as it is after the batch, with the version it had before: 0 for a new one. */
  plans: { plan: Plan; expected: number }[];
  events: PlanEvent[];
  texts: Text[];
  answers: KeptAnswer[];
}

/** The answer to a command that came with an idempotency key. */
export interface KeptAnswer {
  /** The id of the token whose key it is. */
  token: string;
  key: string;
  /** A digest of what was asked: the same key with another is refused. */
  request: string;
  answer: object;
  recordedAt: string;
}

/** A plan had moved on, or a key been taken, since the batch was decided: decide again on what is there now. */
export class Overtaken extends Error {}

/**
 * Connections for `append`, on the same database. The plan of the statement is made once, when the tables may still be
 * empty: without these settings PostgreSQL would then read whole tables for ever after.
 */
export function openWriter(pool: Pool, connectionsMax: number): Pool {
  const settings = [
    'enable_seqscan=off',
    'enable_hashjoin=off',
    'enable_mergejoin=off',
    'jit=off',
    'plan_cache_mode=force_generic_plan',
  ];
  const options = settings.map((setting) => `-c ${setting}`).join(' ');
  const writer = new Pool({ ...pool.options, max: connectionsMax, options });
  writer.on('connect', outliveItsEnd);
  writer.on('error', () => undefined);
  return writer;
}

// Arrays and lines of JSON, zipped by unnest: half the work for PostgreSQL of taking one JSON document apart.
const APPEND = `
WITH wanted AS (
  SELECT * FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::int[], $7::text[], $8::text[], $9::int[], $10::int[],
    $11::uuid[], $12::text[], $13::boolean[], $14::boolean[], $15::timestamptz[], $16::timestamptz[], string_to_array($17, E'\n'))
  AS row (id, expected, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported,
    started_at, recorded_at, state)
), begun AS (
  INSERT INTO plan (id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported, started_at, recorded_at, state)
  SELECT id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported, started_at, recorded_at, state::json
  FROM wanted WHERE expected = 0 RETURNING 1
), moved AS (
  UPDATE plan SET title = w.title, template = w.template, template_version = w.template_version, stage = w.stage, status = w.status, attempt = w.attempt,
    version = w.version, public = w.public, imported = w.imported, recorded_at = w.recorded_at, state = w.state::json
  FROM wanted w WHERE w.expected > 0 AND plan.id = w.id AND plan.version = w.expected RETURNING 1
), told AS (
  INSERT INTO event (plan, sequence, version, type, stage, attempt, occurred_at, recorded_at, command, imported, who, data)
  SELECT plan, sequence, version, type, stage, attempt, occurred_at, recorded_at, command, imported, who::json, data::json
  FROM unnest($18::uuid[], $19::int[], $20::int[], $21::text[], $22::text[], $23::int[], $24::text[], $25::timestamptz[], $26::uuid[],
    $27::boolean[], string_to_array($28, E'\n'), string_to_array($29, E'\n'))
  AS row (plan, sequence, version, type, stage, attempt, occurred_at, recorded_at, command, imported, who, data)
), written AS (
  INSERT INTO text (plan, key, field, text, recorded_at)
  SELECT plan, key, field, text, "recordedAt"
  FROM json_to_recordset($30) AS row (plan uuid, key text, field text, text text, "recordedAt" timestamptz)
), kept AS (
  INSERT INTO idempotency_key (token, key, request, answer, recorded_at)
  SELECT token, key, request, answer, "recordedAt"
  FROM json_to_recordset($31) AS row (token text, key text, request text, answer json, "recordedAt" timestamptz)
)
SELECT all_or_nothing((SELECT count(*) FROM begun) + (SELECT count(*) FROM moved), $32) AS now`;

/**
 * Stores a batch whole or not at all; when it returns, the batch is durable.
 * @returns the database's time. @throws Overtaken; any other error leaves open whether it was stored.
 */
export async function append(pool: Pool, batch: Batch): Promise<Date> {
  const { texts, answers, plans } = batch;
  const prose = [JSON.stringify(texts), JSON.stringify(answers)];
  const values = [...planColumns(batch), ...eventColumns(batch), ...prose, plans.length];
  try {
    const { rows } = await pool.query<{ now: Date }>({ name: 'append', text: APPEND, values });
    return (rows[0] as { now: Date }).now;
  } catch (error) {
    if (error instanceof DatabaseError && OVERTAKEN.has(error.code ?? '')) throw new Overtaken(error.message);
    throw error;
  }
}

/** Our own code for a stale version; a key or sequence that another process took; two batches that waited for each other. */
const OVERTAKEN = new Set(['SV001', '23505', '40P01', '40001']);

function planColumns({ plans }: Batch): unknown[] {
  const each = <Value>(value: (plan: Plan) => Value) => plans.map(({ plan }) => value(plan));
  return [
    each((plan) => plan.id),
    plans.map(({ expected }) => expected),
    each((plan) => plan.kind),
    each((plan) => plan.title),
    each((plan) => plan.template.key),
    each((plan) => plan.template.version),
    each((plan) => plan.stage),
    each((plan) => plan.status),
    each((plan) => plan.attempt),
    each((plan) => plan.version),
    each((plan) => plan.parent ?? null),
    each((plan) => plan.programme?.code ?? null),
    each((plan) => plan.public),
    each((plan) => plan.imported),
    each((plan) => plan.startedAt),
    each((plan) => plan.recordedAt),
    lines(each((plan) => plan)),
  ];
}

function eventColumns({ events }: Batch): unknown[] {
  const each = <Value>(value: (event: PlanEvent) => Value) => events.map(value);
  return [
    each((event) => event.plan),
    each((event) => event.sequence),
    each((event) => event.version),
    each((event) => event.type),
    each((event) => event.stage),
    each((event) => event.attempt),
    each((event) => event.occurredAt),
    each((event) => event.recordedAt),
    each((event) => event.command),
    each((event) => event.imported === true),
    lines(each((event) => event.who)),
    lines(each((event) => event.data)),
  ];
}

/** JSON never holds a bare line feed, so one text carries a whole column of it. */
function lines(values: unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}
