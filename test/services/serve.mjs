// One PostgreSQL and one Redis for a whole test run; says their addresses as one line of JSON on standard output.
// It ends when its standard input closes, which the kernel sees to when jest dies, however it dies.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './sources.mjs';
import { startRedis } from './redis.mjs';

const { startPostgres } = await import('../../apps/standalone/src/postgres/index.ts');

const folder = await mkdtemp(join(tmpdir(), 'stegvis-test-'));
const running = [];

async function end(code) {
  await Promise.allSettled(running.map((service) => service.stop()));
  await rm(folder, { recursive: true, force: true });
  process.exit(code);
}

process.stdin.on('end', () => void end(0)).resume();
process.on('SIGTERM', () => void end(0));

try {
  const postgres = await startPostgres({ dataDir: folder, careless: true, settings: { max_connections: '200' } });
  running.push(postgres);
  const redis = await startRedis(folder);
  running.push(redis);
  process.stdout.write(`${JSON.stringify({ postgres: postgres.url, redis: redis.url })}\n`);
} catch (error) {
  console.error(error);
  await end(1);
}
