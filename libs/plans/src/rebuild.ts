// `rebuild`: folds every plan from its events and writes its row anew where the two differ; with `--check` it only says so (INV-53).
import type { Pool } from 'pg';
import { plansInJournal } from './store/journal-plans.js';
import { differing, writeAnew, type Difference } from './store/stored-plans.js';

export interface RebuildReport {
  plans: number;
  events: number;
  /** Plans whose row or standings were not what their events give. */
  different: Difference[];
}

/** How many plans share a commit: while it lasts their commands wait. */
const TOGETHER = 100;

/** @param progress called after each page with how many plans have been looked at. */
export function checkRebuild(pool: Pool, progress: (plans: number, of: number) => void): Promise<RebuildReport> {
  return walk(pool, progress, async () => undefined);
}

/**
 * Brings every row to what the journal says. May run beside the server, be broken off, and run again: what is right already is
 * left alone. A server that runs meanwhile may remember a plan as it was written before; restart it when rows were written.
 */
export function rebuild(pool: Pool, progress: (plans: number, of: number) => void): Promise<RebuildReport> {
  return walk(pool, progress, async (found) => {
    for (let from = 0; from < found.length; from += TOGETHER)
      await writeAnew(
        pool,
        found.slice(from, from + TOGETHER).map(({ folded }) => folded),
      );
  });
}

type Found = Awaited<ReturnType<typeof differing>>;

async function walk(
  pool: Pool,
  progress: (plans: number, of: number) => void,
  mend: (found: Found) => Promise<void>,
): Promise<RebuildReport> {
  const report: RebuildReport = { plans: 0, events: 0, different: await withoutEvents(pool) };
  const total = await plansThere(pool);
  for await (const { plans, events } of plansInJournal(pool)) {
    const found = await differing(pool, plans);
    await mend(found);
    report.plans += plans.length;
    report.events += events;
    report.different.push(...found.map(({ plan, fields }) => ({ plan, fields })));
    progress(report.plans, total);
  }
  return report;
}

async function plansThere(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM event WHERE sequence = 1');
  return rows[0]?.count ?? 0;
}

/** Rows that the journal knows nothing of. They are told of and left for a person to judge. */
async function withoutEvents(pool: Pool): Promise<Difference[]> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM plan WHERE NOT EXISTS (SELECT FROM event WHERE plan = plan.id AND sequence = 1) ORDER BY id',
  );
  return rows.map(({ id }) => ({ plan: id, fields: ['events'] }));
}
