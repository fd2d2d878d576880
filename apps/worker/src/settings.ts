// What a worker needs to start, handed over by main or by the standalone.
import type { Configuration } from '#libs/platform';
import type { Logger } from 'pino';

export interface WorkerSettings extends Partial<Pick<Configuration, 'smtpUrl' | 'mailFrom'>> {
  databaseUrl: string;
  /** Without it the queues run on the same PostgreSQL. */
  redisUrl?: string | undefined;
  logger: Logger;
}

export const WORKER_SETTINGS = Symbol('worker settings');
