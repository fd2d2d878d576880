// The same on Redis and on BullMQ's PostgreSQL backend.
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
