// The feed as one caller sees it: events of plans within its reach, and of those the ones that it is shown. It reads on until a
// page is full, but not for ever: positions go on past what is not shown, so that nobody has to read that twice.
import { readAfter, type ReadEvent } from '#libs/journal';
import type { PlanEvent } from '#libs/lifecycle';
import type { Caller } from '#libs/platform';
import type { Pool } from 'pg';
import type { Sight } from '../sight/sight.js';
import type { Sights } from '../sight/sights.js';

/** How many events are read at most for one page. */
const READ_MAX = 10_000;
const TOGETHER = 1_000;

interface Which {
  limit: number;
  types?: string[];
  plan?: string;
}

export class OwnFeed {
  constructor(
    private readonly pool: Pool,
    private readonly sights: Sights,
  ) {}

  /** @returns with `next` the position of the last event that was looked at: `after` itself when there is none. */
  async page(after: string, which: Which, caller: Caller): Promise<{ events: PlanEvent[]; next: string }> {
    const reach = this.sights.reach(caller);
    const events: PlanEvent[] = [];
    let next = after;
    for (let read = 0; read < READ_MAX && events.length < which.limit;) {
      // Whoever sees nearly everything is read no more than the page holds.
      const limit = reach === null ? which.limit - events.length : TOGETHER;
      const page = await readAfter(this.pool, next, { ...which, limit });
      const sights = await this.sightsOf(page, caller);
      for (const { position, event } of page) {
        if (events.length === which.limit) break;
        events.push(...(await this.sights.shown([event], sights)));
        next = position;
      }
      if (page.length < limit) break;
      read += page.length;
    }
    return { events, next };
  }

  private sightsOf(page: ReadEvent[], caller: Caller): Promise<Map<string, Sight>> {
    return this.sights.forEvents([...new Set(page.map(({ event }) => event.plan))], caller);
  }
}
