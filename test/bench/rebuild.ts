// Rebuilding: every plan folded from the journal and its row written, against reading the same events in order and folding them.
import { Board1764000000006, Plans1764000000002, PublishedTemplate, rebuild } from '#libs/plans';
import { Journal1764000000001, Readers1764000000009, readByPlan, type PlanPlace } from '#libs/journal';
import { evolve, type Plan } from '#libs/lifecycle';
import { dataSourceOf, migrate, openPool } from '#libs/platform';
import { mkdirSync } from 'node:fs';
import type { Pool } from 'pg';
import { startPostgres } from '../../apps/standalone/src/postgres/index.js';
import { paired, type Figure } from './figure.js';
import { give, plansOn } from './in-process.js';
import { START, TEN_VERBS } from './ten-verbs.js';

const PLANS = 10_000;
const PAGE = 5_000;

export async function rebuildFigures(dataDir: string, rounds: number): Promise<Figure[]> {
  mkdirSync(dataDir);
  const postgres = await startPostgres({ dataDir });
  const pool = openPool(postgres.url);
  try {
    await fill(postgres.url, pool);
    const floor = () => perSecond(() => readAndFold(pool));
    const measured = async () => {
      await pool.query('TRUNCATE plan, standing, reader');
      return perSecond(() => rebuildAll(pool));
    };
    await measured();
    const figure = await paired('rebuild, rows written', 'at least 0.3', rounds, floor, measured);
    return [{ ...figure, unit: 'plans/s' }];
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

async function perSecond(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (PLANS * 1_000) / (performance.now() - began);
}

async function readAndFold(pool: Pool): Promise<void> {
  let plan: Plan | undefined;
  let plans = 0;
  for (let after: PlanPlace | undefined; ;) {
    const events = await readByPlan(pool, after, PAGE);
    for (const event of events) {
      if (event.sequence === 1) plans += 1;
      plan = evolve(event.sequence === 1 ? undefined : plan, event);
    }
    after = events.at(-1);
    if (events.length < PAGE) break;
  }
  if (plans !== PLANS) throw new Error(`the floor folded ${plans} plans`);
}

async function rebuildAll(pool: Pool): Promise<void> {
  const { plans, different } = await rebuild(pool, () => undefined);
  if (plans !== PLANS || different.length !== PLANS) throw new Error(`the rebuild wrote ${different.length} plans`);
}

/** Copies of one plan that has gone its ten verbs. */
async function fill(databaseUrl: string, pool: Pool): Promise<void> {
  const migrations = [Journal1764000000001, Plans1764000000002, Board1764000000006, Readers1764000000009];
  const source = dataSourceOf(databaseUrl, [PublishedTemplate], migrations);
  await source.initialize();
  await migrate(source);
  const { plans, close } = await plansOn(pool, source);
  const id = await give(plans, null, 'start', START);
  for (const [verb, body] of TEN_VERBS) await give(plans, id, verb, body);
  await pool.query(
    `INSERT INTO event (plan, sequence, version, type, stage, attempt, occurred_at, recorded_at, who, command, imported, data)
     SELECT md5('plan' || n)::uuid, sequence, version, type, stage, attempt, occurred_at, recorded_at, who, command, imported, data
     FROM event, generate_series(2, ${PLANS}) n WHERE plan = $1`,
    [id],
  );
  await pool.query('VACUUM ANALYZE event');
  await close();
  await source.destroy();
}
