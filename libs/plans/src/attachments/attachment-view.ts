// An attachment as its readers see it: what the plan says of it, its name, and whether its content is there.
import type { Attachment, Plan } from '#libs/lifecycle';
import type { Pool } from 'pg';

export interface AttachmentView {
  attachment: string;
  plan: string;
  /** Null when it has been struck out. */
  name: string | null;
  mediaType: string;
  bytes: number;
  sha256: string;
  record: string | null;
  addedAt: string;
  struckAt: string | null;
  /** Where the file itself is; null when it has been struck out. */
  content: string | null;
}

/** @param texts the plan's prose */
export async function attachmentsOf(
  pool: Pool,
  { id, facts }: Pick<Plan, 'id' | 'facts'>,
  texts: ReadonlyMap<string, string | null>,
): Promise<AttachmentView[]> {
  const { attachments = [] } = (facts['attachments'] ?? {}) as { attachments?: Attachment[] };
  if (attachments.length === 0) return [];
  const there = await contentsThere(pool, id, attachments);
  return attachments.map(({ key, nameText, record, struckAt, sha256, bytes, mediaType, addedAt }) => ({
    attachment: key,
    plan: id,
    name: texts.get(nameText) ?? null,
    mediaType,
    bytes,
    sha256,
    record: record ?? null,
    addedAt,
    struckAt: struckAt ?? null,
    content: there.has(key) ? `/v1/plans/${id}/attachments/${key}/content` : null,
  }));
}

/**
 * The journal is asked, and not the plan: a strike that was undone as a step has still taken the content. A key that an undone
 * step had may have been given again since.
 */
async function contentsThere(pool: Pool, plan: string, attachments: Attachment[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ key: string }>({
    name: 'contents-there',
    text: `SELECT asked.key FROM unnest($2::text[], $3::text[]) AS asked (key, sha256) JOIN content USING (sha256)
      WHERE NOT EXISTS (SELECT FROM event struck WHERE struck.type = 'attachment.struck' AND struck.plan = $1
        AND struck.data ->> 'attachment' = asked.key AND NOT EXISTS (SELECT FROM event later
          WHERE later.plan = $1 AND later.sequence > struck.sequence AND later.type = 'attachment.added'
            AND later.data ->> 'attachment' = asked.key))`,
    values: [plan, attachments.map(({ key }) => key), attachments.map(({ sha256 }) => sha256)],
  });
  return new Set(rows.map(({ key }) => key));
}
