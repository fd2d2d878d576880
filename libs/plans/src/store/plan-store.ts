// Reading plans: as they stand, as they stood, their history, the prose beside them. A read of today needs no replay.
import { readPlan, readRepairs } from '#libs/journal';
import { fold, type Plan, type PlanEvent } from '#libs/lifecycle';
import type { Pool } from 'pg';

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export interface HistoryPage {
  /** From an earlier page. */
  cursor?: string;
  limit: number;
  asOf?: string;
  /** Of some events of one plan, those that are shown and as what; the page is filled with those. */
  show?: (events: PlanEvent[]) => Promise<PlanEvent[]>;
}

export class PlanStore {
  constructor(private readonly pool: Pool) {}

  /** @param asOf an instant: the plan as it was recorded then; null when it was not there yet. */
  async one(id: string, asOf?: string): Promise<Plan | null> {
    if (asOf !== undefined) return fold(await readPlan(this.pool, id, { asOf })) ?? null;
    const { rows } = await this.pool.query<{ state: Plan }>({
      name: 'one-plan',
      text: 'SELECT state FROM plan WHERE id = $1',
      values: [id],
    });
    return rows[0]?.state ?? null;
  }

  /** As they stand, by id; of those that are there. */
  async some(ids: string[]): Promise<Map<string, Plan>> {
    const { rows } = await this.pool.query<{ id: string; state: Plan }>({
      name: 'some-plans',
      text: 'SELECT id, state FROM plan WHERE id = ANY($1::uuid[])',
      values: [ids],
    });
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  async titles(ids: string[]): Promise<Map<string, string>> {
    const { rows } = await this.pool.query<{ id: string; title: string }>({
      name: 'titles',
      text: 'SELECT id, title FROM plan WHERE id = ANY($1::uuid[])',
      values: [ids],
    });
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  repairs(id: string): Promise<PlanEvent[]> {
    return readRepairs(this.pool, id);
  }

  /** The prose of a plan by key; null where it has been struck out. */
  async texts(id: string): Promise<Map<string, string | null>> {
    const { rows } = await this.pool.query<{ key: string; text: string | null }>({
      name: 'texts',
      text: 'SELECT key, text FROM text WHERE plan = $1',
      values: [id],
    });
    return new Map(rows.map(({ key, text }) => [key, text]));
  }

  /**
   * What happened, the oldest first. A plan that was made by a fork begins with the history that it shares: that of the
   * initiative up to the fork.
   */
  async history(
    id: string,
    { cursor, limit, asOf, show = async (events) => events }: HistoryPage,
  ): Promise<Page<PlanEvent>> {
    const line = await this.lineage(id);
    const [at, after] = cursor === undefined ? [0, 0] : (cursor.split('.').map(Number) as [number, number]);
    const items: PlanEvent[] = [];
    for (let generation = at; generation < line.length; generation += 1) {
      const { plan, until } = line[generation] as Ancestor;
      for (let from: number | null = generation === at ? after : 0; from !== null;) {
        const wanted = limit + 1 - items.length;
        const read = await readPlan(this.pool, plan, { ...(asOf ? { asOf } : {}), after: from, limit: wanted });
        for (const event of await show(read.filter((one) => one.sequence <= until))) {
          if (items.length === limit) return { items, next: cursorAfter(items.at(-1) as PlanEvent, line) };
          items.push(event);
        }
        const last = read.at(-1)?.sequence ?? until;
        from = read.length < wanted || last >= until ? null : last;
      }
    }
    return { items, next: null };
  }

  /** The plans whose history it shares, the eldest first, each with the last event that is shared. */
  private async lineage(id: string): Promise<Ancestor[]> {
    const line: Ancestor[] = [{ plan: id, until: Infinity }];
    for (;;) {
      const { rows } = await this.pool.query<Ancestor>({
        name: 'lineage',
        text: `SELECT parent.plan, parent.sequence AS until FROM event child
          JOIN plan ON plan.id = child.plan
          JOIN event parent ON parent.plan = plan.parent AND parent.command = child.command AND parent.type = 'plan.forked'
          WHERE child.plan = $1 AND child.sequence = 1`,
        values: [(line[0] as Ancestor).plan],
      });
      if (!rows[0]) return line;
      line.unshift(rows[0]);
    }
  }
}

interface Ancestor {
  plan: string;
  until: number;
}

function cursorAfter(event: PlanEvent, line: Ancestor[]): string {
  return `${line.findIndex((one) => one.plan === event.plan)}.${event.sequence}`;
}

export function isHistoryCursor(cursor: string): boolean {
  return /^\d{1,3}\.\d{1,9}$/.test(cursor);
}
