// Dry runs: what a verb, a start or many verbs would do, told beforehand. Nothing of it is stored.
import { Client, type Json, type PlanAtHand } from './client.js';
import { sharedGarden } from './shared-garden.js';

let client: Client;
let plan: PlanAtHand;

beforeAll(async () => {
  client = await Client.open();
  expect((await client.ask('POST', '/v1/templates', { body: sharedGarden })).status).toBe(201);
  plan = await client.start({ template: 'shared-garden', title: 'The plot behind the school', language: 'en' });
});
afterAll(() => client.close());

/** All that the plan is and has been, and what other programs have heard. */
const everything = async () => [await plan.read(), await plan.history(), await plan.feed()];

const tryOut = (verb: string, body: object, headers = {}) =>
  client.ask('POST', `/v1/plans/${plan.id}/${verb}?dryRun=true`, { body, headers });

const events = ({ events: told }: Json) => told.map(({ type, data }: Json) => ({ type, data }));

it('tells what would happen, and then just that happens', async () => {
  const before = await everything();
  const tried = await tryOut('propose-potential', { title: 'Raised beds' });
  expect(tried.status).toBe(200);
  expect(tried.body).toMatchObject({ dryRun: true, version: 2, stage: 'idea', status: 'active' });
  expect(tried.headers.get('etag')).toBeNull();
  expect(await everything()).toEqual(before);

  const done = await plan.do('propose-potential', { title: 'Raised beds' });
  expect(done.dryRun).toBeUndefined();
  expect(events(done)).toEqual(events(tried.body));
});

it('gives the same refusal, in both languages, and nobody counts it', async () => {
  for (const language of ['en', 'sv']) {
    const headers = { 'accept-language': language };
    const tried = await tryOut('advance', {}, headers);
    const done = await plan.post('advance', {}, headers);
    expect([tried.status, done.status]).toEqual([409, 409]);
    expect(tried.body).toEqual({ ...done.body, instance: tried.body.instance, dryRun: true });
  }
});

it('heeds If-Match', async () => {
  expect((await tryOut('pause', { reason: 'It snows.' }, { 'if-match': '"1"' })).status).toBe(412);
  expect((await tryOut('pause', { reason: 'It snows.' }, { 'if-match': '"2"' })).status).toBe(200);
});

it('takes no idempotency key, and gives the answer that a key already has', async () => {
  const key = { 'idempotency-key': 'spring' };
  expect((await tryOut('pause', { reason: 'It snows.' }, key)).body).toMatchObject({ status: 'paused' });
  const done = await plan.post('propose-potential', { title: 'A greenhouse' }, key);
  expect(done.body).toMatchObject({ version: 3 });
  const again = await tryOut('propose-potential', { title: 'A greenhouse' }, key);
  expect(again.body).toEqual({ ...done.body, dryRun: true });
  expect((await tryOut('pause', { reason: 'It snows.' }, key)).body).toMatchObject({ code: 'key-reused', status: 422 });
});

it('tells what a start would give, under an id that no plan has', async () => {
  const body = { template: 'shared-garden', title: 'The roof', language: 'en' };
  const tried = await client.ask('POST', '/v1/plans?dryRun=true', { body });
  expect(tried.status).toBe(200);
  expect(tried.body).toMatchObject({ dryRun: true, stage: 'idea', title: 'The roof', version: 1 });
  expect((await client.ask('GET', `/v1/plans/${tried.body.id}`)).status).toBe(404);
  expect(await client.all('/v1/plans?q=roof')).toEqual([]);
  const unknown = await client.ask('POST', '/v1/plans?dryRun=true', { body: { ...body, template: 'none' } });
  expect(unknown.body).toMatchObject({ status: 404, code: 'unknown-template', dryRun: true });
});

it('of many verbs, each sees what those before it would have done', async () => {
  const before = await everything();
  const command = (verb: string, body: object = {}) => ({ plan: plan.id, verb, body });
  const commands = [
    command('advance'),
    command('advance'),
    command('skip', { reason: 'We know them all.' }),
    command('no-such-verb'),
    command('pause', { reason: 'It snows.', colour: 'white' }),
    command('pause', { reason: 'It snows.' }),
    { ...command('pause', { reason: 'It snows.' }), plan: '00000000-0000-4000-8000-000000000000' },
  ];
  const { status, body } = await client.ask('POST', '/v1/commands?dryRun=true', { body: { commands } });
  expect(status).toBe(200);
  expect(body.dryRun).toBe(true);
  expect(body.results.map((one: Json) => [one.status, one.body.stage ?? one.body.code])).toEqual([
    [200, 'sounding'],
    [409, 'criterion-not-met'],
    [200, 'place'],
    [404, 'unknown-verb'],
    [400, 'invalid-body'],
    [200, 'place'],
    [404, 'unknown-plan'],
  ]);
  expect(body.results.every((one: Json) => one.body.dryRun === true)).toBe(true);
  expect(body.results[5].body).toMatchObject({ status: 'paused', version: 6 });
  expect(await everything()).toEqual(before);
});

it('a misspelt dryRun is refused rather than done', async () => {
  const before = await everything();
  for (const query of ['dryrun=true', 'dryRun=yes', 'dryRun'])
    expect(
      (await client.ask('POST', `/v1/plans/${plan.id}/pause?${query}`, { body: { reason: 'It snows.' } })).status,
    ).toBe(400);
  expect(await everything()).toEqual(before);
});
