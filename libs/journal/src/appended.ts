// The wake-up after a commit: at once in this process, and by one coalesced NOTIFY for the others. Outside the event's
// transaction, where it would make all commits wait for one another. May be lost: readers poll behind it.
import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';

export const CHANNEL = 'stegvis_appended';
const NOTIFY_EVERY_MS = 25;

export class Appended {
  private readonly here = new EventEmitter().setMaxListeners(0);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly pool: Pool) {}

  /** Called after a commit that stored events. */
  tell(): void {
    this.here.emit('appended');
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.pool.query(`NOTIFY ${CHANNEL}`).catch(() => undefined);
    }, NOTIFY_EVERY_MS).unref();
  }

  /** @returns a function that ends it. */
  onAppended(wake: () => void): () => void {
    this.here.on('appended', wake);
    return () => this.here.off('appended', wake);
  }
}
