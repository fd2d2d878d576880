// The audit trail as CSV, page after page, so that a long one takes no memory.
import type { Language } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { BOM, csvLine } from './csv.js';
import { readTrail, type TrailAsked, type TrailRow } from './trail.js';

const HEADS: Record<Language, string[]> = {
  sv: ['Tid (UTC)', 'Vad', 'Vem (id)', 'Roll', 'Organisation', 'Plan', 'Om', 'Rad'],
  en: ['Time (UTC)', 'What', 'Who (id)', 'Role', 'Organisation', 'Plan', 'About', 'Row'],
};
const PAGE = 5_000;

/** Ends with what had been done when it began, so that it ends. */
export async function* trailCsv(pool: Pool, asked: Omit<TrailAsked, 'limit' | 'cursor'>, language: Language) {
  const { rows } = await pool.query<{ now: string }>('SELECT clock_timestamp()::text AS now');
  const now = (rows[0] as { now: string }).now;
  const to = asked.to !== undefined && new Date(asked.to) < new Date(now) ? asked.to : now;
  yield BOM + csvLine(HEADS[language]);
  for (let cursor: string | undefined; ;) {
    const page = await readTrail(pool, { ...asked, to, limit: PAGE, cursor });
    yield page.map(lineOf).join('');
    if (page.length < PAGE) return;
    cursor = page.at(-1)?.id;
  }
}

function lineOf({ id, at, kind, who, plan, about }: TrailRow): string {
  const said = Object.entries(about)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => `${name}=${[value].flat().join(' ')}`);
  return csvLine([at.toISOString(), kind, who.id, who.role, who.organisation, plan, said.join(' '), id]);
}
