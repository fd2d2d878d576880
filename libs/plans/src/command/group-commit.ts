// Commands that arrive together are decided together and share one commit; each gets its own answer, once it is durable.
import { append, Appended, openWriter, Overtaken } from '#libs/journal';
import { DatabaseClock, isDatabaseAway } from '#libs/platform';
import type { OnApplicationShutdown } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { DatabaseError, Pool } from 'pg';
import { AccessPolicy } from '../access.js';
import { Catalogue } from '../templates/catalogue.js';
import { Flights, type Flight } from './flights.js';
import { Memory } from './memory.js';
import { PlanCommand, type Answer, type Order } from './plan-command.js';
import { RefusalLog } from './refusal-log.js';
import { WaitingLine, type Waiting } from './waiting-line.js';
import type { World } from './world.js';

/** One is decided while another is being written. */
const FLIGHTS_MAX = 2;
/** How often a batch that was overtaken is decided again. */
const TRIES_MAX = 100;

@CommandHandler(PlanCommand)
export class GroupCommit implements ICommandHandler<PlanCommand>, OnApplicationShutdown {
  private readonly line = new WaitingLine();
  private readonly flights = new Flights();
  private isCalled = false;
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
    policy: AccessPolicy,
  ) {
    // One more is there while a broken one is replaced.
    this.pool = openWriter(pool, FLIGHTS_MAX + 1);
    this.memory = new Memory(this.pool, catalogue, policy);
    this.asStored = new Memory(pool, catalogue, policy);
  }

  /** After the last answer. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  /** @returns once what was accepted is durable. @throws when the database cannot store it */
  execute({ orders, dryRun }: PlanCommand): Promise<Answer[]> {
    if (dryRun) return this.tried(orders);
    return new Promise((resolve, reject) => {
      this.line.add({ orders, resolve, reject });
      this.call();
    });
  }

  /** What the orders would do, one upon the other. Refusals are nobody's: they are not noted. */
  private async tried(orders: Order[]): Promise<Answer[]> {
    const world = await this.asStored.look(orders, this.clock.now());
    return orders.map((order) => world.tried(order));
  }

  /** One turn of the loop later: whatever arrives in the same turn shares the commit. */
  private call(): void {
    if (this.isCalled) return;
    this.isCalled = true;
    setImmediate(() => {
      this.isCalled = false;
      this.sendOff();
    });
  }

  /** @returns whether a batch went off. */
  private sendOff(): boolean {
    if (this.flights.size === FLIGHTS_MAX) return false;
    const batch = this.line.take((plan) => this.flights.isBusy(plan), this.flights.size > 0);
    if (batch.length === 0) return false;
    void this.fly(batch);
    this.call();
    return true;
  }

  private async fly(batch: Waiting[]): Promise<void> {
    const flight = this.flights.begin(batch.flatMap((one) => one.orders.flatMap(({ plan }) => plan ?? [])));
    const tell = await this.settle(batch, flight);
    flight.land();
    // What waits is with the database before these are answered, so that it works while the answers are written.
    if (this.sendOff()) await turnOfTheLoop();
    for (const one of tell) one();
    this.call();
  }

  /** @returns what tells each of them, once all have been settled. */
  private async settle(batch: Waiting[], flight: Flight): Promise<(() => void)[]> {
    const orders = batch.flatMap((one) => one.orders);
    try {
      const answers = await this.commit(orders, batch.length === 1, flight);
      orders.forEach((order, index) => this.refusals.note(order, answers[index] as Answer));
      return batch.map((one) => {
        const own = answers.splice(0, one.orders.length);
        return () => one.resolve(own);
      });
    } catch (error) {
      this.memory.forget(orders.flatMap(({ plan }) => plan ?? []));
      if (batch.length === 1 || !isOneCommandsFault(error)) return batch.map((one) => () => one.reject(error));
      const told: (() => void)[] = [];
      for (const one of batch) told.push(...(await this.settle([one], flight)));
      return told;
    }
  }

  /** @param whole one command that is not accepted leaves all of them unstored. */
  private async commit(orders: Order[], whole: boolean, flight: Flight): Promise<Answer[]> {
    for (let tries = 0; tries < TRIES_MAX; tries += 1) {
      const world = await this.memory.look(orders, this.clock.now());
      const answers = orders.map((order) => world.answer(order));
      if (await this.memory.outdated(world.doubtful)) continue;
      if (whole && orders.length > 1 && answers.some((answer) => answer.kind !== 'accepted')) return answers;
      if (!(await this.flights.mayWrite(flight, [...world.after.keys()]))) continue;
      if (await this.stored(world)) return answers.map((answer, index) => begun(orders[index] as Order, answer, world));
    }
    throw new Error(`a batch was overtaken ${TRIES_MAX} times`);
  }

  /** @returns false when another process was first, and the batch is to be decided again. */
  private async stored(world: World): Promise<boolean> {
    const batch = world.close();
    for (const one of batch.plans) one.before = this.memory.at(one.plan.id, one.expected);
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

/** Whoever starts a plan is shown it: then it need not be read again. */
function begun({ plan }: Order, answer: Answer, world: World): Answer {
  if (plan !== null || answer.kind !== 'accepted') return answer;
  const after = world.after.get(answer.plan.id);
  return after?.version === answer.plan.version ? { ...answer, after } : answer;
}

/** Data that PostgreSQL cannot take (class 22) or a fault of the program: the others of the batch must not suffer. */
function isOneCommandsFault(error: unknown): boolean {
  return error instanceof DatabaseError ? (error.code ?? '').startsWith('22') : !isDatabaseAway(error);
}
