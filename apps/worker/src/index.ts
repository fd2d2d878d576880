// What the standalone starts of the worker.
import { NestFactory } from '@nestjs/core';
import type { WorkerSettings } from './settings.js';
import { WorkerModule } from './worker.module.js';

/** Jobs run until `close`, which finishes those in hand. */
export async function startWorker(settings: WorkerSettings): Promise<{ close(): Promise<void> }> {
  return NestFactory.createApplicationContext(WorkerModule.with(settings), { logger: false, abortOnError: false });
}
