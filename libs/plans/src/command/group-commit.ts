// Commands that arrive together are decided together and share one commit; each gets its own answer, once it is durable.
import { append, Appended, openWriter, Overtaken } from '#libs/journal';
import { DatabaseClock, isDatabaseAway } from '#libs/platform';
import type { OnApplicationShutdown } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DatabaseError, Pool } from 'pg';
import { Catalogue } from '../templates/catalogue.js';
import { Memory } from './memory.js';
import { PlanCommand, type Answer, type Order } from './plan-command.js';
import { RefusalLog } from './refusal-log.js';
import type { World } from './world.js';

interface Waiting {
  /** One command, or several that are stored together or not at all. */
  orders: Order[];
  resolve(answers: Answer[]): void;
  reject(error: unknown): void;
}

/** How many entries share a commit. */
const BATCH_MAX = 200;
/** While one batch is being stored the next is decided; more than two only make the batches smaller. */
const FLIGHTS_MAX = 2;
/** How often a batch that was overtaken is decided again. */
const TRIES_MAX = 100;

@CommandHandler(PlanCommand)
export class GroupCommit implements ICommandHandler<PlanCommand>, OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private flights = 0;
  /** Plans with a batch under way: their next commands wait for it. */
  private readonly busy = new Set<string>();
  private launching = false;
  private readonly memory: Memory;
  private readonly pool: Pool;

  constructor(
    pool: Pool,
    catalogue: Catalogue,
    private readonly clock: DatabaseClock,
    private readonly appended: Appended,
    private readonly refusals: RefusalLog,
  ) {
    this.pool = openWriter(pool, FLIGHTS_MAX);
    this.memory = new Memory(this.pool, catalogue);
  }

  /** After the last answer. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** @returns once what was accepted is durable. @throws when the database cannot store it */
  execute({ orders }: PlanCommand): Promise<Answer[]> {
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
      orders.forEach((order, index) => this.refusals.note(order, answers[index] as Answer));
      for (const one of batch) one.resolve(answers.splice(0, one.orders.length));
    } catch (error) {
      this.memory.forget(orders.flatMap(({ plan }) => plan ?? []));
      if (batch.length > 1 && isOneCommandsFault(error)) for (const one of batch) await this.settle([one]);
      else for (const one of batch) one.reject(error);
    }
  }

  /** @param whole one command that is not accepted leaves all of them unstored. */
  private async commit(orders: Order[], whole: boolean): Promise<Answer[]> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const world = await this.memory.look(orders, this.clock.now());
      const answers = orders.map((order) => world.answer(order));
      if (await this.memory.outdated(world.doubtful)) continue;
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
      await this.clock.learn(() => append(this.pool, batch));
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      this.memory.forget(batch.plans.map(({ plan }) => plan.id));
      return false;
    }
    this.memory.keep(world.after);
    if (batch.events.length > 0) this.appended.tell();
    return true;
  }
}

/** Data that PostgreSQL cannot take (class 22) or a fault of the program: the others of the batch must not suffer. */
function isOneCommandsFault(error: unknown): boolean {
  return error instanceof DatabaseError ? (error.code ?? '').startsWith('22') : !isDatabaseAway(error);
}
