// jest's globalSetup: starts the services once for all projects, and tells the tests where they are.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export default async function start() {
  const program = fileURLToPath(new URL('./serve.mjs', import.meta.url));
  const services = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
    detached: true, // Ctrl-C ends jest, and the end of jest ends the services.
  });
  const line = await Promise.race([
    once(services.stdout.setEncoding('utf8'), 'data').then(([text]) => text),
    once(services, 'exit').then(([code]) => {
      throw new Error(`the test services ended with ${code}`);
    }),
  ]);
  const { postgres, redis } = JSON.parse(line);
  process.env.STEGVIS_TEST_DATABASE_URL = postgres;
  process.env.STEGVIS_TEST_REDIS_URL = redis;
  globalThis.stegvisTestServices = services;
}
