// One verb on many plans: tried out first, done with a report, repeated without harm.
import { Client, type Json } from './client.js';
import { sharedGarden } from './shared-garden.js';

let client: Client;
const ids = new Map<string, string>();

beforeAll(async () => {
  client = await Client.open();
  expect((await client.ask('POST', '/v1/templates', { body: sharedGarden })).status).toBe(201);
  for (const title of ['Ängen', 'Backen', 'Taket', 'Gården'])
    ids.set(title, (await client.start({ template: 'shared-garden', title, language: 'sv' })).id);
  await client.start({ template: 'joint-action-plan', title: 'Ängen mittemot' });
  await plan('Backen').do('pause', { reason: 'Marken är frusen.' });
});
afterAll(() => client.close());

const plan = (title: string) => client.plan(ids.get(title) as string);

const bulk = (body: object, { query = '', headers = {} } = {}) =>
  client.ask('POST', `/v1/bulk${query}`, { body, headers });

const told = ({ results }: Json) =>
  results.map((one: Json) => [one.title, one.status, one.body.code ?? one.body.status]);

const pauseAll = { verb: 'pause', reason: 'Vintern är här.', filter: { template: 'shared-garden', version: 1 } };

it('is tried out first: who it would concern, and who would refuse', async () => {
  const { status, body } = await bulk(pauseAll, { query: '?dryRun=true' });
  expect(status).toBe(200);
  expect(body).toMatchObject({ dryRun: true, total: 4, accepted: 3, refused: 1 });
  expect(told(body)).toEqual([
    ['Gården', 200, 'paused'],
    ['Taket', 200, 'paused'],
    ['Backen', 409, 'paused'],
    ['Ängen', 200, 'paused'],
  ]);
  expect((await plan('Taket').read()).status).toBe('active');
});

it('is done, and a refusal does not stop the others', async () => {
  const headers = { 'idempotency-key': 'winter' };
  const { body } = await bulk(pauseAll, { headers });
  expect(body).toMatchObject({ total: 4, accepted: 3, refused: 1 });
  expect(body.dryRun).toBeUndefined();
  for (const title of ids.keys()) expect(await plan(title).read()).toMatchObject({ status: 'paused' });
  expect((await client.all('/v1/plans?status=active')).map((one) => one.title)).toEqual(['Ängen mittemot']);
});

it('again with the same key: the same report of the same plans, and nothing more is done', async () => {
  const headers = { 'idempotency-key': 'summer' };
  const resumeAll = { verb: 'resume', filter: { status: 'paused' } };
  const first = await bulk(resumeAll, { headers });
  expect(first.body).toMatchObject({ total: 4, accepted: 4 });
  await plan('Taket').do('pause', { reason: 'Taket läcker.' });
  // By now the filter would find another plan than the four.
  const again = await bulk(resumeAll, { headers });
  expect(again.body).toEqual(first.body);
  expect((await plan('Taket').read()).status).toBe('paused');
  const other = await bulk({ ...resumeAll, filter: { status: 'active' } }, { headers });
  expect(other.body).toMatchObject({ status: 422, code: 'key-reused' });
});

it('on plans that are listed, in their order; one that is not there has its own answer', async () => {
  const stranger = '00000000-0000-4000-8000-000000000000';
  const listed = [ids.get('Ängen'), stranger, ids.get('Backen'), ids.get('Ängen')?.toUpperCase()];
  const { body } = await bulk({ verb: 'propose-potential', body: { title: 'Rabarber' }, plans: listed });
  expect(body).toMatchObject({ total: 3, accepted: 2, refused: 1 });
  expect(told(body)).toEqual([
    ['Ängen', 200, 'active'],
    [null, 404, 'unknown-plan'],
    ['Backen', 200, 'active'],
  ]);
});

it.each([
  ['no verb', { plans: [] }, 400],
  ['a verb that there is not', { verb: 'sow', filter: { stage: 'idea' } }, 404],
  [
    'a body that no plan could take',
    { verb: 'propose-potential', body: { colour: 'red' }, filter: { stage: 'idea' } },
    400,
  ],
  ['neither plans nor filter', { verb: 'resume' }, 400],
  ['both', { verb: 'resume', plans: ['00000000-0000-4000-8000-000000000000'], filter: { stage: 'idea' } }, 400],
  ['a filter that asks for nothing', { verb: 'resume', filter: {} }, 400],
  ['a filter with a stranger in it', { verb: 'resume', filter: { colour: 'red' } }, 400],
  ['what is no id', { verb: 'resume', plans: ['the first'] }, 400],
])('refuses %s, and nothing is done', async (_, body, status) => {
  const before = await client.all('/v1/plans');
  const answer = await bulk(body);
  expect(answer.status).toBe(status);
  for (const { pointer, message } of (answer.body.faults ?? []) as Json[])
    expect([pointer, message]).toEqual([expect.stringMatching(/^\//), expect.stringMatching(/\.$/)]);
  expect(await client.all('/v1/plans')).toEqual(before);
});

it('needs the right to write', async () => {
  const reader = await client.as({ name: 'a reader', scopes: ['read'] });
  expect((await reader.ask('POST', '/v1/bulk?dryRun=true', { body: pauseAll })).status).toBe(403);
});
