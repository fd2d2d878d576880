// Redis is away at the start, comes, and goes again: only the queues wait for it.
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { START } from '../bench/ten-verbs.js';
import { freshDatabase, type FreshDatabase } from '../services/database.js';
import { ask } from './load.js';
import { endPrograms, run, STANDALONE } from './program.js';
import { StandingAddress } from './standing-address.js';

const STOPS_WITHIN_MS = 5_000;

describe('without the Redis that REDIS_URL names', () => {
  const address = new StandingAddress();
  let database: FreshDatabase;
  // A database of its own on the run's Redis.
  const redisUrl = `${process.env['STEGVIS_TEST_REDIS_URL']}/5`;
  let settings: Record<string, string>;

  beforeAll(async () => {
    database = await freshDatabase();
    const ledUrl = await address.leadTo(redisUrl);
    await address.leadNowhere();
    settings = { DATABASE_URL: database.url, REDIS_URL: ledUrl, STEGVIS_LOG_LEVEL: 'warn' };
  });

  afterAll(async () => {
    await endPrograms();
    await database.drop();
  });

  const stopsSoon = async (program: ReturnType<typeof run>) =>
    expect(await Promise.race([program.kill('SIGTERM'), sleep(STOPS_WITHIN_MS, 'goes on', { ref: false })])).toBe(0);

  it('Stegvis serves, says so once, and stops when it is told to', async () => {
    const program = run(STANDALONE, settings);
    const url = await program.ready();
    expect((await ask(url, 'POST', '/v1/plans', START)).status).toBe(201);
    expect((await ask(url, 'GET', '/readyz')).status).toBe(200);
    await sleep(1_000);
    expect(program.out().match(/the queue is away/g)).toHaveLength(1);
    await stopsSoon(program);
    expect(program.err()).toBe('');
  });

  it('its jobs are done when it comes, and it may go again', async () => {
    const program = run(STANDALONE, settings);
    await program.ready();
    await address.leadTo(redisUrl);
    const client = new Redis(redisUrl);
    while ((await client.zcard('bull:housekeeping:completed')) === 0) await sleep(50);
    client.disconnect();
    await address.leadNowhere();
    await sleep(200);
    await stopsSoon(program);
  });
});
