// Two or more processes' worth of command doors on one database, without HTTP in between.
import { Appended, Journal1764000000001, Readers1764000000009 } from '#libs/journal';
import { DatabaseClock, dataSourceOf, migrate, openPool } from '#libs/platform';
import {
  EVERYTHING,
  type AccessPolicy,
  Board1764000000006,
  Catalogue,
  GroupCommit,
  PlanCommand,
  Plans1764000000002,
  PublishedTemplate,
  RefusalLog,
  type Answer,
  type Order,
} from '#libs/plans';
import type { Plan, Template } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

export class Door {
  private constructor(
    readonly pool: Pool,
    private readonly source: DataSource,
    readonly catalogue: Catalogue,
    readonly commits: GroupCommit,
  ) {}

  static async open(url: string, policy: AccessPolicy = EVERYTHING): Promise<Door> {
    const source = dataSourceOf(
      url,
      [PublishedTemplate],
      [Journal1764000000001, Plans1764000000002, Board1764000000006, Readers1764000000009],
    );
    await source.initialize();
    await migrate(source);
    const pool = openPool(url);
    const clock = new DatabaseClock();
    await clock.look(pool);
    const catalogue = new Catalogue(source);
    return new Door(
      pool,
      source,
      catalogue,
      new GroupCommit(pool, catalogue, clock, new Appended(pool), new RefusalLog(pool, clock), policy),
    );
  }

  /** Publishes without the check, so that a spec's template may be as small as it likes. */
  async publish(template: Template): Promise<void> {
    await this.pool.query(
      `INSERT INTO template (key, version, document, published_at, published_by) VALUES ($1, $2, $3, now(), 'test')`,
      [template.key, template.version, JSON.stringify(template)],
    );
  }

  async give(plan: string | null, verb: string, body: object, more: Partial<Order> = {}): Promise<Answer> {
    const order = { plan, verb, body, who: { id: 'token-1' }, command: randomUUID(), ...more };
    const [answer] = await this.together([order]);
    return answer as Answer;
  }

  together(orders: Order[]): Promise<Answer[]> {
    return this.commits.execute(new PlanCommand(orders));
  }

  /** @returns the new plan's id. */
  async start(template: Template, title = 'Plan'): Promise<string> {
    const answer = await this.give(null, 'start', { template: template.key, title });
    if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
    return answer.plan.id;
  }

  async one(id: string): Promise<Plan> {
    const { rows } = await this.pool.query<{ state: Plan }>('SELECT state FROM plan WHERE id = $1', [id]);
    return (rows[0] as { state: Plan }).state;
  }

  async close(): Promise<void> {
    await this.commits.onApplicationShutdown();
    await this.pool.end();
    await this.source.destroy();
  }
}
