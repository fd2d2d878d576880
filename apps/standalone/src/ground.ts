// The database that Stegvis stands on: yours by DATABASE_URL, else the embedded one in the data folder.
import type { Configuration } from '#libs/platform';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDataFolder } from './data-folder.js';
import { dataFolderOf } from './data-place-facts.js';
import { findPostgres, PGDATA, startPostgres } from './postgres/index.js';
import { StartFault } from './start-fault.js';

export interface Ground {
  databaseUrl: string;
  /** The data folder of the embedded database. */
  dataDir?: string;
  /** Settles when the embedded server ends unasked. */
  died?: Promise<StartFault>;
  close(): Promise<void>;
}

export interface OpenGround {
  log(line: string): void;
  signal?: AbortSignal;
}

/** For a server: nobody else may use the folder while it runs. @throws StartFault */
export async function openGround({ databaseUrl }: Configuration, { log, signal }: OpenGround): Promise<Ground> {
  if (databaseUrl) return { databaseUrl, close: async () => undefined };
  const dataDir = dataFolderOf(process.env, log);
  const folder = await openDataFolder(dataDir);
  try {
    const postgres = await startPostgres({ dataDir, log, ...(signal ? { signal } : {}) });
    const close = async () => {
      await postgres.stop();
      folder.close();
    };
    return { databaseUrl: postgres.url, dataDir, died: postgres.died, close };
  } catch (error) {
    folder.close();
    throw error;
  }
}

/** For a command: beside a running Stegvis on the same database, else on one started for the command. @throws StartFault */
export async function joinGround(configuration: Configuration, open: OpenGround): Promise<Ground> {
  if (configuration.databaseUrl) return openGround(configuration, open);
  const dataDir = dataFolderOf(process.env, open.log);
  const running = await findPostgres(dataDir);
  if (running) return { databaseUrl: running.url, dataDir, close: async () => undefined };
  return openGround(configuration, open);
}

/** For what looks into a database: an empty one that is made for the purpose would look as if all were well. @throws StartFault */
export function expectStored({ databaseUrl }: Pick<Configuration, 'databaseUrl'>): void {
  if (databaseUrl) return;
  const dataDir = dataFolderOf(process.env);
  if (existsSync(join(dataDir, PGDATA))) return;
  throw new StartFault(
    `There is no database in ${dataDir}. Name its folder by STEGVIS_DATA_DIR or a PostgreSQL by DATABASE_URL, or make one by npm start.`,
  );
}
