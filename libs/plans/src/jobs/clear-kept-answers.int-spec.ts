// On real PostgreSQL: answers that were kept for safe repeats go when their time is over, and not before.
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { Door } from '../../../../test/services/plans.js';
import { clearKeptAnswers } from './clear-kept-answers.js';

let database: FreshDatabase;
let door: Door;

beforeAll(async () => {
  database = await freshDatabase();
  door = await Door.open(database.url);
});

afterAll(async () => {
  await door.close();
  await database.drop();
});

it('an answer is kept for seven days', async () => {
  await door.pool.query(
    `INSERT INTO idempotency_key (token, key, request, answer, recorded_at)
     SELECT 'token-1', age, 'digest', '{}', now() - age::interval
     FROM unnest(ARRAY['8 days', '7 days 1 minute', '6 days 23 hours', '0 seconds']) AS age`,
  );
  expect(await clearKeptAnswers(door.pool)).toBe(2);
  const { rows } = await door.pool.query('SELECT key FROM idempotency_key ORDER BY recorded_at');
  expect(rows.map((row) => row.key)).toEqual(['6 days 23 hours', '0 seconds']);
});

it('more than a handful of them go in one job', async () => {
  await door.pool.query(
    `INSERT INTO idempotency_key (token, key, request, answer, recorded_at)
     SELECT 'token-2', n::text, 'digest', '{}', now() - interval '8 days' FROM generate_series(1, 12000) AS n`,
  );
  expect(await clearKeptAnswers(door.pool)).toBe(12_000);
});
