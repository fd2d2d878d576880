// postmaster.pid: what a running server says of itself in its data folder, and whether that is still true.
import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

export interface Postmaster {
  pid: number;
  port: number;
}

const fileIn = (pgData: string): string => join(pgData, 'postmaster.pid');

/** Line 1 is the process, line 4 the port (PostgreSQL's pidfile.h); an early start has written the first lines only. */
export function parsePostmasterFile(text: string): Partial<Postmaster> {
  const lines = text.split('\n');
  const number = (line: string | undefined): number | undefined => {
    const value = Number.parseInt(line ?? '', 10);
    return value > 0 ? value : undefined;
  };
  const pid = number(lines[0]);
  const port = number(lines[3]);
  return { ...(pid ? { pid } : {}), ...(port ? { port } : {}) };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A number in a file may by now belong to any program: a postmaster stands in its data folder. */
function isPostmasterOf(pid: number, pgData: string): boolean {
  if (!isAlive(pid)) return false;
  if (platform() === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(pgData);
    } catch {
      return false; // Gone meanwhile, or another user's process: not the server that we could have started.
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes('postgres');
}

/** The server that runs on this folder; its port is missing while it is only just starting. */
export function runningPostmaster(pgData: string): ({ pid: number } & Partial<Postmaster>) | undefined {
  if (!existsSync(fileIn(pgData))) return undefined;
  const { pid, port } = parsePostmasterFile(readFileSync(fileIn(pgData), 'utf8'));
  if (pid === undefined || !isPostmasterOf(pid, pgData)) return undefined;
  return { pid, ...(port ? { port } : {}) };
}

/**
 * After a crash another program of ours may have got the dead server's number, and PostgreSQL would then refuse to start.
 * Deleting the file would also delete its guard against left-over backends (the shared memory key in it), so only the
 * number is changed: to our own, which PostgreSQL takes for stale because we are its parent.
 */
export function disownStaleFile(pgData: string): void {
  if (!existsSync(fileIn(pgData)) || runningPostmaster(pgData)) return;
  const [, ...rest] = readFileSync(fileIn(pgData), 'utf8').split('\n');
  writeFileSync(fileIn(pgData), [String(process.pid), ...rest].join('\n'));
}
