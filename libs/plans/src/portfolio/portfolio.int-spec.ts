// On real PostgreSQL: a programme with more under its initiatives than a page tells of says how many there are besides.
import { Pool } from 'pg';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { readPortfolio, UNDER_MAX, type Placed } from './portfolio.js';

let api: RunningApi;
let pool: Pool;
const programme = {
  code: 'LARGE',
  name: 'Stort',
  goal: null,
  source: null,
  strands: [{ no: 1, name: 'Ett', content: [] }],
};

beforeAll(async () => {
  api = await runningApi();
  pool = api.app.get(Pool);
});
afterAll(() => api.close());

/** Copies of a plan, under another. */
const copies = (of: string, count: number, parent: string) =>
  pool.query(
    `INSERT INTO plan (id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public,
       imported, started_at, recorded_at, state)
     SELECT gen_random_uuid(), kind, title, template, template_version, stage, status, attempt, version, $3, programme, public,
       imported, started_at + n * interval '1 second', recorded_at, state FROM plan, generate_series(1, $2) n WHERE id = $1`,
    [of, count, parent],
  );
const shown = (plans: Placed[]): number => plans.reduce((sum, one) => sum + 1 + shown(one.plans), 0);
const counted = (plans: Placed[]): number => plans.reduce((sum, one) => sum + 1 + one.more + counted(one.plans), 0);

it('tells of so many, the oldest of each first, and counts the others', async () => {
  const many = await api.start({ template: 'area-programme', title: 'Med många', programme: 'LARGE', strand: 1 });
  const few = await api.start({ template: 'area-programme', title: 'Med få', programme: 'LARGE' });
  await copies(few.id, UNDER_MAX + 500, many.id);
  await copies(few.id, 2, few.id);
  const { strands, plans, next } = await readPortfolio(pool, programme, { limit: 50 }, null);
  expect([strands[0]?.plans.map(({ id }) => id), plans.map(({ id }) => id), next]).toEqual([[many.id], [few.id], null]);
  const tops = [...(strands[0]?.plans ?? []), ...plans];
  expect([shown(tops) - 2, counted(tops) - 2]).toEqual([UNDER_MAX, UNDER_MAX + 502]);
  expect([tops[1]?.plans.length, tops[1]?.more]).toEqual([2, 0]);
});

it('counts what stands deeper too, where there was no room to tell of it', async () => {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM plan WHERE title = 'Med få' AND parent IS NOT NULL ORDER BY started_at, id LIMIT 1`,
  );
  const oldest = rows[0]?.id as string;
  await copies(oldest, 7, oldest);
  const { strands, plans } = await readPortfolio(pool, programme, { limit: 50 }, null);
  const under = [...(strands[0]?.plans ?? []), ...plans].flatMap((top) => top.plans).find(({ id }) => id === oldest);
  expect([under?.plans, under?.more]).toEqual([[], 7]);
});
