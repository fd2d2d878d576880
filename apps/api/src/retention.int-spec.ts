// Retention over HTTP: rules propose, a person decides, a log says what was destroyed; no event and no audit row ever goes (INV-55).
import { checkRebuild } from '#libs/plans';
import { addDays, dayOf } from '#libs/lifecycle';
import { Tokens } from '#libs/people';
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
let pool: Pool;
beforeAll(async () => {
  api = await runningApi();
  pool = api.app.get(Pool);
});
afterAll(() => api.close());

const get = async (path: string): Promise<Json> => (await api.ask('GET', `/v1/retention/${path}`)).body;
const proposed = async (): Promise<Json[]> => (await get('proposals')).items;
const decide = (proposal: string, decision: string, more: object = {}) =>
  api.ask('POST', '/v1/retention/decisions', { body: { proposal, decision, reason: 'Enligt planen', ...more } });
const setRule = (what: string, afterDays: number) =>
  api.ask('PUT', `/v1/retention/rules/${what}`, { body: { afterDays, ground: 'Dokumenthanteringsplan 2026' } });

async function ended(): Promise<Json> {
  const plan = await api.start();
  const give = async (verb: string, body: object) => {
    const answer = await api.ask('POST', `/v1/plans/${plan.id}/${verb}`, { body });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  };
  await give('write-log-entry', { entry: 'Ett känsligt ord' });
  await give('write-log-entry', { entry: 'Ett annat ord' });
  const headers = { 'content-type': 'text/plain' };
  await api.ask('POST', `/v1/plans/${plan.id}/attachments?name=a.txt`, { body: `Innehåll ${plan.id}`, headers });
  await give('discontinue', { reason: 'Slut, tack' });
  return plan;
}

it('the rules are suggestions until somebody sets them, and say that no law says so', async () => {
  const { items } = await get('rules');
  expect(items.map(({ what, suggested }: Json) => [what, suggested])).toEqual(
    ['plan-log', 'plan-attachments', 'guest-links', 'refusals', 'tokens'].map((what) => [what, true]),
  );
  expect(items[0].ground).toContain('utan stöd i lag');
  expect((await setRule('guest-links', 30)).body).toMatchObject({ afterDays: 30, suggested: false });
  expect((await get('rules')).items[2]).toMatchObject({ afterDays: 30, ground: 'Dokumenthanteringsplan 2026' });
  expect((await setRule('audit', 1)).body.code).toBe('unknown-rule');
  expect((await setRule('refusals', -1)).status).toBe(400);
  const { items: rows } = (await api.ask('GET', '/v1/audit?kind=retention-rule.set')).body;
  expect(rows).toEqual([expect.objectContaining({ about: { what: 'guest-links', afterDays: 30 } })]);
});

it('an ended plan is proposed when its time is over, and not before; a plan under way never', async () => {
  const plan = await ended();
  const running = await api.start();
  await api.ask('POST', `/v1/plans/${running.id}/write-log-entry`, { body: { entry: 'Pågår' } });
  expect(await proposed()).toEqual([]);
  await setRule('plan-log', 0);
  expect(await proposed()).toEqual([
    expect.objectContaining({ proposal: `plan-log:${plan.id}`, count: 2, title: 'Hälsolots' }),
  ]);
  expect((await decide(`plan-log:${running.id}`, 'destroy')).body.code).toBe('nothing-due');
  for (const unknown of ['plan-log:x', 'nothing', `tokens:${plan.id}`, 'plan-log'])
    expect([unknown, (await decide(unknown, 'destroy')).status]).toEqual([unknown, 404]);
});

it('what is kept is not proposed again until that is over', async () => {
  const plan = await ended();
  const mine = async () => (await proposed()).filter((one) => one['plan'] === plan.id);
  const kept = await decide(`plan-log:${plan.id}`, 'keep');
  expect([kept.status, kept.body]).toEqual([
    201,
    expect.objectContaining({ destroyed: null, keepUntil: addDays(dayOf(new Date().toISOString()), 365) }),
  ]);
  expect(await mine()).toEqual([]);
  expect((await decide(`plan-log:${plan.id}`, 'destroy')).status).toBe(404);
  await setRule('plan-attachments', 0);
  await decide(`plan-attachments:${plan.id}`, 'keep', { keepUntil: '2020-01-01' });
  expect((await mine()).map(({ proposal }) => proposal)).toEqual([`plan-attachments:${plan.id}`]);
});

