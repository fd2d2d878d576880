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
/** One writes; another is there while a broken one is replaced. */
const CONNECTIONS_MAX = 2;
/** How often a batch that was overtaken is decided again. */
const TRIES_MAX = 100;

@CommandHandler(PlanCommand)
export class GroupCommit implements ICommandHandler<PlanCommand>, OnApplicationShutdown {
  private waiting: Waiting[] = [];
  private running = false;
  private readonly memory: Memory;
  /** Is told of nothing to remember, so it sees plans as they are stored. */
  private readonly asStored: Memory;
  private readonly pool: Pool;

  constructor(
    pool: Pool,
    catalogue: Catalogue,
    private readonly clock: DatabaseClock,
    private readonly appended: Appended,
    private readonly refusals: RefusalLog,
  ) {
    this.pool = openWriter(pool, CONNECTIONS_MAX);
    this.memory = new Memory(this.pool, catalogue);
    this.asStored = new Memory(pool, catalogue);
  }

  /** After the last answer. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** @returns once what was accepted is durable. @throws when the database cannot store it */
  execute({ orders, dryRun }: PlanCommand): Promise<Answer[]> {
    if (dryRun) return this.tried(orders);
    return new Promise((resolve, reject) => {
      this.waiting.push({ orders, resolve, reject });
      if (this.running) return;
      this.running = true;
      // One turn of the loop later: whatever arrives in the same turn shares the commit.
      setImmediate(() => void this.run());
    });
  }

  /** What the orders would do, one upon the other. Refusals are nobody's: they are not noted. */
  private async tried(orders: Order[]): Promise<Answer[]> {
    const world = await this.asStored.look(orders, this.clock.now());
    return orders.map((order) => world.tried(order));
  }

  private async run(): Promise<void> {
    while (this.waiting.length > 0) await this.settle(this.nextBatch());
    this.running = false;
  }

  /** Those that came one by one, as many as fit; what is to be stored together goes alone. */
  private nextBatch(): Waiting[] {
    const together = this.waiting.findIndex((one) => one.orders.length > 1);
    const size = together === -1 ? BATCH_MAX : together;
    return this.waiting.splice(0, Math.min(Math.max(size, 1), BATCH_MAX));
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
