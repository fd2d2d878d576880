// Positions hold within one epoch of the journal. Bringing the journal in from a file begins another, and readers must notice.
import type { ClientBase, Pool } from 'pg';
import { BEGINNING, type Position } from './read.js';

/** @returns the id of the present epoch. */
export async function epochOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ epoch: string }>({
    name: 'journal-epoch',
    text: 'SELECT epoch FROM journal_epoch',
  });
  return (rows[0] as { epoch: string }).epoch;
}

/** Part of the transaction that brings a journal in. */
export async function beginEpoch(client: ClientBase): Promise<void> {
  await client.query('UPDATE journal_epoch SET epoch = gen_random_uuid(), began_at = now()');
}

/** Whether a position lies after the last event there is, as one of an earlier epoch may: nobody was ever given it in this one. */
export async function isAhead(pool: Pool, position: Position): Promise<boolean> {
  if (position === BEGINNING) return false;
  const [txid, place] = position.split('-');
  const { rows } = await pool.query<{ reached: boolean }>({
    name: 'position-reached',
    text: 'SELECT EXISTS (SELECT FROM event WHERE (txid, position) >= ($1::text::xid8, $2::bigint)) AS reached',
    values: [txid, place],
  });
  return rows[0]?.reached === false;
}
