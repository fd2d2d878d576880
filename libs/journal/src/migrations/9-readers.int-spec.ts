// On real PostgreSQL: who finds a plan is kept by the database, filled for plans that were there before, and costs a move nothing.
import { decide, isRefusal, start, type Plan, type Setting, type Template } from '#libs/lifecycle';
import { dataSourceOf, migrate } from '#libs/platform';
import { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { append } from '../append.js';
import { Journal1764000000001 } from './1-journal.js';
import { Readers1764000000009 } from './9-readers.js';

const label = { sv: 'Steg', en: 'Step' };
const stage = {
  key: 'begin',
  name: label,
  opens: ['add-party', 'withdraw-party', 'write-log-entry'],
  criteria: [],
  next: [],
};
const template: Template = { key: 'short', version: 1, name: label, roles: [], stages: [stage] };
const at = (n: number): Setting => ({
  template,
  now: `2026-03-0${1 + Math.floor(n / 24)}T${String(n % 24).padStart(2, '0')}:00:00.000Z`,
  command: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  who: { id: 'token-1' },
  occurredAt: '2026-03-01',
  imported: false,
});

let database: FreshDatabase;
let pool: Pool;
let n = 0;

beforeEach(async () => {
  database = await freshDatabase();
  // One connection: each hands in its own share of the statistics.
  pool = new Pool({ connectionString: database.url, max: 1 });
  n = 0;
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

async function upTo(...migrations: (typeof Journal1764000000001 | typeof Readers1764000000009)[]): Promise<void> {
  const source = dataSourceOf(database.url, [], migrations);
  await source.initialize();
  await migrate(source);
  await source.destroy();
}

async function begun(): Promise<Plan> {
  const outcome = start({ title: 'Ängen', programme: 'P' }, at((n += 1)));
  if (isRefusal(outcome)) throw new Error('a start is not refused');
  await append(pool, { ...outcome, plans: [{ plan: outcome.plan, expected: 0 }], answers: [] });
  return outcome.plan;
}

async function did(plan: Plan, verb: string, body: object): Promise<Plan> {
  const outcome = decide(plan, verb, body, at((n += 1)));
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome.refused));
  await append(pool, {
    ...outcome,
    plans: [{ plan: outcome.plan, expected: plan.version, before: plan }],
    answers: [],
  });
  return outcome.plan;
}

const found = async () => {
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM reader ORDER BY key');
  return rows.map(({ key }) => key);
};

it('is kept with every write of the plan, and when it belongs to others', async () => {
  await upTo(Journal1764000000001, Readers1764000000009);
  const plan = await begun();
  expect(await found()).toEqual(['programme:P']);
  const shared = await did(await did(plan, 'add-party', { organisation: 'RKL' }), 'add-party', { organisation: 'LNU' });
  expect(await found()).toEqual(['organisation:LNU', 'organisation:RKL', 'programme:P']);
  await did(shared, 'withdraw-party', { organisation: 'RKL', reason: 'Ville inte.' });
  expect(await found()).toEqual(['organisation:LNU', 'programme:P']);
});

it('a move that leaves it as it was touches no index of the plan (heap-only tuples)', async () => {
  await upTo(Journal1764000000001, Readers1764000000009);
  let plan = await did(await begun(), 'add-party', { organisation: 'RKL' });
  const hot = async () => {
    await pool.query('SELECT pg_stat_force_next_flush()');
    const { rows } = await pool.query<{ upd: number; hot: number }>(
      `SELECT n_tup_upd::int AS upd, n_tup_hot_upd::int AS hot FROM pg_stat_user_tables WHERE relname = 'plan'`,
    );
    return rows[0] as { upd: number; hot: number };
  };
  const before = await hot();
  for (let entry = 0; entry < 20; entry += 1) plan = await did(plan, 'write-log-entry', { entry: 'En rad.' });
  plan = await did(plan, 'add-party', { organisation: 'LNU' });
  const after = await hot();
  expect({ upd: after.upd - before.upd, hot: after.hot - before.hot }).toEqual({ upd: 21, hot: 21 });
});

it('is filled for the plans that were there before', async () => {
  await upTo(Journal1764000000001);
  await pool.query(`ALTER TABLE plan ADD COLUMN readers text`); // What today's program writes and that of then did not.
  await did(await begun(), 'add-party', { organisation: 'RKL' });
  await pool.query('ALTER TABLE plan DROP COLUMN readers');
  await upTo(Journal1764000000001, Readers1764000000009);
  expect(await found()).toEqual(['organisation:RKL', 'programme:P']);
});
