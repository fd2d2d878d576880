// What is due for destruction by the rules, plan by plan, and what nobody has decided to keep. Proposals are reckoned each time they
// are asked for; nothing is stored of them.
import { isUuid } from '#libs/platform';
import type { Pool } from 'pg';
import { isRetentionWhat, retentionRules, type RetentionRule, type RetentionWhat } from './rules.js';

export interface Proposal {
  /** `<what>`, or `<what>:<plan>`. */
  proposal: string;
  rule: RetentionRule;
  plan: string | null;
  title: string | null;
  /** The end of what ended last, or of the plan. */
  since: Date;
  count: number;
}

/** When each ended plan came to its end: it may have ended, been taken up again, and ended anew. */
const ENDED = `SELECT plan.id, plan.title, (SELECT min(since) FROM standing WHERE standing.plan = plan.id AND since > coalesce((
      SELECT max(before.since) FROM standing before WHERE before.plan = plan.id AND before.status NOT IN ('completed', 'discontinued')),
      '-infinity')) AS since
    FROM plan WHERE status IN ('completed', 'discontinued')`;

/** Texts of the log, by `ended`. */
export const LOG_TEXTS = `FROM event JOIN text ON text.plan = event.plan AND text.key = event.data ->> 'wordsText'
  WHERE event.type IN ('log-entry.written', 'comment.written') AND text.text IS NOT NULL`;

/** Attachments as the fold has them. */
const FILES = `FROM plan, json_array_elements(plan.state #> '{facts,attachments,attachments}') file
  WHERE file ->> 'struckAt' IS NULL`;

/** What of a kind has ended by $1. Of plans only the one named by $2, when it is. */
const DUE: Record<RetentionWhat, string> = {
  'plan-log': `SELECT ended.id AS plan, ended.title, ended.since, due.count FROM (${ENDED}) ended,
    LATERAL (SELECT count(*)::int ${LOG_TEXTS} AND event.plan = ended.id) due`,
  'plan-attachments': `SELECT ended.id AS plan, ended.title, ended.since, due.count FROM (${ENDED}) ended,
    LATERAL (SELECT count(*)::int ${FILES} AND plan.id = ended.id) due`,
  'guest-links': `SELECT NULL::uuid AS plan, NULL AS title, max(coalesce(used_at, withdrawn_at, expires_at)) AS since, count(*)::int
    FROM guest_link WHERE coalesce(used_at, withdrawn_at, expires_at) < $1`,
  refusals: 'SELECT NULL::uuid AS plan, NULL AS title, max(at) AS since, count(*)::int FROM refusal WHERE at < $1',
  tokens: `SELECT NULL::uuid AS plan, NULL AS title, max(least(revoked_at, expires_at)) AS since, count(*)::int
    FROM token WHERE kind = 'token' AND least(revoked_at, expires_at) < $1`,
};

const KEPT = `EXISTS (SELECT FROM retention_decision kept WHERE kept.what = $3 AND kept.plan IS NOT DISTINCT FROM due.plan
  AND kept.decision = 'keep' AND kept.keep_until >= $4::date)`;

/** @param today what somebody has decided to keep is not proposed again until that is over. @param plan of this plan alone */
async function due(pool: Pool, rule: RetentionRule, now: Date, plan: string | null): Promise<Proposal[]> {
  const before = new Date(now.getTime() - rule.afterDays * 86_400_000);
  const { rows } = await pool.query<Omit<Proposal, 'proposal' | 'rule'>>(
    `SELECT plan, title, since, count FROM (${DUE[rule.what]}) due
     WHERE count > 0 AND since < $1 AND ($2::uuid IS NULL OR plan = $2) AND NOT ${KEPT} ORDER BY since, plan`,
    [before, plan, rule.what, now],
  );
  return rows.map((row) => ({ proposal: row.plan === null ? rule.what : `${rule.what}:${row.plan}`, rule, ...row }));
}

/** The order of the rules, and in each the longest ended first. */
export async function proposals(pool: Pool, now: Date): Promise<Proposal[]> {
  const found: Proposal[] = [];
  for (const rule of await retentionRules(pool)) found.push(...(await due(pool, rule, now, null)));
  return found;
}

/** @returns undefined when there is no such proposal now. */
export async function proposalOf(pool: Pool, id: string, now: Date): Promise<Proposal | undefined> {
  const [what = '', plan] = id.split(':');
  if (!isRetentionWhat(what) || (plan !== undefined && !isUuid(plan))) return undefined;
  const rule = (await retentionRules(pool)).find((one) => one.what === what);
  const found = rule ? await due(pool, rule, now, plan ?? null) : [];
  return found.find(({ proposal }) => proposal === id.toLowerCase());
}
