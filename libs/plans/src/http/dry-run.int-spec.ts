// On real PostgreSQL: a dry run leaves nothing behind anywhere, and sees what other processes have done.
import { vocabulary } from '#libs/lifecycle';
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';

let api: RunningApi;
let other: RunningApi;
let pool: Pool;
let plan: Json;

beforeAll(async () => {
  api = await runningApi();
  other = await runningApi({ databaseUrl: api.databaseUrl });
  pool = new Pool({ connectionString: api.databaseUrl });
  plan = await api.start();
});

afterAll(async () => {
  await pool.end();
  await other.close();
  await api.close();
});

const TABLES = ['plan', 'event', 'text', 'standing', 'idempotency_key', 'refusal'];

async function everything(): Promise<Json> {
  const rows = TABLES.map(
    async (table) => (await pool.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`)).rows,
  );
  return Promise.all(rows);
}

/** What the metrics have counted of commands. */
async function counted(): Promise<string[]> {
  const { body } = await api.ask('GET', '/metrics');
  return (body as string).split('\n').filter((line) => /^stegvis_(commands|refusals|command_duration)/.test(line));
}

const tryOut = (verb: string, body: object, headers = {}) =>
  api.ask('POST', `/v1/plans/${plan.id}/${verb}?dryRun=true`, { body, headers });

it('leaves no row, no key, no audit and no count behind', async () => {
  const [rows, counts] = [await everything(), await counted()];
  const key = { 'idempotency-key': 'k' };
  expect((await tryOut('pause', { reason: 'Vintern är här.' }, key)).status).toBe(200);
  expect((await tryOut('resume', {}, key)).status).toBe(409);
  const start = { template: 'joint-action-plan', title: 'Ängen' };
  expect((await api.ask('POST', '/v1/plans?dryRun=true', { body: start, headers: key })).status).toBe(200);
  const commands = [{ plan: plan.id, verb: 'resume', body: {}, key: 'own' }];
  expect((await api.ask('POST', '/v1/commands?dryRun=true', { body: { commands }, headers: key })).status).toBe(200);
  const bulk = { verb: 'resume', filter: { stage: 'mandate' } };
  expect((await api.ask('POST', '/v1/bulk?dryRun=true', { body: bulk, headers: key })).status).toBe(200);
  // Refusals are written in handfuls, twice a second.
  await new Promise((later) => setTimeout(later, 800));
  expect(await everything()).toEqual(rows);
  expect(await counted()).toEqual(counts);
});

it('sees what another process has done since this one last looked', async () => {
  const paused = { body: { reason: 'Vintern är här.' } };
  await api.ask('POST', `/v1/plans/${plan.id}/write-log-entry`, { body: { text: 'Här.' } });
  expect((await other.ask('POST', `/v1/plans/${plan.id}/pause`, paused)).status).toBe(200);
  expect((await tryOut('resume', {})).status).toBe(200);
  expect((await tryOut('pause', paused.body)).status).toBe(409);
  expect((await other.ask('POST', `/v1/plans/${plan.id}/resume`, { body: {} })).status).toBe(200);
});

it('says what is wrong with the body or the plan as the verb does', async () => {
  const [id, verb] = [plan.id as string, 'plan-meeting'];
  for (const [path, body] of [
    [`/v1/plans/${id}/${verb}`, { title: 5, colour: 'red' }],
    [`/v1/plans/${id}/no-such-verb`, {}],
    [`/v1/plans/no-plan/${verb}`, { title: 'Kick-off' }],
    [`/v1/plans`, { title: 'Ängen' }],
    [`/v1/plans/${id}/attach`, { name: 'Kartan', mediaType: 'image/png', bytes: 5, sha256: 'a'.repeat(64) }],
    [`/v1/plans/${id}/${verb}`, { title: 'Kick-off', occurredAt: '2999-01-01' }],
  ] as const) {
    const [real, tried] = [
      await api.ask('POST', path, { body }),
      await api.ask('POST', `${path}?dryRun=true`, { body }),
    ];
    expect(real.status).toBeGreaterThanOrEqual(400);
    expect(tried.body).toEqual({ ...real.body, instance: tried.body.instance, dryRun: true });
  }
});

it('is described for every verb, the start, the batch and the bulk', async () => {
  const { body: document } = await api.ask('GET', '/openapi.json');
  const takes = (path: string) =>
    document.paths[path].post.parameters.some((one: Json) => one.name === 'dryRun' && one.in === 'query');
  for (const verb of ['advance', 'undo', 'migrate', ...vocabulary.verbs.keys()])
    expect([verb, takes(`/v1/plans/{id}/${verb}`)]).toEqual([verb, true]);
  for (const path of ['/v1/plans', '/v1/commands', '/v1/bulk']) expect([path, takes(path)]).toEqual([path, true]);
});
