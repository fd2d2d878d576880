// On real PostgreSQL: as many plans as a bulk may have, and one more.
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';
import { BULK_MAX } from './bulk.js';

let api: RunningApi;
let pool: Pool;

beforeAll(async () => {
  api = await runningApi();
  pool = new Pool({ connectionString: api.databaseUrl });
  const { id } = await api.start({ title: 'Den första' });
  // Its copies begin as it did.
  await pool.query(
    `INSERT INTO plan (id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public,
       imported, started_at, recorded_at, state)
     SELECT copy, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported,
       started_at, recorded_at, jsonb_set(state::jsonb, '{id}', to_jsonb(copy))::json
     FROM (SELECT plan.*, md5(n::text)::uuid AS copy FROM plan, generate_series(1, $2) n WHERE id = $1) copies`,
    [id, BULK_MAX],
  );
});

afterAll(async () => {
  await pool.end();
  await api.close();
});

const bulk = (query = '', key = 'all') =>
  api.ask('POST', `/v1/bulk${query}`, {
    body: { verb: 'pause', reason: 'Vintern är här.', filter: { stage: 'mandate' } },
    headers: { 'idempotency-key': key },
  });

it('one too many is refused, and nothing is done', async () => {
  for (const query of ['', '?dryRun=true']) {
    const { status, body } = await bulk(query, 'too-many');
    expect(status).toBe(400);
    expect(body.faults).toEqual([
      { pointer: '/filter', code: 'too-many', message: `may have at most ${BULK_MAX} items.` },
    ]);
  }
  const { rows } = await pool.query(`SELECT DISTINCT status FROM plan`);
  expect(rows).toEqual([{ status: 'active' }]);
});

it('as many as there may be: each once, and the same again under the same key', async () => {
  await pool.query(`DELETE FROM plan WHERE id = md5('1')::uuid`);
  const tried = (await bulk('?dryRun=true')).body;
  expect(tried).toMatchObject({ total: BULK_MAX, accepted: BULK_MAX, refused: 0 });
  const done = (await bulk()).body;
  expect(done).toMatchObject({ total: BULK_MAX, accepted: BULK_MAX, refused: 0 });
  const plans = (report: Json) => report.results.map((one: Json) => one.plan);
  expect(plans(done)).toEqual(plans(tried));
  expect(new Set(plans(done)).size).toBe(BULK_MAX);
  expect((await bulk()).body).toEqual(done);
  const { rows } = await pool.query(`SELECT status, version, count(*)::int AS plans FROM plan GROUP BY 1, 2`);
  expect(rows).toEqual([{ status: 'paused', version: 2, plans: BULK_MAX }]);
}, 120_000);
