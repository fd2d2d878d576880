// The database goes away under a load: killed for a while, crashed for a moment, and killed inside `npm start`.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres, type PostgresServer } from '../../apps/standalone/src/postgres/index.js';
import { Client } from 'pg';
import { ask, load, untilAcknowledged, type Load } from './load.js';
import { dataFolder, endPrograms, postgresOn, run, STANDALONE } from './program.js';
import { StandingAddress } from './standing-address.js';
import { expectWhole, expectWholeFeed } from './whole.js';

const CONNECTIONS = 16;

const ended = async (under: Load) => {
  under.stop();
  await under.over;
  return under;
};

afterAll(endPrograms);

describe('on a database of its own (DATABASE_URL)', () => {
  const folder = dataFolder();
  const address = new StandingAddress();
  let postgres: PostgresServer;
  let url: string;
  let databaseUrl: string;

  beforeAll(async () => {
    postgres = await startPostgres({ dataDir: folder.path, careless: true });
    databaseUrl = await address.leadTo(postgres.url);
    url = await run(STANDALONE, { DATABASE_URL: databaseUrl }).ready();
  });

  afterAll(async () => {
    await endPrograms();
    await address.leadNowhere();
    await postgres.stop();
    await folder.remove();
  });

  it.each([
    ['killed and started again', killedForAWhile],
    ['in recovery after a crash', crashed],
  ])('answers 503 while it is %s, lives on, and has lost nothing', async (_what, fault) => {
    const under = load(url, CONNECTIONS, { patient: true });
    await untilAcknowledged(under, 200);
    await fault();
    await untilAcknowledged(under, under.acknowledged() + 200);
    await ended(under);
    expect(under.broken()).toBe(0);
    expect(under.refused.length).toBeGreaterThan(0);
    for (const { status, headers, body } of under.refused) {
      expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
      expect({ status, body }).toEqual({ status: 503, body: expect.objectContaining({ code: 'unavailable' }) });
      expect(headers.get('retry-after')).toMatch(/^[1-9]$/);
    }
    await expectWhole(url, under.walks);
    await expectWholeFeed(url, under.walks);
    expect((await ask(url, 'GET', '/readyz')).status).toBe(200);
  });

  async function killedForAWhile(): Promise<void> {
    process.kill(postgres.pid, 'SIGKILL');
    await Promise.all([postgres.died, address.leadNowhere()]);
    expect((await ask(url, 'GET', '/readyz')).body).toMatchObject({
      ready: false,
      checks: { database: 'unreachable' },
    });
    expect((await ask(url, 'GET', '/healthz')).status).toBe(200);
    const { body } = await ask(url, 'POST', '/v1/commands', { commands: [{ plan: randomUUID(), verb: 'advance' }] });
    expect(body.results).toEqual([expect.objectContaining({ status: 503, code: 'unavailable' })]);
    await sleep(1_000);
    postgres = await startPostgres({ dataDir: folder.path, careless: true });
    await address.leadTo(postgres.url);
  }

  /** When one of its processes dies hard, PostgreSQL ends all others, replays its log and goes on by itself. */
  async function crashed(): Promise<void> {
    const client = new Client({ connectionString: databaseUrl });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    process.kill((rows[0] as { pid: number }).pid, 'SIGKILL');
    await sleep(500);
  }
});

describe('on the embedded database', () => {
  const folder = dataFolder();
  const settings = { STEGVIS_DATA_DIR: folder.path };

  afterAll(async () => {
    await endPrograms();
    await folder.remove();
  });

  it('ends with one line when it is killed, and the next start has lost nothing', async () => {
    const program = run(STANDALONE, settings);
    const under = load(await program.ready(), CONNECTIONS);
    await untilAcknowledged(under, 200);
    process.kill(postgresOn(folder.path) as number, 'SIGKILL');
    expect(await program.ended).toBe(1);
    expect(program.err()).toMatch(/^PostgreSQL ended: .*\n$/);
    await under.over;
    const next = run(STANDALONE, settings);
    await expectWhole(await next.ready(), under.walks);
    expect(await next.kill('SIGTERM')).toBe(0);
  });
});
