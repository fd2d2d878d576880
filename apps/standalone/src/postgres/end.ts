// Ends a server, gently first, and tells when one has ended by itself.
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './postmaster-file.js';

export interface Running {
  pid: number;
  port: number;
  /** Where in the log this run's words begin, in bytes. */
  logFrom: number;
  /** Missing when the server was adopted. */
  child?: ChildProcess;
}

const FAST_STOP_MS = 30_000;
const HARD_STOP_MS = 5_000;
const LOOK_EVERY_MS = 500;

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one, after which the next start replays the log. */
export async function end(pid: number): Promise<void> {
  if (!send(pid, 'SIGINT') || (await gone(pid, FAST_STOP_MS))) return;
  if (!send(pid, 'SIGQUIT') || (await gone(pid, HARD_STOP_MS))) return;
  send(pid, 'SIGKILL');
  await gone(pid, HARD_STOP_MS);
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  return pid > 0 && isAlive(pid) && process.kill(pid, signal);
}

async function gone(pid: number, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

/** A server that we did not start ourselves is nobody's child here, so it has to be looked at now and then. */
export function ended({ child, pid }: Running): Promise<void> {
  return new Promise((done) => {
    if (child) {
      child.once('exit', () => done());
      return;
    }
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      done();
    }, LOOK_EVERY_MS).unref();
  });
}
