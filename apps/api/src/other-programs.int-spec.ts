// What programs do that were written from the contract's page alone: clocks of their own, whole batches again, large bodies.
import { randomUUID } from 'node:crypto';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
let plan: Json;
beforeAll(async () => {
  api = await runningApi();
  plan = await api.start();
});
afterAll(() => api.close());

const log = (entry: string) => api.ask('POST', `/v1/plans/${plan.id}/write-log-entry`, { body: { entry } });

it('asks for the plan as it stood between two of its commands, by its own clock', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { body: before } = await log('before');
    const between = new Date().toISOString();
    await log('after');
    const { body } = await api.ask('GET', `/v1/plans/${plan.id}?asOf=${between}`);
    expect(body.version).toBe(before.version);
  }
});

describe('repeats a whole batch by one key', () => {
  const batch = (key: string, entries: string[]) =>
    api.ask('POST', '/v1/commands', {
      body: { commands: entries.map((entry) => ({ plan: plan.id, verb: 'write-log-entry', body: { entry } })) },
      headers: { 'idempotency-key': key },
    });
  const version = async () => (await api.ask('GET', `/v1/plans/${plan.id}`)).body.version as number;

  it('the same again is done once, also when all come at once', async () => {
    const [key, before] = [randomUUID(), await version()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => batch(key, ['one', 'two'])));
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect(await version()).toBe(before + 2);
  });

  it('another under the same key: 422, and none of it is done, not even what the first had not', async () => {
    const key = randomUUID();
    await batch(key, ['one']);
    const before = await version();
    expect(await batch(key, ['one', 'two'])).toMatchObject({ status: 422, body: { code: 'key-reused' } });
    expect(await version()).toBe(before);
  });

  it('a verb that there is not has its own answer beside the others', async () => {
    const commands = ['Fly!', 'write-log-entry'].map((verb) => ({ plan: plan.id, verb, body: { entry: 'x' } }));
    const { body } = await api.ask('POST', '/v1/commands', { body: { commands } });
    expect(body.results.map((one: Json) => one.status)).toEqual([404, 200]);
  });
});

it('publishes a template whose last stage says nothing of what it opens, asks for and leads to', async () => {
  const label = { sv: 'Kort', en: 'Short' };
  const stages = [{ key: 'only', name: label }];
  const body = { key: 'bare', version: 1, name: label, roles: [{ key: 'leader', name: label }], stages };
  expect((await api.ask('POST', '/v1/templates', { body })).status).toBe(201);
  expect((await api.ask('POST', '/v1/templates', { body })).status).toBe(200);
  expect((await api.ask('GET', '/v1/templates/bare')).body).toEqual(body);
  const { id } = await api.start({ template: 'bare' });
  expect((await api.ask('POST', `/v1/plans/${id}/complete`)).body.status).toBe('completed');
  const other = await api.ask('POST', '/v1/templates', { body: { ...body, summary: label } });
  expect(other.body).toMatchObject({ status: 409, reasons: [{ code: 'version-taken', criterion: null, missing: [] }] });
});

it('sends far too much and still gets to read why not', async () => {
  const body = JSON.stringify({ name: 'x'.repeat(20 * 1024 * 1024) });
  for (let round = 0; round < 10; round += 1)
    expect((await api.ask('POST', '/v1/templates/check', { body })).status).toBe(413);
});

it('packs its body: 415', async () => {
  const { status } = await api.ask('POST', '/v1/commands', {
    body: { commands: [] },
    headers: { 'content-encoding': 'gzip' },
  });
  expect(status).toBe(415);
});

describe('reads the feed', () => {
  it('from 0 on', async () => {
    expect((await api.ask('GET', '/v1/events?after=0&limit=1')).body).toEqual(
      (await api.ask('GET', '/v1/events?limit=1')).body,
    );
  });

  const batch = 'application/cloudevents-batch+json';
  it.each([
    [`${batch}, application/json;q=0.5`, true],
    [`application/json, ${batch};q=0.5`, false],
    [`${batch};q=0`, false],
    ['*/*', false],
  ])('accepting %s', async (accept, isBatch) => {
    const { body } = await api.ask('GET', '/v1/events?limit=1', { headers: { accept } });
    expect(Array.isArray(body)).toBe(isBatch);
  });
});

describe('names an organisation', () => {
  it('once or again, and finds it by its code', async () => {
    const named = { code: 'NORRKÖPING', name: 'Norrköpings kommun', kind: 'municipality', roles: [], source: null };
    const address = `/v1/organisations/${encodeURIComponent('NORRKÖPING')}`;
    for (const body of [{ name: 'Norrköping' }, { name: 'Norrköpings kommun', kind: 'municipality' }])
      expect((await api.ask('PUT', address, { body })).status).toBe(200);
    expect((await api.ask('GET', '/v1/organisations')).body.items).toContainEqual(named);
  });

  it('by a code that is none, or without a name: not there, not taken', async () => {
    expect((await api.ask('PUT', '/v1/organisations/a%20b', { body: { name: 'A' } })).status).toBe(404);
    expect((await api.ask('PUT', '/v1/organisations/A', { body: {} })).body).toMatchObject({
      status: 400,
      faults: [{ pointer: '/name' }],
    });
  });
});
