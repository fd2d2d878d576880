// On real PostgreSQL: a database that is older than the board's tables has them filled when it is brought up to date.
import { append, Journal1764000000001 } from '#libs/journal';
import { decide, isRefusal, start, type Setting, type Template } from '#libs/lifecycle';
import { dataSourceOf, migrate } from '#libs/platform';
import { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { Door } from '../../../../test/services/plans.js';
import { checkRebuild } from '../rebuild.js';
import { readBoard } from '../store/board.js';
import { Plans1764000000002 } from './2-plans.js';

const label = { sv: 'Steg', en: 'Step' };
const stage = { key: 'begin', name: label, opens: [], criteria: [], next: [] };
const template: Template = { key: 'short', version: 1, name: label, roles: [], stages: [stage] };
const at = (now: string, command: string): Setting => ({
  template,
  now,
  command,
  who: { id: 'token-1' },
  occurredAt: now,
  imported: false,
});

let database: FreshDatabase;

beforeEach(async () => (database = await freshDatabase()));
afterEach(() => database.drop());

/** Begun on one day and paused on the next. */
async function olderDatabase(): Promise<void> {
  const source = dataSourceOf(database.url, [], [Journal1764000000001, Plans1764000000002]);
  await source.initialize();
  await migrate(source);
  await source.destroy();
  const pool = new Pool({ connectionString: database.url });
  // What today's program writes besides, and that of then did not.
  await pool.query('ALTER TABLE plan ADD COLUMN readers text');
  const begun = start({ title: 'Ängen' }, at('2026-03-01T09:00:00.000Z', '00000000-0000-4000-8000-000000000001'));
  if (isRefusal(begun)) throw new Error('a start is not refused');
  await append(pool, { plans: [{ plan: begun.plan, expected: 0 }], events: begun.events, texts: [], answers: [] });
  const setting = at('2026-03-02T09:00:00.000Z', '00000000-0000-4000-8000-000000000002');
  const paused = decide(begun.plan, 'pause', { reason: 'Vintern är här.' }, setting);
  if (isRefusal(paused)) throw new Error('a pause is not refused');
  await append(pool, { plans: [{ plan: paused.plan, expected: 1 }], events: paused.events, texts: [], answers: [] });
  await pool.query('ALTER TABLE plan DROP COLUMN readers');
  await pool.end();
}

it('its plans are found, now and as they stood', async () => {
  await olderDatabase();
  const door = await Door.open(database.url);
  const statuses = async (asOf?: string) =>
    (await readBoard(door.pool, { q: 'äNGEN', limit: 9, reach: null, ...(asOf ? { asOf } : {}) })).items.map(
      (one) => one.status,
    );
  expect(await statuses()).toEqual(['paused']);
  expect(await statuses('2026-03-01T12:00:00.000Z')).toEqual(['active']);
  expect(await statuses('2026-02-28T12:00:00.000Z')).toEqual([]);
  expect((await checkRebuild(door.pool, () => undefined)).different).toEqual([]);
  await door.close();
});
