// How long the second start of everything takes, and how much memory it holds besides PostgreSQL's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { median, type Figure } from './figure.js';

interface Start {
  readyMs: number;
  residentMb: number;
}

/** Starts the standalone on a data folder, waits until it is ready, looks at its memory, and stops it. */
async function startOnce(dataDir: string): Promise<Start> {
  const program = fileURLToPath(new URL('../../apps/standalone/src/main.js', import.meta.url));
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    // The start script that runs the bench has its own pipe; this program has none.
    env: {
      ...process.env,
      PORT: '0',
      STEGVIS_DATA_DIR: dataDir,
      NODE_COMPILE_CACHE: `${dataDir}-compiled`,
      STEGVIS_STARTER_FD: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let isReady = false;
  for await (const chunk of child.stdout as AsyncIterable<Buffer>)
    if ((isReady = chunk.toString().includes('is ready at'))) break;
  if (!isReady) throw new Error('the standalone ended before it was ready');
  const readyMs = performance.now() - began;
  const residentMb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return { readyMs, residentMb };
}

/** @param dataDir of a database that the first start makes; the starts after it are measured. */
export async function startFigures(dataDir: string): Promise<Figure[]> {
  await startOnce(dataDir);
  const starts: Start[] = [];
  for (let round = 0; round < 3; round += 1) starts.push(await startOnce(dataDir));
  const bare = { floor: null, ratio: null };
  const readyS = median(starts.map((start) => start.readyMs / 1_000));
  const residentMb = median(starts.map((start) => start.residentMb));
  return [
    { name: 'second start to ready', value: readyS, unit: 's', ...bare, target: 'under 5 s' },
    { name: 'memory of the standalone', value: residentMb, unit: 'MB', ...bare, target: 'under 300 MB' },
  ];
}
