// The api alone, on a PostgreSQL of yours: `node dist/apps/api/src/main.js` with DATABASE_URL.
import 'reflect-metadata';
import { databaseUrlIn, readConfiguration } from '#libs/platform';
import { startApi } from './start-api.js';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const api = await startApi({ ...configuration, databaseUrl: databaseUrlIn(configuration) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(api));
  process.stdout.write(`Stegvis is ready at ${api.url}\n`);
}

async function stop(api: { close(): Promise<void> }): Promise<void> {
  await api.close();
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${oneLine(error)}\n`);
  process.exitCode = 1;
});

function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port, address } = error as { code?: string; port?: number; address?: string };
  if (code === 'EADDRINUSE') return `PORT=${port} cannot be used: another program listens there. Give another PORT.`;
  if (code === 'ECONNREFUSED')
    return `DATABASE_URL cannot be used: no PostgreSQL answers at ${address}:${port}. Start it or give another.`;
  return error.message;
}
