// How long the second start of everything takes, and how much memory it holds besides PostgreSQL's.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Start {
  readyMs: number;
  residentMb: number;
}

/** Starts the standalone on a data folder, waits until it is ready, looks at its memory, and stops it. */
export async function startOnce(dataDir: string): Promise<Start> {
  const program = fileURLToPath(new URL('../../apps/standalone/src/main.js', import.meta.url));
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: { ...process.env, PORT: '0', STEGVIS_DATA_DIR: dataDir, NODE_COMPILE_CACHE: `${dataDir}-compiled` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) if (chunk.toString().includes('is ready at')) break;
  const readyMs = performance.now() - began;
  const residentMb = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
  return { readyMs, residentMb };
}
