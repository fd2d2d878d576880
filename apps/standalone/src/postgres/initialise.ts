// Makes a new database folder. It comes into being by one rename, so a start that is killed meanwhile leaves nothing half made.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from '../start-fault.js';
import type { Binaries } from './binaries.js';
import { asUser, type DatabaseUser, PGDATA } from './database-user.js';
import { serverFault } from './server-log.js';
import { INITDB_ARGUMENTS, serverEnvironment } from './settings.js';

const MAKING = `${PGDATA}.making-`;
const PASSWORD_FILE = 'stegvis.password';

export interface Initialise {
  dataDir: string;
  binaries: Binaries;
  user: DatabaseUser | undefined;
  /** Leaves it to the system when the files reach the disk; for tests. */
  careless?: boolean;
  signal?: AbortSignal | undefined;
}

export async function removeHalfMade(dataDir: string): Promise<void> {
  const halfMade = (await readdir(dataDir)).filter((name) => name.startsWith(MAKING));
  await Promise.all(halfMade.map((name) => removeAll(join(dataDir, name))));
}

/** The initdb of a killed start may go on writing for a moment, until it misses a file and gives up. */
const removeAll = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });

export async function initialise(given: Initialise): Promise<void> {
  const making = join(given.dataDir, `${MAKING}${randomBytes(4).toString('hex')}`);
  const give = (path: string): void => {
    if (given.user) chownSync(path, given.user.uid, given.user.gid);
  };
  try {
    await mkdir(making, { mode: 0o700 });
    give(making);
    const password = join(making, PASSWORD_FILE);
    await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 });
    give(password);
    await runInitdb(given, join(making, PGDATA), password);
    await rename(password, join(making, PGDATA, PASSWORD_FILE));
    if (!given.careless) await toDisk(join(making, PGDATA));
    await rename(join(making, PGDATA), join(given.dataDir, PGDATA));
    if (!given.careless) await toDisk(given.dataDir);
  } finally {
    await removeAll(making);
  }
}

function runInitdb(given: Initialise, pgData: string, password: string): Promise<void> {
  const { binaries, user, careless, signal, dataDir } = given;
  const args = ['-D', pgData, `--pwfile=${password}`, ...INITDB_ARGUMENTS, ...(careless ? ['--no-sync'] : [])];
  const initdb = spawn(binaries.initdb, args, {
    ...asUser(user),
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  initdb.stderr.setEncoding('utf8').on('data', (chunk: string) => (words += chunk));
  const abort = (): void => void initdb.kill('SIGTERM');
  signal?.addEventListener('abort', abort);
  return new Promise<void>((done, fail) => {
    initdb.on('error', fail);
    initdb.on('close', (code) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) fail(signal.reason as Error);
      else if (code === 0) done();
      else fail(serverFault(dataDir, 'could not make its database', words));
    });
  });
}

/** A rename is only safe from a power cut when the folder itself has reached the disk. */
async function toDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows opens no folders, and writes renames through by itself.
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const passwordOf = (dataDir: string): Promise<string> =>
  readFile(join(dataDir, PGDATA, PASSWORD_FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new StartFault(
      `The file ${PASSWORD_FILE} is missing in ${join(dataDir, PGDATA)}, so Stegvis cannot open its own database: put it back from a copy.`,
    );
  });

export async function checkMajor(dataDir: string, binaries: Binaries): Promise<void> {
  const written = (await readFile(join(dataDir, PGDATA, 'PG_VERSION'), 'utf8')).trim();
  if (written === String(binaries.major)) return;
  throw new StartFault(
    `The database in ${dataDir} was written by PostgreSQL ${written} and this Stegvis brings ${binaries.major}: start the Stegvis that wrote it, or set STEGVIS_DATA_DIR to another folder.`,
  );
}
