// What the api stands on besides its own code: the database, its clock, the wake-up after a commit, the metrics.
import { Appended, Epoch1764000000005, Journal1764000000001, Readers1764000000009 } from '#libs/journal';
import {
  Oidc1764000000011,
  Organisation,
  People1764000000003,
  Person,
  Persons1764000000007,
  PostRow,
  Records1764000000010,
  SignIn1764000000012,
  TokenMaker1764000000013,
  Token,
} from '#libs/people';
import {
  Attachments1764000000004,
  Board1764000000006,
  Plans1764000000002,
  Programme,
  PublishedTemplate,
} from '#libs/plans';
import { dataSourceOf, DatabaseClock, Mail1764000000008, migrate, openPool } from '#libs/platform';
import type { Pool } from 'pg';
import { collectDefaultMetrics, Registry } from 'prom-client';
import type { DataSource } from 'typeorm';

export interface Services {
  pool: Pool;
  source: DataSource;
  clock: DatabaseClock;
  appended: Appended;
  registry: Registry;
  close(): Promise<void>;
}

const ENTITIES = [Programme, PublishedTemplate, Organisation, Person, PostRow, Token];
const MIGRATIONS = [
  Journal1764000000001,
  Plans1764000000002,
  People1764000000003,
  Attachments1764000000004,
  Epoch1764000000005,
  Board1764000000006,
  Persons1764000000007,
  Mail1764000000008,
  Readers1764000000009,
  Records1764000000010,
  Oidc1764000000011,
  SignIn1764000000012,
  TokenMaker1764000000013,
];

/** In the order in which they are run. */
export const migrationNames: readonly string[] = MIGRATIONS.map(({ name }) => name);

/** Opens the database and brings its schema up to date. @throws NewerSchema, or what the database says */
export async function openServices(databaseUrl: string): Promise<Services> {
  const source = dataSourceOf(databaseUrl, ENTITIES, MIGRATIONS);
  await source.initialize();
  const pool = openPool(databaseUrl);
  const close = async () => {
    await source.destroy();
    await pool.end();
  };
  try {
    await migrate(source);
    const clock = new DatabaseClock();
    await clock.look(pool);
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    return { pool, source, clock, appended: new Appended(pool), registry, close };
  } catch (error) {
    await close();
    throw error;
  }
}
