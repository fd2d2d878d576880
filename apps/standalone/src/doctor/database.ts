// The database itself: its version, the settings that keep what was acknowledged, its tables, its clock.
import type { Pool } from 'pg';
import { fault, ok, warning, type Finding } from './finding.js';

const VERSION_MIN = 15;
const CLOCK_WARNING_MS = 2_000;
const CLOCK_FAULT_MS = 60_000;

export async function checkVersion(pool: Pool): Promise<Finding> {
  const { server_version: version, server_version_num: number } = await settingsOf(pool);
  if (Math.floor(Number(number) / 10_000) >= VERSION_MIN) return ok('database', `PostgreSQL ${version} answers`);
  return fault('database', `PostgreSQL ${version} is too old`, `Stegvis needs PostgreSQL ${VERSION_MIN} or newer.`);
}

/** What must be on, or a power cut may take back what was acknowledged. */
const SAFE: Record<string, (value: string) => boolean> = {
  fsync: (value) => value === 'on',
  full_page_writes: (value) => value === 'on',
  synchronous_commit: (value) => value !== 'off',
};

export async function checkDurability(pool: Pool): Promise<Finding[]> {
  const settings = await settingsOf(pool);
  const unsafe = Object.entries(SAFE).filter(([name, isSafe]) => !isSafe(settings[name] ?? 'on'));
  if (unsafe.length === 0)
    return [
      ok(
        'durability',
        Object.keys(SAFE)
          .map((name) => `${name}=${settings[name]}`)
          .join(', '),
      ),
    ];
  return unsafe.map(([name]) =>
    fault(
      'durability',
      `${name}=${settings[name]}: a power cut may take back what was acknowledged`,
      `Set ${name} = on in postgresql.conf (or with ALTER SYSTEM) and reload PostgreSQL.`,
    ),
  );
}

async function settingsOf(pool: Pool): Promise<Record<string, string>> {
  const names = [...Object.keys(SAFE), 'server_version', 'server_version_num'];
  const { rows } = await pool.query<{ name: string; value: string }>(
    'SELECT name, current_setting(name) AS value FROM unnest($1::text[]) AS name',
    [names],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

/** @param known the names of this version's migrations, in order */
export async function checkMigrations(pool: Pool, known: readonly string[]): Promise<Finding> {
  const run = await migrationsRun(pool);
  const unknown = run.filter((name) => !known.includes(name));
  const waiting = known.filter((name) => !run.includes(name));
  if (unknown.length > 0)
    return fault('tables', `a newer Stegvis made them (${unknown.join(', ')})`, 'Start that version or a later one.');
  if (run.length === 0) return warning('tables', 'there are none yet', 'Start Stegvis once: it makes them.');
  if (waiting.length > 0)
    return warning(
      'tables',
      `not up to date (${waiting.join(', ')})`,
      'Start Stegvis once: it brings them up to date.',
    );
  return ok('tables', `up to date (${run.length} migrations)`);
}

async function migrationsRun(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ there: boolean }>(`SELECT to_regclass('migration') IS NOT NULL AS there`);
  if (!rows[0]?.there) return [];
  const { rows: run } = await pool.query<{ name: string }>('SELECT name FROM migration ORDER BY id');
  return run.map(({ name }) => name);
}

/** Everything is dated by the database's clock; it should agree with this machine's, or one of them is wrong. */
export async function checkClocks(pool: Pool): Promise<Finding> {
  const askedAt = Date.now();
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const toldAt = Date.now();
  const now = (rows[0] as { now: Date }).now.getTime();
  const apartMs = Math.max(0, askedAt - now, now - toldAt);
  const says = `the database's and this machine's are ${(apartMs / 1000).toFixed(1)} s apart`;
  const cure = 'Synchronise both with a time server (NTP): reminders and dates come from the clock of the database.';
  if (apartMs > CLOCK_FAULT_MS) return fault('clocks', says, cure);
  return apartMs > CLOCK_WARNING_MS ? warning('clocks', says, cure) : ok('clocks', says);
}
