// The doctor on a real PostgreSQL and Redis: well when all is well, and each fault that it knows told with what to do.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { createApi, migrationNames } from '../../../api/src/index.js';
import { loadPilot } from '../import/load-pilot.js';
import { checkDisk } from './disk.js';
import { examineDatabase } from './examine.js';
import type { Finding } from './finding.js';
import { checkRedis } from './redis.js';

let database: FreshDatabase;
let pool: Pool;

beforeEach(async () => {
  database = await freshDatabase();
  const settings = { adminToken: undefined, rateLimit: null, logLevel: 'silent', baseUrl: 'http://127.0.0.1' };
  const app = await createApi({ databaseUrl: database.url, ...settings });
  await loadPilot(app, () => undefined);
  await app.close();
  pool = new Pool({ connectionString: database.url, max: 2 });
  pool.on('error', () => undefined);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

async function examined(): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const finding of examineDatabase(pool, migrationNames)) found.push(finding);
  return found;
}

const troubles = async () => (await examined()).filter(({ state }) => state !== 'ok');

/** The spec's server need not be durable, and its other databases may hold readers up. */
const HERE = new Set(['durability', 'readers']);
const mine = (found: Finding[]) => found.filter(({ about }) => !HERE.has(about));

describe('the doctor', () => {
  it('finds a database in order, and says what it looked at', async () => {
    const found = mine(await examined());
    expect(found.map(({ state, about }) => `${state} ${about}`)).toEqual(
      ['database', 'clocks', 'tables', 'journal', 'fold', 'order', 'reactions', 'attachments'].map(
        (one) => `ok ${one}`,
      ),
    );
    expect(found.find(({ about }) => about === 'journal')?.says).toMatch(/^\d+ events of 3 plans, none missing$/);
  });

  it('finds an event that is missing', async () => {
    await pool.query('DELETE FROM event WHERE sequence = 5');
    expect(mine(await troubles())).toContainEqual(
      expect.objectContaining({
        state: 'fault',
        about: 'journal',
        says: expect.stringMatching(/and the last is number/),
      }),
    );
  });

  it('finds a stored plan that is not what its events give', async () => {
    await pool.query(`UPDATE plan SET version = version + 1`);
    const found = mine(await troubles());
    expect(found.filter(({ about }) => about === 'journal')).toHaveLength(3);
    expect(found[0]?.cure).toMatch(/stegvis rebuild/);
  });

  it('finds a fold that differs while the versions agree', async () => {
    await pool.query(
      `UPDATE plan SET state = jsonb_set(state::jsonb, '{stage}', '"elsewhere"')::json WHERE parent IS NULL`,
    );
    expect(mine(await troubles())).toMatchObject([
      { state: 'fault', about: 'fold', says: expect.stringMatching(/stage/) },
    ]);
  });

  it('finds events that were copied in from another server', async () => {
    await pool.query(`UPDATE event SET txid = '99999999999' WHERE sequence = 1`);
    expect(mine(await troubles())).toContainEqual(expect.objectContaining({ state: 'fault', about: 'order' }));
  });

  it('finds who holds the readers up', async () => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('UPDATE plan SET public = public');
      await pool.query(
        `INSERT INTO event (plan, sequence, version, type, stage, attempt, recorded_at, who, command, imported, data)
         SELECT gen_random_uuid(), 1, 1, 'plan.started', 'x', 1, now() - interval '1 hour', '{}', gen_random_uuid(), false, '{}'`,
      );
      const held = (await troubles()).find(({ about }) => about === 'readers');
      expect(held).toMatchObject({ state: 'fault', cure: expect.stringMatching(/pg_terminate_backend\(\d+\)/) });
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('finds an attachment that has lost its content, and misses none that was struck out', async () => {
    const { rows } = await pool.query<{ id: string }>('SELECT id FROM plan ORDER BY id LIMIT 1');
    const plan = rows[0]?.id;
    const data = { attachment: 'attachment-1', sha256: 'a'.repeat(64), bytes: 3, mediaType: 'text/plain' };
    const tell = (type: string, sequence: number) =>
      pool.query(
        `INSERT INTO event (plan, sequence, version, type, stage, attempt, recorded_at, who, command, imported, data)
         VALUES ($1, $2, $2, $3, 'mandate', 1, now(), '{}', gen_random_uuid(), false, $4)`,
        [plan, sequence, type, JSON.stringify(data)],
      );
    const lost = async () => (await examined()).find(({ about }) => about === 'attachments');
    await pool.query('INSERT INTO content (sha256, bytes) VALUES ($1, 3)', [data.sha256]);
    await tell('attachment.added', 9_000);
    expect(await lost()).toMatchObject({ state: 'ok', says: '1, each with its content' });
    await pool.query('UPDATE content SET bytes = 4');
    expect(await lost()).toMatchObject({
      state: 'fault',
      says: expect.stringContaining(`1 of 1 have lost their content (attachment-1 of plan ${plan})`),
    });
    await pool.query('DELETE FROM content');
    expect(await lost()).toMatchObject({ state: 'fault' });
    await tell('attachment.struck', 9_001);
    expect(await lost()).toMatchObject({ state: 'ok' });
  });

  it('finds a reader that nobody moves on', async () => {
    await pool.query(`UPDATE event SET recorded_at = now() - interval '20 minutes'`);
    await pool.query(`INSERT INTO checkpoint VALUES ('mail', '0', 0, now()) ON CONFLICT DO NOTHING`);
    expect((await troubles()).find(({ about }) => about === 'reactions')).toMatchObject({
      state: 'warning',
      says: expect.stringMatching(/mail \(20 min\)/),
    });
  });

  it('finds tables of a newer Stegvis, and tables that wait', async () => {
    await pool.query(`INSERT INTO migration (timestamp, name) VALUES (9, 'Tomorrow9')`);
    expect(mine(await troubles())).toMatchObject(
      [{ state: 'fault', about: 'tables', says: /Tomorrow9/ }].map((one) => ({
        ...one,
        says: expect.stringMatching(one.says),
      })),
    );
    await pool.query(`DELETE FROM migration WHERE name = 'Tomorrow9' OR name = '${migrationNames.at(-1)}'`);
    expect(mine(await troubles())).toMatchObject([{ state: 'warning', about: 'tables' }]);
  });

  it('finds what a power cut may take back', async () => {
    await pool.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET synchronous_commit = off`);
    await pool.end();
    pool = new Pool({ connectionString: database.url, max: 2 });
    expect((await examined()).find(({ says }) => says.startsWith('synchronous_commit=off'))).toMatchObject({
      state: 'fault',
      about: 'durability',
    });
  });
});

describe('the doctor, of Redis and the disk', () => {
  it('says that a Redis does not answer', async () => {
    expect(await checkRedis('redis://127.0.0.1:1')).toMatchObject({
      state: 'fault',
      says: expect.stringMatching(/does not answer at 127\.0\.0\.1:1/),
    });
  });

  it('knows the Redis that keeps every job', async () => {
    const url = process.env['STEGVIS_TEST_REDIS_URL'];
    if (!url) throw new Error('no test Redis');
    expect((await checkRedis(url)).says).toMatch(/^Redis \d+\.\d+.*, maxmemory-policy \w+/);
  });

  it('tells how much room is left, also of a folder that is not there yet', () => {
    const folder = join(tmpdir(), 'not', 'there', 'yet');
    expect(checkDisk(folder).says.endsWith(`GiB free for ${folder}`)).toBe(true);
  });
});
