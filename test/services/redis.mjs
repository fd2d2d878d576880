// A Redis of the tests' own, as the README asks for one: it forgets nothing by itself, and keeps nothing on disk.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 10_000;

export async function startRedis(dir) {
  const port = await freePort();
  const settings = ['--bind', '127.0.0.1', '--port', port, '--dir', dir, '--save', '', '--appendonly', 'no'];
  const redis = spawn('redis-server', [...settings, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  const failed = new Promise((_, fail) => {
    redis.on('error', (error) => fail(new Error('redis-server is missing: install Redis', { cause: error })));
    redis.on('exit', (code) => fail(new Error(`redis-server ended with ${code}`)));
  });
  await Promise.race([untilOpen(port), failed]);
  failed.catch(() => undefined);
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: () => new Promise((done) => redis.once('exit', done) && redis.kill('SIGTERM')),
  };
}

async function untilOpen(port) {
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline; await sleep(20)) {
    if (await isOpen(port)) return;
  }
  throw new Error(`redis-server does not answer on port ${port}`);
}

const isOpen = (port) =>
  new Promise((tell) => {
    const socket = connect(port, '127.0.0.1', () => tell(socket.end() && true)).on('error', () => tell(false));
  });

const freePort = () =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
