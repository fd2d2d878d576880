// Taking an idempotency key for something whose answer is its commands', each of which keeps its own: a batch, a bulk.
import type { Pool } from 'pg';

/**
 * @param token the id of the token whose key it is.
 * @param request a digest of what was asked.
 * @returns false when the key has been used for another request.
 */
export async function claimKey(pool: Pool, token: string, key: string, request: string): Promise<boolean> {
  return (await settle(pool, token, key, request, {})) !== undefined;
}

/**
 * Takes a key with what is settled under it.
 * @returns what the first one to take it settled; undefined when the key has been used for another request.
 */
export async function settle<Settled extends object>(
  pool: Pool,
  token: string,
  key: string,
  request: string,
  settled: Settled,
): Promise<Settled | undefined> {
  const { rows } = await pool.query<{ request: string; answer: Settled }>({
    name: 'claim-key',
    // The empty update gives back the row that was first, even one that was committed while this statement waited for it.
    text: `INSERT INTO idempotency_key (token, key, request, answer, recorded_at)
      VALUES ($1, $2, $3, $4, clock_timestamp())
      ON CONFLICT (token, key) DO UPDATE SET key = excluded.key RETURNING request, answer`,
    values: [token, key, request, JSON.stringify(settled)],
  });
  return rows[0]?.request === request ? rows[0].answer : undefined;
}
