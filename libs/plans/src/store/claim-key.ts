// Taking an idempotency key for something that has no answer of its own to keep: a batch, whose commands keep theirs.
import type { Pool } from 'pg';

/**
 * @param token the id of the token whose key it is.
 * @param request a digest of what was asked.
 * @returns false when the key has been used for another request.
 */
export async function claimKey(pool: Pool, token: string, key: string, request: string): Promise<boolean> {
  const { rows } = await pool.query<{ request: string }>({
    name: 'claim-key',
    // The empty update gives back the row that was first, even one that was committed while this statement waited for it.
    text: `INSERT INTO idempotency_key (token, key, request, answer, recorded_at)
      VALUES ($1, $2, $3, '{}', clock_timestamp())
      ON CONFLICT (token, key) DO UPDATE SET key = excluded.key RETURNING request`,
    values: [token, key, request],
  });
  return rows[0]?.request === request;
}
