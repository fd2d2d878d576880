// The server's own log in the data folder, and the one line that its last words come down to.
import { closeSync, existsSync, openSync, readSync, renameSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diskFull, notWritable, StartFault } from '../start-fault.js';

const LOG_MAX_BYTES = 10_000_000;
const TAIL_BYTES = 16_384;
// One segment of write-ahead log: with less than that the server cannot go on.
const ROOM_MIN_BYTES = 16 * 1024 * 1024;

export const logFileOf = (dataDir: string): string => join(dataDir, 'postgres.log');

/** Opens it for the server to append to; the previous one is kept when it has grown large. */
export function openLog(dataDir: string): { fd: number; from: number } {
  const file = logFileOf(dataDir);
  if (existsSync(file) && statSync(file).size > LOG_MAX_BYTES) renameSync(file, `${file}.1`);
  const fd = openSync(file, 'a', 0o600);
  return { fd, from: statSync(file).size };
}

export function logSince(dataDir: string, from: number): string {
  const fd = openSync(logFileOf(dataDir), 'r');
  try {
    const buffer = Buffer.alloc(TAIL_BYTES);
    const start = Math.max(from, statSync(logFileOf(dataDir)).size - TAIL_BYTES);
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, TAIL_BYTES, start));
  } finally {
    closeSync(fd);
  }
}

const hasRoom = (dataDir: string): boolean => {
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize > ROOM_MIN_BYTES;
};

/** On a full disk the log may hold nothing at all, so the room that is left is looked at too. */
export function serverFault(dataDir: string, what: string, words: string): StartFault {
  if (/No space left on device|Disk quota exceeded/.test(words) || !hasRoom(dataDir)) return diskFull(dataDir, words);
  if (/Permission denied|Read-only file system/.test(words)) return notWritable(dataDir, words);
  const last = words
    .split('\n')
    .findLast((line) => /FATAL|PANIC|error:/.test(line))
    ?.replace(/^.*?(FATAL|PANIC|error):\s*/, '');
  const more = existsSync(logFileOf(dataDir)) ? ` (see ${logFileOf(dataDir)})` : '';
  return new StartFault(`PostgreSQL ${what}: ${last ?? 'it gave no reason'}${more}.`);
}
