// The really built program as a process of its own: started, spoken to, killed. dist/ is made by `npm test` before.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const STANDALONE = inProject('dist/apps/standalone/src/main.js');
export const API = inProject('dist/apps/api/src/main.js');
export const WORKER = inProject('dist/apps/worker/src/main.js');
export const COMMAND_LINE = inProject('dist/apps/standalone/src/cli.js');
export const START_SCRIPT = inProject('scripts/start.mjs');

export const TOKEN = 'faults-token-0123456789';

const SETTINGS = {
  PORT: '0',
  NODE_OPTIONS: '',
  NODE_COMPILE_CACHE: inProject('node_modules/.cache/stegvis-compiled'),
  STEGVIS_ADMIN_TOKEN: TOKEN,
  STEGVIS_RATE_LIMIT: 'off',
  STEGVIS_LOG_LEVEL: 'silent',
};

export interface Program {
  pid: number;
  out(): string;
  err(): string;
  /** Where it can be reached, once it says so; of a worker, that it works. @throws what it said when it ends before. */
  ready(): Promise<string>;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): Promise<number | string>;
}

const READY = /is ready at (\S+)|The worker is ready/;

const running = new Set<Program>();

/** For `afterAll`: whatever failed, nothing that was started goes on. */
export async function endPrograms(): Promise<void> {
  for (const { pid } of running) process.kill(-pid, 'SIGKILL');
  await Promise.all([...running].map(({ ended }) => ended));
}

/** In a process group of its own, so that a signal for it is not a signal for the tests. */
export function run(main: string, settings: Record<string, string>, args: string[] = []): Program {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    env: { ...process.env, ...SETTINGS, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  let over = false;
  void ended.then(() => (over = true));
  const ready = async () => {
    for (;;) {
      const told = READY.exec(said.out);
      if (told) return told[1] ?? '';
      if (over) throw new Error(`it ended before it was ready: ${said.out}${said.err}`);
      await sleep(10);
    }
  };
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  const program = { pid: child.pid as number, out: () => said.out, err: () => said.err, ready, ended, kill };
  running.add(program);
  void ended.then(() => running.delete(program));
  return program;
}

/** A data folder of its own; `remove` also ends a database that a killed or failed start has left on it. */
export function dataFolder(): { path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'stegvis-faults-'));
  const remove = async () => {
    const left = postgresOn(path);
    if (left) process.kill(left, 'SIGQUIT');
    while (postgresOn(path)) await sleep(20);
    rmSync(path, { recursive: true, force: true });
  };
  return { path, remove };
}

/** The process number of the PostgreSQL server that runs on a data folder. */
export function postgresOn(dataDir: string): number | undefined {
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return isRunning(pid) ? pid : undefined;
}

function isRunning(pid: number): boolean {
  try {
    // A zombie has no command line any more.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}
