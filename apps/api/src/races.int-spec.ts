// Many at once on one plan: each accepted command counts once, of two with the same key or If-Match one wins.
import { randomUUID } from 'node:crypto';
import { runningApi, type Answer, type Json, type RunningApi } from '../../../test/services/api.js';
import { createApi } from './create-api.js';
import type { AddressInfo } from 'node:net';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.close());

const atOnce = <Result>(count: number, one: (index: number) => Promise<Result>) =>
  Promise.all(Array.from({ length: count }, (_, index) => one(index)));

const addParty = (plan: string, index: number, ask = api.ask) =>
  ask('POST', `/v1/plans/${plan}/add-party`, { body: { organisation: `PART-${index}` } });

const versionsOf = (answers: Answer[]) => answers.map((one) => one.body.version as number).sort((a, b) => a - b);
const twoTo = (last: number) => Array.from({ length: last - 1 }, (_, index) => index + 2);

describe('a hundred writers on one plan', () => {
  it('are all taken, each with a version of its own', async () => {
    const { id } = await api.start();
    const answers = await atOnce(100, (index) => addParty(id, index));
    expect(answers.map((one) => one.status)).toEqual(Array(100).fill(200));
    expect(versionsOf(answers)).toEqual(twoTo(101));
    const { body } = await api.ask('GET', `/v1/plans/${id}`);
    expect([body.version, body.records.parties.parties.length]).toEqual([101, 100]);
    const feed = await api.feed(id, 102);
    expect(feed.items.map((one: Json) => one.data.sequence)).toEqual(
      Array.from({ length: 102 }, (_, index) => index + 1),
    );
  });

  it('are all taken through two processes of the api as well', async () => {
    const { id } = await api.start();
    const settings = {
      adminToken: 'the-admin-token',
      rateLimit: null,
      logLevel: 'silent',
      baseUrl: 'https://stegvis.example',
    };
    const second = await createApi({ ...settings, databaseUrl: api.databaseUrl });
    try {
      await second.listen(0, '127.0.0.1');
      const url = `http://127.0.0.1:${(second.getHttpServer().address() as AddressInfo).port}`;
      const viaSecond = async (index: number) => {
        const headers = { authorization: 'Bearer the-admin-token', 'content-type': 'application/json' };
        const body = JSON.stringify({ organisation: `PART-${index}` });
        const response = await fetch(`${url}/v1/plans/${id}/add-party`, { method: 'POST', headers, body });
        return { status: response.status, body: (await response.json()) as Json } as Answer;
      };
      const answers = await atOnce(100, (index) => (index % 2 === 0 ? addParty(id, index) : viaSecond(index)));
      expect(answers.map((one) => one.status)).toEqual(Array(100).fill(200));
      expect(versionsOf(answers)).toEqual(twoTo(101));
    } finally {
      await second.close();
    }
  });

  it('with the same If-Match: one wins, the others hear 412', async () => {
    const { id } = await api.start();
    const answers = await atOnce(50, (index) =>
      api.ask('POST', `/v1/plans/${id}/add-party`, {
        body: { organisation: `PART-${index}` },
        headers: { 'if-match': '"1"' },
      }),
    );
    const count = (status: number) => answers.filter((one) => one.status === status).length;
    expect([count(200), count(412)]).toEqual([1, 49]);
    expect((await api.ask('GET', `/v1/plans/${id}`)).body.version).toBe(2);
  });

  it('without it, the losers are decided again on the new state', async () => {
    const { id } = await api.start();
    const answers = await atOnce(20, () => api.ask('POST', `/v1/plans/${id}/pause`, { body: { reason: 'Budget' } }));
    const count = (status: number) => answers.filter((one) => one.status === status).length;
    expect([count(200), count(409)]).toEqual([1, 19]);
    expect(answers.find((one) => one.status === 409)?.body.code).toBe('paused');
  });
});

describe('the same Idempotency-Key at the same moment', () => {
  it('is done once, and all hear the same', async () => {
    const { id } = await api.start();
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await atOnce(40, () =>
      api.ask('POST', `/v1/plans/${id}/pause`, { body: { reason: 'Budget' }, headers }),
    );
    for (const { status, body } of answers) expect([status, body]).toEqual([200, answers[0]?.body]);
    expect((await api.ask('GET', `/v1/plans/${id}`)).body.version).toBe(2);
  });

  it('starts one plan', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const title = `Ensam ${randomUUID()}`;
    const body = { template: 'joint-action-plan', title };
    const answers = await atOnce(20, () => api.ask('POST', '/v1/plans', { body, headers }));
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1);
    expect(answers.map((one) => one.status)).toEqual(Array(20).fill(201));
    expect((await api.ask('GET', `/v1/plans?q=${encodeURIComponent(title)}`)).body.items).toHaveLength(1);
  });

  it('with different bodies: one is done, the others are told of their mistake', async () => {
    const { id } = await api.start();
    const headers = { 'idempotency-key': randomUUID() };
    const answers = await atOnce(10, (index) =>
      api.ask('POST', `/v1/plans/${id}/add-party`, { body: { organisation: `PART-${index}` }, headers }),
    );
    const count = (status: number) => answers.filter((one) => one.status === status).length;
    expect([count(200), count(422)]).toEqual([1, 9]);
  });
});
