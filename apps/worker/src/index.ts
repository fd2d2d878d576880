// What the standalone starts of the worker.
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';
import type { WorkerSettings } from './settings.js';
import { WorkerModule } from './worker.module.js';

/** Jobs run until `close`, which finishes those in hand. @throws what the database says when it cannot be reached at all */
export async function startWorker(settings: WorkerSettings): Promise<{ close(): Promise<void> }> {
  const knock = new Client({ connectionString: settings.databaseUrl });
  await knock.connect();
  await knock.end();
  return NestFactory.createApplicationContext(WorkerModule.with(settings), { logger: false, abortOnError: false });
}
