// Starts the server program and waits until it takes connections.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.js';
import { answers } from './connect.js';
import { asUser, type DatabaseUser, PGDATA } from './database-user.js';
import { end, type Running } from './end.js';
import { disownStaleFile } from './postmaster-file.js';
import { logSince, openLog, serverFault } from './server-log.js';
import { serverEnvironment, serverSettings, type Settings } from './settings.js';

// After a crash the server replays its log before it answers; a big one takes minutes.
export const READY_WITHIN_MS = 10 * 60_000;
const QUIET_MS = 5_000;
const TRIES_MAX = 5;
// Somebody else took the port between our look and the server's; or the last sessions of a killed server are still ending.
const PASSING = /could not bind|Address already in use|pre-existing shared memory block/;

export interface Launch {
  dataDir: string;
  binaries: Binaries;
  user: DatabaseUser | undefined;
  password: string;
  log: (line: string) => void;
  settings: Settings;
  signal: AbortSignal | undefined;
}

export async function launch(given: Launch): Promise<Running> {
  disownStaleFile(join(given.dataDir, PGDATA));
  for (let tries = 1; ; tries += 1) {
    const running = spawnServer(given, await freePort());
    try {
      await untilReady(running, given);
      return running;
    } catch (error) {
      if (tries === TRIES_MAX || !PASSING.test(logSince(given.dataDir, running.logFrom))) throw error;
      await sleep(tries * 200);
    }
  }
}

function spawnServer(given: Launch, port: number): Running & { child: ChildProcess } {
  const settings = Object.entries(serverSettings(port, given.settings)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const { fd, from } = openLog(given.dataDir);
  try {
    const child = spawn(given.binaries.postgres, ['-D', join(given.dataDir, PGDATA), ...settings], {
      ...asUser(given.user),
      env: serverEnvironment(),
      stdio: ['ignore', fd, fd],
      detached: true, // A group of its own: Ctrl-C is for us, and we stop the server when we are done with it.
    });
    child.on('error', () => undefined); // A child without a process number tells the same; see untilReady.
    child.unref();
    return { pid: child.pid ?? 0, port, logFrom: from, child };
  } finally {
    closeSync(fd);
  }
}

async function untilReady({ pid, port, logFrom, child }: ReturnType<typeof spawnServer>, given: Launch): Promise<void> {
  const { dataDir, password, signal } = given;
  const started = Date.now();
  let quiet = true;
  while (!(await answers(port, password, dataDir))) {
    if (signal?.aborted || Date.now() - started > READY_WITHIN_MS) await end(pid);
    signal?.throwIfAborted();
    if (!pid || child.exitCode !== null || child.signalCode !== null) {
      throw serverFault(dataDir, 'did not start', logSince(dataDir, logFrom));
    }
    if (quiet && Date.now() - started > QUIET_MS) {
      given.log('PostgreSQL is recovering from a hard stop ...');
      quiet = false;
    }
    await sleep(20);
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer().on('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
