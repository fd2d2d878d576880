// What was struck out goes: a note's words, the file's name at once, its content when no other attachment has the same. What the journal says of
// it stays. Whatever a crash leaves undone, the hourly housekeeping does.
import type { Pool } from 'pg';

/** What corrections have said of events: another name and another content, where those are attachments. */
const CORRECTED = `(SELECT corrected.plan, told.one ->> 'id' AS id, told.one -> 'data' ->> 'sha256' AS sha256,
    corrected.data ->> (told.place - 1 || '.nameText') AS name_text
  FROM event corrected, json_array_elements(corrected.data -> 'events') WITH ORDINALITY AS told (one, place)
  WHERE corrected.type = 'step.corrected') said`;

/** A key that an undone step had is given again, so only what was struck out later counts. */
const STANDS = `added.type = 'attachment.added' AND NOT EXISTS (SELECT FROM event struck WHERE struck.type = 'attachment.struck'
  AND struck.plan = added.plan AND struck.sequence > added.sequence AND struck.data ->> 'attachment' = added.data ->> 'attachment')`;

/** Whether an attachment that has not been struck out has this content, also one whose step was corrected or undone. */
const NAMED = `(EXISTS (SELECT FROM event added WHERE added.data ->> 'sha256' = content.sha256 AND ${STANDS})
  OR EXISTS (SELECT FROM ${CORRECTED} JOIN event added ON added.plan = said.plan AND said.id = added.plan || '-' || added.sequence
    WHERE said.sha256 = content.sha256 AND ${STANDS}))`;

/** Events after which something is to be cleared away. */
export const STRIKES: ReadonlySet<string> = new Set(['attachment.struck', 'research-note.struck']);

/** Of one plan, or of all. */
export async function eraseStruck(pool: Pool, plan?: string): Promise<void> {
  await eraseNotes(pool, plan);
  await pool.query(
    `UPDATE text SET text = NULL, struck_at = clock_timestamp()
     FROM event struck JOIN event added ON added.plan = struck.plan AND added.type = 'attachment.added'
       AND added.data ->> 'attachment' = struck.data ->> 'attachment' AND added.sequence < struck.sequence
     LEFT JOIN ${CORRECTED} ON said.plan = added.plan AND said.id = added.plan || '-' || added.sequence
     WHERE struck.type = 'attachment.struck' AND ($1::uuid IS NULL OR struck.plan = $1)
       AND text.plan = added.plan AND text.key IN (added.data ->> 'nameText', said.name_text) AND text.struck_at IS NULL`,
    [plan ?? null],
  );
  await pool.query(
    `DELETE FROM content WHERE sha256 IN (
       SELECT struck.data ->> 'sha256' FROM event struck
       WHERE struck.type = 'attachment.struck' AND ($1::uuid IS NULL OR struck.plan = $1))
     AND NOT ${NAMED} AND stored_at < (SELECT max(struck.recorded_at) FROM event struck
       WHERE struck.type = 'attachment.struck' AND struck.data ->> 'sha256' = content.sha256)`,
    [plan ?? null],
  );
}

/** Contents that were stored and that no event has come to name. @returns how many went */
export async function sweepContents(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM content WHERE stored_at < now() - interval '1 day' AND NOT ${NAMED}`,
  );
  return rowCount ?? 0;
}

/** A note that is struck out has not been published as it stood: nobody else has read it. */
async function eraseNotes(pool: Pool, plan?: string): Promise<void> {
  await pool.query(
    `UPDATE text SET text = NULL, struck_at = clock_timestamp()
     FROM event struck JOIN event written ON written.plan = struck.plan AND written.type = 'research-note.written'
       AND written.data ->> 'researchNote' = struck.data ->> 'researchNote'
     WHERE struck.type = 'research-note.struck' AND ($1::uuid IS NULL OR struck.plan = $1)
       AND text.plan = written.plan AND text.key = written.data ->> 'noteText' AND text.struck_at IS NULL`,
    [plan ?? null],
  );
}
