// A reader of the journal that is late, reads by pages, dies, and goes on from its checkpoint: what partner systems are promised.
import type { PlanEvent } from '#libs/lifecycle';
import type { Database } from './database.js';

export class Reader {
  /** What it has taken in, in its order. */
  readonly taken: PlanEvent[] = [];
  private place = { transaction: 0, position: 0 };

  constructor(private readonly database: Database) {}

  /** Reads a page. @param dies before the checkpoint is kept: the page is read again. */
  read(limit: number, dies: boolean): void {
    const page = this.database.after(this.place, limit);
    const last = page.at(-1);
    if (!last || dies) return;
    this.taken.push(...page.map(({ event }) => event));
    this.place = { transaction: last.transaction, position: last.position };
  }
}
