// What may be destroyed, and after how long. The times are suggestions and no law: a public body destroys only by a decision of its
// own (arkivlagen 10 §), so nothing goes by itself, and each sets the times that its own plan for documents says.
import type { Label } from '#libs/lifecycle';
import type { Pool } from 'pg';

export const RETENTION_WHAT = ['plan-log', 'plan-attachments', 'guest-links', 'refusals', 'tokens'] as const;
export type RetentionWhat = (typeof RETENTION_WHAT)[number];

export interface RetentionRule {
  what: RetentionWhat;
  /** Days after it ended. */
  afterDays: number;
  ground: string;
  /** Nobody here has set it yet. */
  suggested: boolean;
}

export const WHAT_WORDS: Record<RetentionWhat, Label> = {
  'plan-log': {
    sv: 'anteckningar och kommentarer i avslutade planer',
    en: 'log entries and comments of ended plans',
  },
  'plan-attachments': { sv: 'bilagor i avslutade planer', en: 'attachments of ended plans' },
  'guest-links': { sv: 'gästlänkar som är slut', en: 'guest links that have ended' },
  refusals: { sv: 'uppgifter om vad som nekats', en: 'what was refused to whom' },
  tokens: { sv: 'nycklar som är slut', en: 'tokens that have ended' },
};

const SUGGESTED_DAYS: Record<RetentionWhat, number> = {
  'plan-log': 5 * 365,
  'plan-attachments': 10 * 365,
  'guest-links': 365,
  refusals: 2 * 365,
  tokens: 2 * 365,
};
const SUGGESTION =
  'Förslag, utan stöd i lag eller beslut: sätt den tid som er dokumenthanteringsplan anger. / A suggestion without ground in law.';

/** In the order of RETENTION_WHAT. */
export async function retentionRules(pool: Pool): Promise<RetentionRule[]> {
  const { rows } = await pool.query<{ what: string; after_days: number; ground: string }>(
    'SELECT * FROM retention_rule',
  );
  return RETENTION_WHAT.map((what) => {
    const set = rows.find((row) => row.what === what);
    if (!set) return { what, afterDays: SUGGESTED_DAYS[what], ground: SUGGESTION, suggested: true };
    return { what, afterDays: set.after_days, ground: set.ground, suggested: false };
  });
}

export function isRetentionWhat(text: string): text is RetentionWhat {
  return (RETENTION_WHAT as readonly string[]).includes(text);
}
