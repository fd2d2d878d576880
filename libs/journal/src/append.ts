// The one write of the product: events, the folded plans beside them, prose and kept answers, in one statement and one commit.
import type { Plan, PlanEvent, Text } from '#libs/lifecycle';
import { DatabaseError, type Pool } from 'pg';

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

const APPEND = `
WITH wanted AS (
  SELECT * FROM json_to_recordset($1) AS row (
    id uuid, expected int, kind text, title text, template text, template_version int, stage text, status text, attempt int,
    version int, parent uuid, programme text, public boolean, imported boolean, started_at timestamptz, recorded_at timestamptz, state json)
), begun AS (
  INSERT INTO plan (id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported, started_at, recorded_at, state)
  SELECT id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported, started_at, recorded_at, state
  FROM wanted WHERE expected = 0 RETURNING 1
), moved AS (
  UPDATE plan SET title = w.title, template_version = w.template_version, stage = w.stage, status = w.status, attempt = w.attempt,
    version = w.version, public = w.public, imported = w.imported, recorded_at = w.recorded_at, state = w.state
  FROM wanted w WHERE w.expected > 0 AND plan.id = w.id AND plan.version = w.expected RETURNING 1
), told AS (
  INSERT INTO event (plan, sequence, version, type, stage, attempt, occurred_at, recorded_at, who, command, imported, data)
  SELECT plan, sequence, version, type, stage, attempt, occurred_at, recorded_at, who, command, imported, data
  FROM json_to_recordset($2) AS row (
    plan uuid, sequence int, version int, type text, stage text, attempt int, occurred_at text, recorded_at timestamptz, who json,
    command uuid, imported boolean, data json)
), written AS (
  INSERT INTO text (plan, key, field, text, recorded_at)
  SELECT plan, key, field, text, "recordedAt"
  FROM json_to_recordset($3) AS row (plan uuid, key text, field text, text text, "recordedAt" timestamptz)
), kept AS (
  INSERT INTO idempotency_key (token, key, request, answer, recorded_at)
  SELECT token, key, request, answer, "recordedAt"
  FROM json_to_recordset($4) AS row (token text, key text, request text, answer json, "recordedAt" timestamptz)
)
SELECT all_or_nothing((SELECT count(*) FROM begun) + (SELECT count(*) FROM moved), $5) AS now`;

/**
 * Stores a batch whole or not at all; when it returns, the batch is durable.
 * @returns the database's time. @throws Overtaken; any other error leaves open whether it was stored.
 */
export async function append(pool: Pool, batch: Batch): Promise<Date> {
  const values = [
    JSON.stringify(batch.plans.map(planRow)),
    JSON.stringify(batch.events.map(eventRow)),
    JSON.stringify(batch.texts),
    JSON.stringify(batch.answers),
    batch.plans.length,
  ];
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

function planRow({ plan, expected }: Batch['plans'][number]) {
  return {
    id: plan.id,
    expected,
    kind: plan.kind,
    title: plan.title,
    template: plan.template.key,
    template_version: plan.template.version,
    stage: plan.stage,
    status: plan.status,
    attempt: plan.attempt,
    version: plan.version,
    parent: plan.parent,
    programme: plan.programme?.code,
    public: plan.public,
    imported: plan.imported,
    started_at: plan.startedAt,
    recorded_at: plan.recordedAt,
    state: plan,
  };
}

function eventRow(event: PlanEvent) {
  return {
    plan: event.plan,
    sequence: event.sequence,
    version: event.version,
    type: event.type,
    stage: event.stage,
    attempt: event.attempt,
    occurred_at: event.occurredAt,
    recorded_at: event.recordedAt,
    who: event.who,
    command: event.command,
    imported: event.imported === true,
    data: event.data,
  };
}
