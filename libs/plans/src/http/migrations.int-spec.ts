// On real PostgreSQL: the preview of as many plans as a bulk may have reads them together, not one by one.
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';
import { BULK_MAX } from './bulk.js';

let api: RunningApi;
let statements = 0;

beforeAll(async () => {
  api = await runningApi();
  const { id } = await api.start({ title: 'Den första' });
  const pool = api.app.get(Pool);
  // Its copies begin as it did.
  await pool.query(
    `INSERT INTO plan (id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public,
       imported, started_at, recorded_at, state)
     SELECT copy, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported,
       started_at, recorded_at, jsonb_set(state::jsonb, '{id}', to_jsonb(copy))::json
     FROM (SELECT plan.*, md5(n::text)::uuid AS copy FROM plan, generate_series(2, $2) n WHERE id = $1) copies`,
    [id, BULK_MAX],
  );
  pool.on('acquire', () => (statements += 1));
});

afterAll(() => api.close());

const preview = (body: object) => api.ask('POST', '/v1/migrations/preview', { body });

it.each([
  ['that is there', 1],
  ['that is not', 999],
])('to a version %s', async (_, version) => {
  statements = 0;
  const { status, body } = await preview({ version, filter: { stage: 'mandate' } });
  expect([status, body.total, new Set(body.results.map((one: Json) => one.plan)).size]).toEqual([
    200,
    BULK_MAX,
    BULK_MAX,
  ]);
  expect(statements).toBeGreaterThan(0);
  expect(statements).toBeLessThan(BULK_MAX / 40);
});

it('by list: in its order, with those that are not there', async () => {
  const first = '0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11';
  const { body: board } = await api.ask('GET', '/v1/plans?limit=3');
  const plans = [board.items[2].id, first, board.items[0].id];
  const { body } = await preview({ version: 1, plans });
  expect(body.results.map((one: Json) => [one.plan, one.title])).toEqual([
    [plans[0], 'Den första'],
    [first, null],
    [plans[2], 'Den första'],
  ]);
});
