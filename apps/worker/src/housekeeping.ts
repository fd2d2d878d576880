// Once an hour one worker of all clears away what has been kept long enough: each puts the hour's job, its id makes it one.
import { clearKeptAnswers, eraseStruck, sweepContents } from '#libs/plans';
import { clearAccess } from '#libs/people';
import { clearMails } from '#libs/platform';
import { Queues } from '#libs/queues';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { WORKER_SETTINGS, type WorkerSettings } from './settings.js';

const HOUR_MS = 3_600_000;

@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly queues: Queues,
    @Inject(WORKER_SETTINGS) private readonly settings: WorkerSettings,
  ) {}

  onApplicationBootstrap(): void {
    this.queues.work('housekeeping', async ({ hour }) => {
      const cleared = await clearKeptAnswers(this.pool);
      await eraseStruck(this.pool);
      const swept = await sweepContents(this.pool);
      await clearMails(this.pool);
      await clearAccess(this.pool);
      this.settings.logger.debug({ hour, cleared, swept }, 'housekeeping done');
    });
    void this.put();
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** Puts this hour's job; when the queue is away, the next hour's does what this would have done. */
  private async put(): Promise<void> {
    const now = new Date();
    const hour = now.toISOString().slice(0, 13);
    this.timer = setTimeout(() => void this.put(), HOUR_MS - (now.getTime() % HOUR_MS) + 1_000);
    this.timer.unref();
    try {
      await this.queues.put('housekeeping', { hour }, `housekeeping-${hour}`);
    } catch (error) {
      this.settings.logger.warn({ err: error }, 'the housekeeping job could not be put');
    }
  }
}
