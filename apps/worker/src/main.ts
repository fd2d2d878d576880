// A worker process of its own, beside as many api processes as you like. Needs DATABASE_URL; the api makes the tables.
import 'reflect-metadata';
import { databaseUrlIn, openLog, readConfiguration } from '#libs/platform';
import { startWorker } from './index.js';

try {
  const configuration = readConfiguration(process.env);
  const logger = openLog(configuration.logLevel);
  const worker = await startWorker({ ...configuration, databaseUrl: databaseUrlIn(configuration), logger });
  logger.info('The worker is ready');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.close());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
