// The audit trail as CSV, a handful at a time, so that a long one takes no memory.
import type { Language } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { BOM, csvLine } from './csv.js';
import { wholeTrail, type TrailAsked, type TrailRow } from './trail.js';

const HEADS: Record<Language, string[]> = {
  sv: ['Tid (UTC)', 'Vad', 'Vem (id)', 'Roll', 'Organisation', 'Plan', 'Om', 'Rad'],
  en: ['Time (UTC)', 'What', 'Who (id)', 'Role', 'Organisation', 'Plan', 'About', 'Row'],
};

export async function* trailCsv(
  pool: Pool,
  asked: Omit<TrailAsked, 'limit' | 'cursor'>,
  language: Language,
): AsyncGenerator<string> {
  yield BOM + csvLine(HEADS[language]);
  for await (const rows of wholeTrail(pool, asked)) yield rows.map(lineOf).join('');
}

function lineOf({ id, at, kind, who, plan, about }: TrailRow): string {
  const said = Object.entries(about)
    .filter(([, value]) => value !== null && value !== false)
    .map(([name, value]) => `${name}=${[value].flat().join(' ')}`);
  return csvLine([at.toISOString(), kind, who.id, who.role, who.organisation, plan, said.join(' '), id]);
}
