// How many sign-ins failed, and by which way: a number for each minute in the audit, so that a flood of them fills nothing and
// nobody's guesses are kept.
import { noteInAudit } from '#libs/platform';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Pool } from 'pg';

const EVERY_MS = 60_000;

export type Way = 'link' | 'provider';

export class FailedSignIns implements OnModuleDestroy {
  private counts = new Map<Way, number>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly pool: Pool) {}

  count(way: Way): void {
    this.counts.set(way, (this.counts.get(way) ?? 0) + 1);
    this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  /** What cannot be written is counted on and written with the next. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const counts = this.counts;
    if (counts.size === 0) return;
    this.counts = new Map();
    try {
      await noteInAudit(this.pool, {
        kind: 'sign-ins.failed',
        who: { id: 'nobody' },
        about: Object.fromEntries(counts),
      });
    } catch {
      for (const [way, count] of counts) this.counts.set(way, count + (this.counts.get(way) ?? 0));
      this.timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.flush();
    clearTimeout(this.timer);
  }
}
