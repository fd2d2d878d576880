// Reads the journal as a partner system would, and raises the alarm when it is held up or a plan's events have a gap (INV-52).
import { Appended, Relay, type ReadEvent } from '#libs/journal';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Pool } from 'pg';
import { WORKER_SETTINGS, type WorkerSettings } from './settings.js';

const PLANS_WATCHED_MAX = 50_000;

@Injectable()
export class JournalWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly relay: Relay;
  private readonly sequences = new LRUCache<string, number>({ max: PLANS_WATCHED_MAX });

  constructor(
    pool: Pool,
    appended: Appended,
    @Inject(WORKER_SETTINGS) private readonly settings: WorkerSettings,
  ) {
    const { logger, databaseUrl } = settings;
    this.relay = new Relay(pool, databaseUrl, appended, {
      reader: 'journal-watch',
      react: async (events) => this.watch(events),
      alarm: (heldUpMs) =>
        logger.error({ heldUpMs }, 'readers of the journal are held up by a transaction that does not end'),
      ahead: (checkpoint) => {
        this.sequences.clear();
        logger.error(
          { checkpoint },
          'the journal has gone back since the last look; reading it again from its beginning',
        );
      },
      failed: (error) => logger.warn({ err: error }, 'the journal could not be read; trying again'),
    });
  }

  onApplicationBootstrap(): void {
    this.relay.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.relay.stop();
  }

  /** A repeat is no fault: the same events come again when the checkpoint could not be moved. */
  private watch(events: ReadEvent[]): void {
    for (const { event, position } of events) {
      const before = this.sequences.get(event.plan) ?? event.sequence - 1;
      if (event.sequence > before + 1)
        this.settings.logger.error(
          { plan: event.plan, position, before, sequence: event.sequence },
          'the journal has a gap',
        );
      this.sequences.set(event.plan, Math.max(before, event.sequence));
    }
  }
}
