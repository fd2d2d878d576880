// Speaks to the embedded server: is it ours, is it ready, is our database there.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Client, escapeIdentifier } from 'pg';
import { StartFault } from '../start-fault.js';
import { PGDATA } from './database-user.js';
import { DATABASE, SUPERUSER } from './settings.js';

// invalid_password, invalid_authorization_specification
const REFUSED = new Set(['28P01', '28000']);

export const urlOf = (port: number, password: string, database = DATABASE): string =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, ssl: false });
  client.on('error', () => undefined); // A server that stops says so on idle connections; the query in hand fails by itself.
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** False: nobody answers there, or not yet, or it is a server on another folder. */
export async function answers(port: number, password: string, dataDir: string): Promise<boolean> {
  try {
    return await withClient(urlOf(port, password, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return realpathSync(rows[0]?.data_directory ?? '') === realpathSync(join(dataDir, PGDATA));
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && REFUSED.has(String(error.code))) {
      throw new StartFault(`The PostgreSQL on ${dataDir} does not take the password that is kept beside its data.`);
    }
    return false;
  }
}

export const ensureDatabase = (port: number, password: string): Promise<void> =>
  withClient(urlOf(port, password, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(DATABASE)}`);
  });
