// A backup that is older than an erasure brings back who was erased; whoever restores it is told, and erases them again.
import type { Pool } from 'pg';

/** Ids of the persons who have been erased. */
export async function erasedPersons(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM person WHERE erased_at IS NOT NULL ORDER BY id');
  return rows.map(({ id }) => id);
}

/** @param erased before the restore. @returns those of them who are there again */
export async function backAgain(pool: Pool, erased: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM person WHERE id = ANY($1::uuid[]) AND erased_at IS NULL ORDER BY id',
    [erased],
  );
  return rows.map(({ id }) => id);
}
