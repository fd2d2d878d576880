// The floor: pg alone, one named statement a step that updates the state row with a version check and inserts event and outbox.
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { walkFor, type Steps } from './steps.js';

const STEP = `
WITH moved AS (
  UPDATE floor_state SET version = version + 1, stage = $3, state = $4, moved_at = now()
  WHERE id = $1 AND version = $2 RETURNING id, version
), told AS (
  INSERT INTO floor_event (plan, version, type, data) SELECT id, version, $5, $6 FROM moved RETURNING 1
), out AS (
  INSERT INTO floor_outbox (plan, type, data) SELECT id, $5, $6 FROM moved RETURNING 1
)
SELECT version FROM moved`;

export async function makeFloor(pool: Pool): Promise<void> {
  await pool.query(`
    CREATE TABLE floor_state (id uuid PRIMARY KEY, version int NOT NULL, stage text NOT NULL, state jsonb NOT NULL, moved_at timestamptz NOT NULL DEFAULT now());
    CREATE TABLE floor_event (position bigserial PRIMARY KEY, plan uuid NOT NULL, version int NOT NULL, type text NOT NULL, data jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now(), UNIQUE (plan, version));
    CREATE TABLE floor_outbox (position bigserial PRIMARY KEY, plan uuid NOT NULL, type text NOT NULL, data jsonb NOT NULL)`);
}

const STEPS = 10;

/** So many plans in flight, each going its ten steps one after the other. */
export function floorSteps(pool: Pool, inFlight: number, seconds: number): Promise<Steps> {
  const state = JSON.stringify({ title: 'Hälsolots', stage: 'drafting', attempt: 1, parties: ['RKL', 'HOGSBY'] });
  const data = JSON.stringify({ organisation: 'RKL', decision: 'yes' });
  return walkFor(seconds, inFlight, async (step) => {
    const id = randomUUID();
    await pool.query({
      name: 'floor-new',
      text: `INSERT INTO floor_state (id, version, stage, state) VALUES ($1, 0, 'start', $2)`,
      values: [id, state],
    });
    for (let version = 0; version < STEPS; version += 1)
      await step(async () => {
        const values = [id, version, `stage-${version}`, state, 'step.taken', data];
        const { rowCount } = await pool.query({ name: 'floor-step', text: STEP, values });
        if (rowCount !== 1) throw new Error('the floor lost a step');
      });
  });
}
