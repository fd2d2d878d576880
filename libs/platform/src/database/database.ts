// Connections to PostgreSQL: one pool for the hand-written statements, TypeORM beside it for ordinary queries and migrations.
import { Pool, type ClientBase } from 'pg';
import { DataSource, type MixedList } from 'typeorm';

// oxlint-disable-next-line typescript/no-unsafe-function-type -- TypeORM's own type for a list of classes
type Classes = MixedList<Function>;

/** The database was written by a newer Stegvis; `message` is the one line a person reads. */
export class NewerSchema extends Error {
  constructor(unknown: string[]) {
    super(
      `This database was written by a newer Stegvis (it has ${unknown.join(', ')}). Start that version, or give another DATABASE_URL or STEGVIS_DATA_DIR.`,
    );
  }
}

/** A database that hangs instead of refusing is given up after this long; the caller hears 503. */
const CONNECT_WITHIN_MS = 10_000;

/**
 * A connection that the server ends while nobody is asking it anything tells so by an event, also when it is lent out; without a
 * listener that event would end the process. Whoever asks next hears of it by an error.
 */
export function outliveItsEnd(client: ClientBase): void {
  client.on('error', () => undefined);
}

export function openPool(url: string, connectionsMax = 10): Pool {
  const pool = new Pool({
    connectionString: url,
    max: connectionsMax,
    // One is never given up: by it a restore sees that somebody is at work here, who remembers plans as they were.
    min: 1,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'stegvis',
  });
  pool.on('connect', outliveItsEnd);
  pool.on('error', () => undefined);
  return pool;
}

export function dataSourceOf(url: string, entities: Classes, migrations: Classes): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    extra: { max: 4 },
  });
}

const MIGRATING = 7_305_001;

/** Brings the schema up to date; several processes may do it at once. @throws NewerSchema */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATING]);
    await refuseNewer(source);
    await source.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATING]);
    await runner.release();
  }
}

async function refuseNewer(source: DataSource): Promise<void> {
  const [{ there }] = await source.query(`SELECT to_regclass('migration') IS NOT NULL AS there`);
  if (!there) return;
  const known = new Set(source.migrations.map((migration) => migration.name));
  const run: { name: string }[] = await source.query('SELECT name FROM migration ORDER BY id');
  const unknown = run.map((one) => one.name).filter((name) => !known.has(name));
  if (unknown.length > 0) throw new NewerSchema(unknown);
}
