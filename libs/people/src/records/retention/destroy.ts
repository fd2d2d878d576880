// Destroying, by a person's decision: words are struck out, contents of files go, rows that have ended are deleted. Never an event:
// that it was there, and what it was about, stays in the history.
import { attachmentsOf, type Who } from '#libs/lifecycle';
import { eraseStruck, type Plans } from '#libs/plans';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { LOG_TEXTS, type Proposal } from './proposals.js';
import type { RetentionWhat } from './rules.js';

/** What went: its keys or ids where it has any, and SHA-256 of files. */
export interface Gone {
  number: number;
  items: string[];
  hashes: string[];
}

type OfRows = Exclude<RetentionWhat, 'plan-attachments'>;

/** By $1: the plan, or the instant before which it ended. */
const STATEMENTS: Record<OfRows, string> = {
  'plan-log': `UPDATE text SET text = NULL, struck_at = clock_timestamp()
    WHERE (plan, key) IN (SELECT text.plan, text.key ${LOG_TEXTS} AND event.plan = $1) RETURNING key AS item`,
  'guest-links':
    'DELETE FROM guest_link WHERE coalesce(used_at, withdrawn_at, expires_at) < $1 RETURNING id::text AS item',
  refusals: `DELETE FROM refusal WHERE at < $1 RETURNING NULL AS item`,
  tokens: `DELETE FROM token WHERE kind = 'token' AND least(revoked_at, expires_at) < $1 RETURNING id::text AS item`,
};

/** @param now of the proposal */
export async function destroyRows(manager: EntityManager, { rule, plan }: Proposal, now: Date): Promise<Gone> {
  const before = new Date(now.getTime() - rule.afterDays * 86_400_000);
  const [rows] = await manager.query<[{ item: string | null }[], number]>(STATEMENTS[rule.what as OfRows], [
    plan ?? before,
  ]);
  // A hash of a few words gives them away to whoever guesses; so only files have one.
  return { number: rows.length, items: rows.flatMap(({ item }) => item ?? []), hashes: [] };
}

/** Each is struck out by a command of its own plan, all in one commit, so that exports and backups know it, too. */
export async function destroyFiles(pool: Pool, plans: Plans, plan: string, who: Who): Promise<Gone> {
  const found = await plans.one(plan);
  const files = found ? attachmentsOf(found).filter(({ struckAt }) => struckAt === undefined) : [];
  const orders = files.map(({ key: attachment }) => {
    return { plan, verb: 'strike-attachment', body: { attachment }, who, command: randomUUID() };
  });
  const answers = await plans.executeTogether(orders);
  const refused = answers.find(({ kind }) => kind !== 'accepted');
  if (refused) throw new Error(`attachments of plan ${plan} could not be struck out: ${refused.kind}`);
  await eraseStruck(pool, plan);
  return { number: files.length, items: files.map(({ key }) => key), hashes: files.map(({ sha256 }) => sha256) };
}
