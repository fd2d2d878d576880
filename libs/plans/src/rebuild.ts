// `rebuild --check`: folds every plan from its events and holds it against the stored one (INV-53).
import { readPlan } from '#libs/journal';
import { evolve, type Plan } from '#libs/lifecycle';
import { isDeepStrictEqual } from 'node:util';
import type { Pool } from 'pg';

export interface RebuildReport {
  plans: number;
  events: number;
  /** Plans whose stored fold differs from what their events give. */
  different: { plan: string; fields: string[] }[];
}

const PAGE = 200;

/** @param progress called after each page with what has been looked at. */
export async function checkRebuild(pool: Pool, progress: (plans: number, of: number) => void): Promise<RebuildReport> {
  const report: RebuildReport = { plans: 0, events: 0, different: [] };
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM plan');
  const total = rows[0]?.count ?? 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const page = await pool.query<{ id: string; state: Plan }>(
      'SELECT id, state FROM plan WHERE id > $1 ORDER BY id LIMIT $2',
      [after, PAGE],
    );
    for (const { id, state } of page.rows) await checkOne(pool, id, state, report);
    progress(report.plans, total);
    if (page.rows.length < PAGE) return report;
    after = (page.rows.at(-1) as { id: string }).id;
  }
}

/** A plan that moves on while it is looked at is folded up to the version that was read. */
async function checkOne(pool: Pool, id: string, stored: Plan, report: RebuildReport): Promise<void> {
  let plan: Plan | undefined;
  for (const event of await readPlan(pool, id)) {
    if (event.version > stored.version) break;
    plan = evolve(plan, event);
    report.events += 1;
  }
  report.plans += 1;
  const rebuilt = JSON.parse(JSON.stringify(plan ?? {})) as Record<string, unknown>;
  const fields = differences(rebuilt, stored as unknown as Record<string, unknown>);
  if (fields.length > 0) report.different.push({ plan: id, fields });
}

function differences(rebuilt: Record<string, unknown>, stored: Record<string, unknown>): string[] {
  const fields = new Set([...Object.keys(rebuilt), ...Object.keys(stored)]);
  return [...fields].filter((field) => !isDeepStrictEqual(rebuilt[field], stored[field]));
}
