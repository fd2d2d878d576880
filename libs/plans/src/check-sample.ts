// Folds the plans that moved last and holds them against their rows: a quick look, where `rebuild --check` takes them all.
import { readPlan } from '#libs/journal';
import type { Pool } from 'pg';
import { foldedWithStandings } from './store/standing.js';
import { differing, type Difference } from './store/stored-plans.js';

export async function checkSample(pool: Pool, count: number): Promise<{ plans: number; different: Difference[] }> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM plan ORDER BY recorded_at DESC, id LIMIT $1', [
    count,
  ]);
  const different: Difference[] = [];
  for (const { id } of rows) {
    const folded = foldedWithStandings(await readPlan(pool, id));
    const found = folded ? await differing(pool, [folded]) : [{ plan: id, fields: ['events'] }];
    different.push(...found.map(({ plan, fields }) => ({ plan, fields })));
  }
  return { plans: rows.length, different };
}
