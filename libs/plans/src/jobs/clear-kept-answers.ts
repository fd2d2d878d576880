// Housekeeping: answers kept for safe repeats go after 7 days (HTTP contract), in handfuls so that no command waits.
import type { Pool } from 'pg';

const KEPT_DAYS = 7;
const HANDFUL = 5_000;

/** @returns how many went. */
export async function clearKeptAnswers(pool: Pool): Promise<number> {
  let cleared = 0;
  for (;;) {
    const { rowCount } = await pool.query(
      `DELETE FROM idempotency_key WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM idempotency_key WHERE recorded_at < now() - make_interval(days => $1) LIMIT $2))`,
      [KEPT_DAYS, HANDFUL],
    );
    cleared += rowCount ?? 0;
    if ((rowCount ?? 0) < HANDFUL) return cleared;
  }
}
