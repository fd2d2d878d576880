// What a reader of the feed sees when the journal was brought in from a backup: its positions of before mean nothing any more.
import { beginEpoch } from '#libs/journal';
import { Pool } from 'pg';
import { runningApi, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;

beforeAll(async () => {
  api = await runningApi();
  const { id } = await api.start();
  await api.feed(id, 2);
});

afterAll(() => api.close());

const ask = (path: string) => api.ask('GET', path);

describe('the feed', () => {
  it('tells its epoch, the same on every page, and goes on within it', async () => {
    const { body: first } = await ask('/v1/events?limit=1');
    const { body: second } = await ask(`/v1/events?limit=1&after=${first.next}&epoch=${first.epoch}`);
    expect(second.epoch).toBe(first.epoch);
    expect(second.items).toHaveLength(1);
    expect((await ask(`/v1/events?after=${second.next}`)).body.items).toEqual([]);
  });

  it('refuses a position beyond its end, and says where to start again', async () => {
    const { status, body } = await ask('/v1/events?after=18446744073709551615-1');
    expect({ status, code: body.code }).toEqual({ status: 410, code: 'position-ahead' });
    expect(body.detail).toMatch(/18446744073709551615-1 lies after the last event.*Start again from after=0\./);
    expect((await ask('/v1/events?after=0')).body.items.length).toBeGreaterThan(0);
  });

  it('refuses whoever says the epoch of before, wherever their position lies', async () => {
    const { body } = await ask('/v1/events?limit=1');
    const pool = api.app.get(Pool);
    const client = await pool.connect();
    await beginEpoch(client);
    client.release();
    const { status, body: refusal } = await ask(`/v1/events?after=${body.next}&epoch=${body.epoch}`);
    expect({ status, code: refusal.code }).toEqual({ status: 410, code: 'epoch-changed' });
    const { body: now } = await ask('/v1/events?limit=1');
    expect(now.epoch).not.toBe(body.epoch);
    expect(refusal.detail).toContain(now.epoch);
    expect((await ask('/v1/events?epoch=yesterday')).status).toBe(400);
  });
});
