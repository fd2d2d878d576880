// A worker process of its own, beside as many api processes as you like. Needs DATABASE_URL; the api makes the tables.
import 'reflect-metadata';
import { readConfiguration, WrongSetting } from '#libs/platform';
import { pino } from 'pino';
import { startWorker } from './index.js';

try {
  const { databaseUrl, redisUrl, logLevel } = readConfiguration(process.env);
  if (!databaseUrl) throw new WrongSetting('DATABASE_URL', '', 'a worker of its own needs the database of the api');
  const logger = pino({ level: logLevel });
  const worker = await startWorker({ databaseUrl, redisUrl, logger });
  logger.info('The worker is ready');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void worker.close());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
