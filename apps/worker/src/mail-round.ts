// Sends the mails that are due: at once when a job says that there is one, and by itself now and then, for a queue may be away.
import { Delivery, Smtp } from '#libs/platform';
import { Queues } from '#libs/queues';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { WORKER_SETTINGS, type WorkerSettings } from './settings.js';

const LOOK_EVERY_MS = 10_000;

@Injectable()
export class MailRound implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(
    private readonly pool: Pool,
    private readonly queues: Queues,
    @Inject(WORKER_SETTINGS) private readonly settings: WorkerSettings,
  ) {}

  onApplicationBootstrap(): void {
    const { smtpUrl, mailFrom, logger } = this.settings;
    if (smtpUrl === undefined || mailFrom === undefined) return;
    const delivery = new Delivery(this.pool, new Smtp(smtpUrl, mailFrom), (mail, why) =>
      logger.error({ mail, why }, 'a mail was not sent'),
    );
    this.queues.work('mail', async () => void (await delivery.drain()));
    this.lookLater(delivery);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.looking;
  }

  private lookLater(delivery: Delivery): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.looking = this.look(delivery).finally(() => this.lookLater(delivery));
    }, LOOK_EVERY_MS);
  }

  /** A database that is away is back at some later look. */
  private async look(delivery: Delivery): Promise<void> {
    try {
      await delivery.drain();
    } catch (error) {
      this.settings.logger.warn({ err: error }, 'the mails could not be looked at; trying again');
    }
  }
}
