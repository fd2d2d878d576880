// What is in attachments, by its SHA-256. A content is stored before the event that names it, so nothing that was acknowledged
// lacks it; one that no event came to name is swept away after a day.
import { createHash } from 'node:crypto';
import { DatabaseError, type Pool } from 'pg';

const PART_BYTES = 512 * 1024;

export interface Content {
  sha256: string;
  bytes: number;
}

/** Stores a content, or finds that it is there. It is durable when this returns. */
export async function keepContent(pool: Pool, bytes: Buffer): Promise<Content> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ fresh: boolean }>(
      `INSERT INTO content (sha256, bytes, stored_at) VALUES ($1, $2, clock_timestamp())
       ON CONFLICT (sha256) DO UPDATE SET stored_at = excluded.stored_at RETURNING xmax = 0 AS fresh`,
      [sha256, bytes.length],
    );
    for (let part = 0; rows[0]?.fresh && part * PART_BYTES < bytes.length; part += 1)
      await client.query('INSERT INTO content_part (sha256, part, bytes) VALUES ($1, $2, $3)', [
        sha256,
        part,
        bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES),
      ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined); // What went wrong first is what is told.
    throw error;
  } finally {
    client.release();
  }
  return { sha256, bytes: bytes.length };
}

/** PostgreSQL's answer to an event that names a content that is not there (migration 4-attachments). */
export function isWithoutContent(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === '22SV1';
}

/** Whether an event may name it: asked where no event is stored, as in a dry run. */
export async function isKept(pool: Pool, { sha256, bytes }: Content): Promise<boolean> {
  const { rowCount } = await pool.query('SELECT FROM content WHERE sha256 = $1 AND bytes = $2', [sha256, bytes]);
  return rowCount === 1;
}

/**
 * Part by part, so that memory holds no more than one.
 * @throws when it ends too soon: what is struck out while it is read must not pass for a whole file.
 */
export async function* partsOf(pool: Pool, { sha256, bytes }: Content): AsyncGenerator<Buffer> {
  let read = 0;
  for (let part = 0; read < bytes; part += 1) {
    const { rows } = await pool.query<{ bytes: Buffer }>({
      name: 'content-part',
      text: 'SELECT bytes FROM content_part WHERE sha256 = $1 AND part = $2',
      values: [sha256, part],
    });
    if (!rows[0]) throw new Error(`of the content ${sha256} ${read} of ${bytes} bytes are there`);
    read += rows[0].bytes.length;
    yield rows[0].bytes;
  }
}
