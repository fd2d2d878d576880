// jest's globalTeardown: closing the services' standard input ends them.
import { once } from 'node:events';

export default async function stop() {
  const services = globalThis.stegvisTestServices;
  if (!services || services.exitCode !== null) return;
  const over = once(services, 'exit');
  services.stdin.end();
  await over;
}
