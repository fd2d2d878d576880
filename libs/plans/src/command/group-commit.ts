// Commands that arrive together are decided together and share one commit; each gets its own answer, once it is durable.
import { append, openWriter, Overtaken, type KeptAnswer } from '#libs/journal';
import type { Plan, Template } from '#libs/lifecycle';
import type { DatabaseClock } from '#libs/platform';
import type { OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DatabaseError, type Pool } from 'pg';
import type { Catalogue } from '../templates/catalogue.js';
import type { Answer, Order } from './order.js';
import { World, type Held } from './world.js';

interface Waiting {
  /** One command, or several that are stored together or not at all. */
  orders: Order[];
  resolve(answers: Answer[]): void;
  reject(error: unknown): void;
}

/** How many commands share a commit, and how often a batch that was overtaken is decided again. */
const BATCH_MAX = 200;
/** While one batch is being stored the next is decided; more than two only make the batches smaller. */
const FLIGHTS_MAX = 2;
const TRIES_MAX = 100;
const REMEMBERED_PLANS_MAX = 2_000;

export class GroupCommit implements OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private flights = 0;
  /** Plans with a batch under way: their next commands wait for it. */
  private readonly busy = new Set<string>();
  private launching = false;
  /** Plans as last stored by this process. Only a guess: the append checks each version, and a "no" is checked too. */
  private readonly remembered = new LRUCache<string, Plan>({ max: REMEMBERED_PLANS_MAX });

  private readonly pool: Pool;

  constructor(
    pool: Pool,
    private readonly catalogue: Catalogue,
    private readonly clock: DatabaseClock,
    /** Called after each commit that stored events. */
    private readonly committed: () => void,
  ) {
    this.pool = openWriter(pool, FLIGHTS_MAX);
  }

  /** After the last answer. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  async submit(order: Order): Promise<Answer> {
    const [answer] = await this.wait([order]);
    return answer as Answer;
  }

  /** Several commands in order, in one commit of their own; when one is not accepted, nothing is stored. */
  submitTogether(orders: Order[]): Promise<Answer[]> {
    return this.wait(orders);
  }

  private wait(orders: Order[]): Promise<Answer[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ orders, resolve, reject });
      this.launchSoon();
    });
  }

  /** One turn of the loop later: whatever arrives in the same turn shares the commit. */
  private launchSoon(): void {
    if (this.launching || this.flights >= FLIGHTS_MAX || this.waiting.length === 0) return;
    this.launching = true;
    setImmediate(() => {
      this.launching = false;
      void this.fly(this.nextBatch());
    });
  }

  private async fly(batch: Waiting[]): Promise<void> {
    if (batch.length === 0) return;
    const plans = batch.flatMap((one) => one.orders.flatMap(({ plan }) => plan ?? []));
    this.flights += 1;
    for (const plan of plans) this.busy.add(plan);
    this.launchSoon();
    await this.settle(batch);
    for (const plan of plans) this.busy.delete(plan);
    this.flights -= 1;
    this.launchSoon();
  }

  /** Those whose plans are free, in the order of their coming; what is to be stored together goes alone. */
  private nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const later: Waiting[] = [];
    const held = new Set(this.busy);
    for (const one of this.waiting) {
      const isFree = one.orders.every(({ plan }) => plan === null || !held.has(plan));
      const fits = batch.length === 0 || (one.orders.length === 1 && batch[0]?.orders.length === 1);
      if (isFree && fits && batch.length < BATCH_MAX) batch.push(one);
      else {
        later.push(one);
        for (const { plan } of one.orders) if (plan !== null) held.add(plan);
      }
    }
    this.waiting = later;
    return batch;
  }

  private async settle(batch: Waiting[]): Promise<void> {
    const orders = batch.flatMap((one) => one.orders);
    try {
      const answers = await this.commit(orders, batch.length === 1);
      for (const one of batch) one.resolve(answers.splice(0, one.orders.length));
    } catch (error) {
      for (const { plan } of orders) if (plan !== null) this.remembered.delete(plan);
      if (batch.length > 1 && isOneCommandsFault(error)) for (const one of batch) await this.settle([one]);
      else for (const one of batch) one.reject(error);
    }
  }

  /** @param whole one command that is not accepted leaves all of them unstored. */
  private async commit(orders: Order[], whole: boolean): Promise<Answer[]> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const world = await this.look(orders);
      const answers = orders.map((order) => world.answer(order));
      if (await this.outdated(world.doubtful)) continue;
      if (whole && orders.length > 1 && answers.some((answer) => answer.kind !== 'accepted')) return answers;
      if (await this.stored(world)) return answers;
    }
    throw new Error(`a batch was overtaken ${TRIES_MAX} times`);
  }

  /** @returns false when another process was first, and the batch is to be decided again. */
  private async stored(world: World): Promise<boolean> {
    const batch = world.close();
    if (batch.plans.length === 0 && batch.answers.length === 0) return true;
    try {
      this.clock.set(await append(this.pool, batch));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      for (const { plan } of batch.plans) this.remembered.delete(plan.id);
      return false;
    }
    for (const [id, plan] of world.after) this.remembered.set(id, plan);
    if (batch.events.length > 0) this.committed();
    return true;
  }

  /** Reads what the batch needs: most often nothing, for the plans are remembered. */
  private async look(orders: Order[]): Promise<World> {
    const held = new Map<string, Held>();
    await this.hold(
      held,
      orders.flatMap((order) => order.plan ?? []),
    );
    await this.hold(
      held,
      [...held.values()].flatMap((one) => one.plan.parent ?? []),
    );
    const templates = await this.templatesFor(orders, held);
    const kept = await this.keptAnswers(orders);
    return new World(held, (key, version) => templates.get(nameOf(key, version)), kept, this.clock.now());
  }

  private async hold(held: Map<string, Held>, ids: string[]): Promise<void> {
    const unknown = new Set<string>();
    for (const id of ids) {
      if (held.has(id)) continue;
      const plan = this.remembered.get(id);
      if (plan) held.set(id, { plan, stored: plan.version, fresh: false });
      else unknown.add(id);
    }
    if (unknown.size === 0) return;
    const { rows } = await this.pool.query<{ state: Plan }>({
      name: 'hold-plans',
      text: 'SELECT state FROM plan WHERE id = ANY($1::uuid[])',
      values: [[...unknown]],
    });
    for (const { state } of rows) held.set(state.id, { plan: state, stored: state.version, fresh: true });
  }

  private async templatesFor(orders: Order[], held: Map<string, Held>): Promise<Map<string, Template>> {
    const templates = new Map<string, Template>();
    const add = async (key: string, version?: number) => {
      const name = nameOf(key, version);
      if (templates.has(name)) return;
      const template =
        version === undefined ? await this.catalogue.latest(key) : await this.catalogue.get(key, version);
      if (template) templates.set(name, template);
    };
    for (const { plan } of held.values()) await add(plan.template.key, plan.template.version);
    for (const order of orders) {
      if (order.plan !== null) continue;
      const { template } = order.body as { template: string };
      await add(template);
      const latest = templates.get(nameOf(template));
      if (latest) templates.set(nameOf(template, latest.version), latest);
    }
    return templates;
  }

  private async keptAnswers(orders: Order[]): Promise<KeptAnswer[]> {
    const repeats = orders.flatMap((order) => (order.repeat ? [{ token: order.who.id, key: order.repeat.key }] : []));
    if (repeats.length === 0) return [];
    const { rows } = await this.pool.query<KeptAnswer>({
      name: 'kept-answers',
      text: `SELECT kept.token, kept.key, kept.request, kept.answer, kept.recorded_at::text AS "recordedAt"
        FROM unnest($1::text[], $2::text[]) AS asked (token, key) JOIN idempotency_key kept USING (token, key)`,
      values: [repeats.map((one) => one.token), repeats.map((one) => one.key)],
    });
    return rows;
  }

  /** Whether a "no" was founded on a plan that another process has moved on since; then it is forgotten. */
  private async outdated(doubtful: ReadonlySet<string>): Promise<boolean> {
    if (doubtful.size === 0) return false;
    const { rows } = await this.pool.query<{ id: string; version: number }>({
      name: 'plan-versions',
      text: 'SELECT id, version FROM plan WHERE id = ANY($1::uuid[])',
      values: [[...doubtful]],
    });
    const moved = rows.filter(({ id, version }) => this.remembered.peek(id)?.version !== version);
    for (const { id } of moved) this.remembered.delete(id);
    return moved.length > 0;
  }
}

function nameOf(key: string, version?: number): string {
  return version === undefined ? key : `${key} ${version}`;
}

/** Data that PostgreSQL cannot take (class 22) or a fault of the program: the others of the batch must not suffer. */
function isOneCommandsFault(error: unknown): boolean {
  return error instanceof DatabaseError ? (error.code ?? '').startsWith('22') : !isConnectionLost(error);
}

function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && /connect|terminat|ECONN|timeout/i.test(error.message);
}
