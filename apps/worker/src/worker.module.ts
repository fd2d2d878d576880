// Every job door of the worker, in one list: the relay's watch, the housekeeping and the mails.
import { Appended } from '#libs/journal';
import { openPool } from '#libs/platform';
import { Queues } from '#libs/queues';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Housekeeping } from './housekeeping.js';
import { JournalWatch } from './journal-watch.js';
import { MailRound } from './mail-round.js';
import { WORKER_SETTINGS, type WorkerSettings } from './settings.js';

const CONNECTIONS_MAX = 4;

@Module({})
export class WorkerModule implements OnApplicationShutdown {
  constructor(
    private readonly pool: Pool,
    private readonly queues: Queues,
  ) {}

  static with(settings: WorkerSettings): DynamicModule {
    const { databaseUrl, redisUrl, logger } = settings;
    const failed = (error: Error) => logger.warn({ err: error }, 'the queue is away; trying again');
    return {
      module: WorkerModule,
      providers: [
        { provide: WORKER_SETTINGS, useValue: settings },
        { provide: Pool, useFactory: () => openPool(databaseUrl, CONNECTIONS_MAX) },
        { provide: Appended, inject: [Pool], useFactory: (pool: Pool) => new Appended(pool) },
        { provide: Queues, useFactory: () => new Queues(redisUrl ? { redisUrl } : { databaseUrl }, failed) },
        JournalWatch,
        Housekeeping,
        MailRound,
      ],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queues.close();
    await this.pool.end();
  }
}
