// The one write of the product: events, the folded plans beside them, prose and kept answers, in one statement and one commit.
import { outliveItsEnd } from '#libs/platform';
import { DatabaseError, Pool } from 'pg';
import { appendOf } from './append-statement.js';
import type { Batch } from './batch.js';

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

/**
 * Stores a batch whole or not at all; when it returns, the batch is durable.
 * @returns the database's time. @throws Overtaken; any other error leaves open whether it was stored.
 */
export async function append(pool: Pool, batch: Batch): Promise<Date> {
  try {
    const { rows } = await pool.query<{ now: Date }>(appendOf(batch));
    return (rows[0] as { now: Date }).now;
  } catch (error) {
    if (error instanceof DatabaseError && OVERTAKEN.has(error.code ?? '')) throw new Overtaken(error.message);
    throw error;
  }
}

/** Our own code for a stale version; a key or sequence that another process took; two batches that waited for each other. */
const OVERTAKEN = new Set(['SV001', '23505', '40P01', '40001']);
