// What the doors know of plans: give a command, read a plan, its history, the board.
import { readSome } from '#libs/journal';
import type { Plan, PlanEvent, Setting, Template, Who } from '#libs/lifecycle';
import type { DatabaseClock } from '#libs/platform';
import type { CommandBus } from '@nestjs/cqrs';
import type { Pool } from 'pg';
import { randomUUID } from 'node:crypto';
import { PlanCommand, type Answer, type Order } from './command/plan-command.js';
import type { Reach } from './access.js';
import { readBoard, type BoardQuery, type BoardRow } from './store/board.js';
import { claimKey, settle } from './store/claim-key.js';
import { PlanStore, type HistoryPage, type Page } from './store/plan-store.js';
import { seenAmong } from './store/within-reach.js';
import type { Catalogue } from './templates/catalogue.js';

export class Plans {
  private readonly store: PlanStore;

  constructor(
    private readonly bus: CommandBus,
    private readonly pool: Pool,
    private readonly catalogue: Catalogue,
    readonly clock: DatabaseClock,
  ) {
    this.store = new PlanStore(pool);
  }

  /** The one way to change a plan; what was accepted is durable. @throws when the database cannot store it. */
  async execute(order: Omit<Order, 'command'>): Promise<Answer> {
    const [answer] = await this.executeTogether([{ command: randomUUID(), ...order }]);
    return answer as Answer;
  }

  /** Several commands in order, in one commit; when one is not accepted, nothing is stored. */
  executeTogether(orders: Order[]): Promise<Answer[]> {
    return this.bus.execute(new PlanCommand(orders));
  }

  /** Takes an idempotency key for a whole batch. @returns false when it has been used for another request. */
  claim(token: string, key: string, request: string): Promise<boolean> {
    return claimKey(this.pool, token, key, request);
  }

  /**
   * Takes an idempotency key for one verb on these plans.
   * @returns the plans that the first with this key found; undefined when it has been used for another request.
   */
  async settle(token: string, key: string, request: string, plans: string[]): Promise<string[] | undefined> {
    return (await settle(this.pool, token, key, request, { plans }))?.plans;
  }

  /** By id; of those that are there. */
  titles(ids: string[]): Promise<Map<string, string>> {
    return this.store.titles(ids);
  }

  /** @param asOf an instant, RFC 3339: as it was recorded then. @returns null when it is not there, or was not. */
  one(id: string, asOf?: string): Promise<Plan | null> {
    return this.store.one(id, asOf);
  }

  /** As they stand, by id; of those that are there. */
  some(ids: string[]): Promise<Map<string, Plan>> {
    return this.store.some(ids);
  }

  /** The plan's prose by key; null where it has been struck out. */
  texts(id: string): Promise<Map<string, string | null>> {
    return this.store.texts(id);
  }

  /** What happened, the oldest first, with what it shares with the initiative it was forked out of. */
  history(id: string, page: HistoryPage): Promise<Page<PlanEvent>> {
    return this.store.history(id, page);
  }

  /** What has been undone and corrected in a plan. */
  repairs(id: string): Promise<PlanEvent[]> {
    return this.store.repairs(id);
  }

  /** Of these plans, those within reach. */
  seenAmong(ids: readonly string[], reach: Reach): Promise<Set<string>> {
    return seenAmong(this.pool, ids, reach);
  }

  /** Events of a plan by their sequences. */
  events(id: string, sequences: readonly number[]): Promise<PlanEvent[]> {
    return readSome(this.pool, id, sequences);
  }

  /** Where every plan stands, or stood, the newest first. */
  board(query: BoardQuery): Promise<Page<BoardRow>> {
    return readBoard(this.pool, query);
  }

  /** @throws when it is not there: a stored plan's template always is. */
  async templateOf(plan: Plan): Promise<Template> {
    const { key, version } = plan.template;
    const template = await this.catalogue.get(key, version);
    if (!template) throw new Error(`plan ${plan.id} follows ${key} v${version}, which is not there`);
    return template;
  }

  /** A published version; undefined when there is none. */
  template(key: string, version: number): Promise<Template | undefined> {
    return this.catalogue.get(key, version);
  }

  /** Now, for what is asked as of an earlier instant: that instant. One that lies ahead means now. */
  instant(asOf?: string): string {
    const now = this.clock.now();
    return asOf !== undefined && asOf < now ? asOf : now;
  }

  /** What `moves` asks for: the same that a decision would get now, or would have got then. */
  async settingFor(plan: Plan, who: Who, now = this.clock.now()): Promise<Setting> {
    return { template: await this.templateOf(plan), now, who, command: randomUUID(), occurredAt: now, imported: false };
  }
}
