// The embedded PostgreSQL of a data folder: started, or adopted when a killed start left it running; found; stopped.
// The caller holds the folder's lock.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { namingTheFolder, StartFault } from '../start-fault.js';
import { findBinaries } from './binaries.js';
import { answers, ensureDatabase, urlOf } from './connect.js';
import { databaseUser, letPass, PGDATA, SYSTEM_DIR } from './database-user.js';
import { end, ended, type Running } from './end.js';
import { checkMajor, initialise, passwordOf, removeHalfMade } from './initialise.js';
import { launch, READY_WITHIN_MS } from './launch.js';
import { runningPostmaster } from './postmaster-file.js';
import { logSince, serverFault } from './server-log.js';
import type { Settings } from './settings.js';

export interface StartPostgres {
  dataDir: string;
  log?: (line: string) => void;
  settings?: Settings;
  /** Throwaway data: nothing is forced to the disk, so they outlive a kill but no power cut. For tests. */
  careless?: boolean;
  /** Ends a start that is still under way, leaving nothing running. */
  signal?: AbortSignal;
}

export interface PostgresServer {
  url: string;
  pid: number;
  /** It was running already, left by a start that was killed. */
  adopted: boolean;
  /** Settles when the server ends unasked; never rejects. */
  died: Promise<StartFault>;
  /** Ends the server as it should be ended; when it hangs, hard. */
  stop: () => Promise<void>;
}

const CARELESS: Settings = { fsync: 'off', full_page_writes: 'off' };

export function startPostgres(given: StartPostgres): Promise<PostgresServer> {
  const { dataDir, log = () => undefined, careless = false, signal } = given;
  return namingTheFolder(dataDir, async () => {
    const user = databaseUser(dataDir);
    letPass(dataDir, user);
    const binaries = await findBinaries(user, user ? SYSTEM_DIR : dataDir);
    await removeHalfMade(dataDir);
    if (!existsSync(join(dataDir, PGDATA, 'PG_VERSION'))) {
      log('Making the database ...');
      await initialise({ dataDir, binaries, user, careless, signal });
    }
    await checkMajor(dataDir, binaries);
    const password = await passwordOf(dataDir);
    const settings = { ...(careless ? CARELESS : {}), ...given.settings };
    const running =
      (await adopt(dataDir, password)) ?? (await launch({ dataDir, binaries, user, password, log, settings, signal }));
    return ready(supervised(running, dataDir, password), () => ensureDatabase(running.port, password), signal);
  });
}

/** The server that runs on the folder, for the command line beside a running Stegvis. */
export async function findPostgres(dataDir: string): Promise<{ url: string; pid: number } | undefined> {
  const running = runningPostmaster(join(dataDir, PGDATA));
  if (!running?.port) return undefined;
  const password = await passwordOf(dataDir);
  if (!(await answers(running.port, password, dataDir))) return undefined;
  return { url: urlOf(running.port, password), pid: running.pid };
}

async function adopt(dataDir: string, password: string): Promise<Running | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const found = runningPostmaster(join(dataDir, PGDATA));
    if (!found) return undefined;
    const { pid, port } = found;
    if (port && (await answers(port, password, dataDir))) return { pid, port, logFrom: 0 };
    if (Date.now() > deadline) {
      throw new StartFault(
        `A PostgreSQL (process ${pid}) holds the data folder ${dataDir} and does not answer: end it.`,
      );
    }
    await sleep(100);
  }
}

async function ready(server: PostgresServer, prepare: () => Promise<void>, signal: AbortSignal | undefined) {
  try {
    signal?.throwIfAborted();
    await prepare();
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function supervised(running: Running, dataDir: string, password: string): PostgresServer {
  let stopping: Promise<void> | undefined;
  let over = false;
  const died = new Promise<StartFault>((tell) => {
    void ended(running).then(() => {
      over = true;
      if (!stopping) tell(serverFault(dataDir, 'ended', logSince(dataDir, running.logFrom)));
    });
  });
  return {
    url: urlOf(running.port, password),
    pid: running.pid,
    adopted: running.child === undefined,
    died,
    // A server that has ended may have left its number to another program.
    stop: () => (stopping ??= over ? Promise.resolve() : end(running.pid)),
  };
}
