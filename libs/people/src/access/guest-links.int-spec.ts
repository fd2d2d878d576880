// What housekeeping clears away of access: names of guests long after, codes and sessions that have ended.
import { Pool } from 'pg';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { clearAccess } from './guest-links.js';

let api: RunningApi;
let pool: Pool;

beforeAll(async () => {
  api = await runningApi();
  pool = api.app.get(Pool);
});
afterAll(() => api.close());

const days = (count: number) => `now() - interval '${count} days'`;

async function link(columns: string, values: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO guest_link (id, hash, plan, verb, preset, language, name, address, made_by, made_at, expires_at ${columns})
     VALUES (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'comment', '{}', 'sv', 'Greta', 'greta@example.se',
       'admin', ${days(200)}, ${days(95)} ${values}) RETURNING id`,
  );
  return (rows[0] as { id: string }).id;
}

it('the names of guests go three months after the link has ended, and not before', async () => {
  const [expired, used] = [await link('', ''), await link(', used_at', `, ${days(150)}`)];
  const late = await link(', withdrawn_at', `, ${days(80)}`);
  const open = await link('', '');
  await pool.query(`UPDATE guest_link SET expires_at = now() + interval '1 day' WHERE id = $1`, [open]);
  await clearAccess(pool);
  const { rows } = await pool.query<{ id: string }>(
    'SELECT id FROM guest_link WHERE address IS NOT NULL AND name IS NOT NULL',
  );
  expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([late, open]));
  expect([expired, used]).toHaveLength(2);
});

it('codes go when they no longer work, sessions a month after; tokens of programs stay', async () => {
  await pool.query(`INSERT INTO sign_in_code (hash, created_at, expires_at)
    VALUES ('old', ${days(1)}, ${days(1)}), ('new', now(), now() + interval '1 minute')`);
  await pool.query(`INSERT INTO token (id, name, kind, hash, scopes, created_at, expires_at)
    SELECT gen_random_uuid(), name, kind, name, '{}', ${days(60)}, ${days(60)} + make_interval(days => after)
    FROM (VALUES ('long ago', 'session', 1), ('of late', 'session', 50), ('program', 'token', 1)) AS one (name, kind, after)`);
  await clearAccess(pool);
  expect((await pool.query('SELECT hash FROM sign_in_code')).rows).toEqual([{ hash: 'new' }]);
  expect((await pool.query('SELECT name FROM token ORDER BY name')).rows).toEqual([
    { name: 'of late' },
    { name: 'program' },
  ]);
});