it('what is destroyed goes for good, its events stay, and a log says what went and by which rule', async () => {
  const plan = await ended();
  await setRule('plan-attachments', 0);
  const before = (await api.ask('GET', `/v1/plans/${plan.id}/history?limit=1000`)).body.items;
  const { body: words } = await decide(`plan-log:${plan.id}`, 'destroy');
  expect(words.destroyed).toMatchObject({
    number: 2,
    hashes: [],
    items: expect.arrayContaining([expect.stringMatching(/^text-/)]),
  });
  const { body: files } = await decide(`plan-attachments:${plan.id}`, 'destroy');
  expect(files.destroyed).toEqual({
    number: 1,
    items: ['attachment-1'],
    hashes: [expect.stringMatching(/^[0-9a-f]{64}$/)],
  });

  const { rows } = await pool.query('SELECT text FROM text WHERE plan = $1 ORDER BY key', [plan.id]);
  expect(rows.map(({ text }) => text as string | null)).toEqual([null, null, null, 'Slut, tack']);
  expect((await pool.query('SELECT FROM content WHERE sha256 = $1', [files.destroyed.hashes[0]])).rowCount).toBe(0);
  const after = (await api.ask('GET', `/v1/plans/${plan.id}/history?limit=1000`)).body.items;
  const ids = (items: Json[]) => items.map(({ id, type }) => `${id} ${type}`);
  expect(ids(after)).toEqual([...ids(before), `${plan.id}-${before.length + 1} se.stegvis.attachment.struck.v1`]);
  expect((await checkRebuild(pool, () => undefined)).different).toEqual([]);

  const log = (await get('destroyed')).items;
  expect(log.slice(0, 2)).toEqual([
    expect.objectContaining({
      what: 'plan-attachments',
      plan: plan.id,
      number: 1,
      who: 'admin',
      ground: 'Dokumenthanteringsplan 2026',
    }),
    expect.objectContaining({ what: 'plan-log', plan: plan.id, number: 2, reason: 'Enligt planen', afterDays: 0 }),
  ]);
  expect((await get(`destroyed?limit=1&cursor=${log[0].id}`)).items).toEqual([log[1]]);
  expect((await decide(`plan-log:${plan.id}`, 'destroy')).status).toBe(404);
  const { items: audit } = (await api.ask('GET', `/v1/audit?kind=retention.decided&plan=${plan.id}`)).body;
  expect(audit.map(({ about }: Json) => [about.what, about.decision])).toEqual([
    ['plan-log', 'destroy'],
    ['plan-attachments', 'destroy'],
  ]);
});

it('rows that have ended go, and those that have not stay', async () => {
  const tokens = api.app.get(Tokens);
  const [gone, stays] = [await tokens.make({ name: 'Gone' }), await tokens.make({ name: 'Stays' })];
  await tokens.revoke(gone.id);
  await pool.query(
    `INSERT INTO refusal (at, verb, codes, who) VALUES (now() - interval '3 years', 'start', '{x}', '{"id": "x"}')`,
  );
  await setRule('tokens', 0);
  const found = (await proposed()).filter(({ plan }) => plan === null);
  expect(found.map(({ proposal, count }) => [proposal, count])).toEqual([
    ['refusals', 1],
    ['tokens', 1],
  ]);
  expect((await decide('tokens', 'destroy')).body.destroyed).toMatchObject({ number: 1, items: [gone.id] });
  expect((await decide('refusals', 'destroy')).body.destroyed).toMatchObject({ number: 1, items: [] });
  expect((await tokens.list()).map(({ id }) => id)).toEqual([stays.id]);
  expect((await proposed()).filter(({ plan }) => plan === null)).toEqual([]);
});
