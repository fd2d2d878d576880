// The same on Redis and on BullMQ's PostgreSQL backend.
import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freshDatabase, type FreshDatabase } from '../../../test/services/database.js';
import { Queues } from './queues.js';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});

afterAll(() => database.drop());

const backends = {
  Redis: () => ({ redisUrl: process.env['STEGVIS_TEST_REDIS_URL'] as string }),
  PostgreSQL: () => ({ databaseUrl: database.url }),
};

describe.each(Object.entries(backends))('on %s', (_, backend) => {
  let queues: Queues;
  const done: string[] = [];
  const errors: Error[] = [];

  beforeAll(() => {
    queues = new Queues(backend(), (error) => errors.push(error));
  });

  afterAll(() => queues.close());

  it('a job with the same id is done once, and one that fails is tried again', async () => {
    let failures = 1;
    queues.work('housekeeping', async ({ hour }) => {
      if (failures-- > 0) throw new Error('not this time');
      done.push(hour);
    });
    for (let n = 0; n < 5; n += 1)
      await queues.put('housekeeping', { hour: '2027-03-15T09' }, 'housekeeping-2027-03-15T09');
    await queues.put('housekeeping', { hour: '2027-03-15T10' }, 'housekeeping-2027-03-15T10');
    for (const end = Date.now() + 20_000; done.length < 2 && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([...done].sort()).toEqual(['2027-03-15T09', '2027-03-15T10']);
    expect(errors).toEqual([]);
  });
});

it('Redis runs with noeviction, as BullMQ needs it', async () => {
  const redis = new Redis(process.env['STEGVIS_TEST_REDIS_URL'] as string);
  expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  redis.disconnect();
});

it('a worker whose PostgreSQL hangs up before it is ready lets the process live, and works once it is there', async () => {
  const { hostname, port } = new URL(database.url);
  let isThere = false;
  const door = createServer((socket) => {
    if (!isThere) return socket.destroy();
    const inside = connect(Number(port), hostname);
    for (const one of [socket, inside]) one.on('error', () => undefined);
    return socket.pipe(inside).pipe(socket);
  });
  await once(door.listen(0, '127.0.0.1'), 'listening');
  const by = new URL(database.url);
  by.hostname = '127.0.0.1';
  by.port = String((door.address() as AddressInfo).port);
  const queues = new Queues({ databaseUrl: by.href }, () => undefined);
  const worked: string[] = [];
  queues.work('housekeeping', async (job) => {
    worked.push(job.hour);
  });
  await sleep(1_500);
  isThere = true;
  const others = new Queues({ databaseUrl: database.url }, () => undefined);
  await others.put('housekeeping', { hour: '2027-03-16T09' }, 'housekeeping-2027-03-16T09');
  for (const end = Date.now() + 20_000; worked.length === 0 && Date.now() < end;) await sleep(50);
  expect(worked).toEqual(['2027-03-16T09']);
  await queues.close();
  await others.close();
  door.close();
});
