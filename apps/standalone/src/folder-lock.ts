// One Stegvis at a time on a data folder: a lock that the kernel lets go of when its holder dies, however it dies.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskFull, notWritable, StartFault } from './start-fault.js';

// A start that was just told to stop needs a moment; the next one waits this long before it gives up.
const PATIENCE_MS = 3_000;

const SQLITE = { BUSY: 5, READONLY: 8, IOERR: 10, FULL: 13, CANTOPEN: 14 };

export interface FolderLock {
  release(): void;
}

/** Node has no flock; an exclusive SQLite transaction on an empty file is one, on every system that Node runs on. */
function tryLock(file: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(file);
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if (sqliteCode(error) === SQLITE.BUSY) return undefined;
    throw error;
  }
}

const sqliteCode = (error: unknown): number =>
  error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;

function lockFault(error: unknown, dataDir: string): unknown {
  const code = sqliteCode(error);
  if (code === SQLITE.FULL || code === SQLITE.IOERR) return diskFull(dataDir, error);
  if (code === SQLITE.READONLY || code === SQLITE.CANTOPEN) return notWritable(dataDir, error);
  return error;
}

function holder(pidFile: string): string {
  try {
    const pid = readFileSync(pidFile, 'utf8').trim();
    return pid ? ` (process ${pid})` : '';
  } catch {
    return ''; // The holder has the lock and is about to write its number.
  }
}

export async function lockFolder(dataDir: string, patienceMs = PATIENCE_MS): Promise<FolderLock> {
  const pidFile = join(dataDir, 'stegvis.pid');
  const deadline = Date.now() + patienceMs;
  for (;;) {
    let lock: DatabaseSync | undefined;
    try {
      lock = tryLock(join(dataDir, 'stegvis.lock'));
    } catch (error) {
      throw lockFault(error, dataDir);
    }
    if (lock) return held(lock, pidFile);
    if (Date.now() > deadline) {
      throw new StartFault(
        `Another Stegvis${holder(pidFile)} is running on the data folder ${dataDir}: stop it, or set STEGVIS_DATA_DIR to another folder.`,
      );
    }
    await sleep(100);
  }
}

function held(lock: DatabaseSync, pidFile: string): FolderLock {
  try {
    writeFileSync(pidFile, `${process.pid}\n`);
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    release() {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}
