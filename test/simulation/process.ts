// A process that takes commands: it remembers plans, decides batches with the real World, stores them, and may die at any moment.
import { EVERYTHING, World, type Answer, type Order, type Seen } from '#libs/plans';
import type { MigrateBody, Plan, StartBody, Template } from '#libs/lifecycle';
import type { Database, Transaction } from './database.js';

export interface Asked {
  order: Order;
  /** Called once the answer is known to be durable; never when the process died first. */
  answered(answer: Answer): void;
}

interface UnderWay {
  transaction: Transaction;
  asked: Asked[];
  answers: Answer[];
  after: ReadonlyMap<string, Plan>;
}

export class Process {
  private memory = new Map<string, Plan>();
  private waiting: Asked[] = [];
  private underWay: UnderWay | undefined;

  constructor(
    private readonly database: Database,
    private readonly templates: (key: string, version?: number) => Template | undefined,
    private readonly now: () => string,
  ) {}

  ask(asked: Asked): void {
    this.waiting.push(asked);
  }

  get isIdle(): boolean {
    return this.waiting.length === 0 && !this.underWay;
  }

  /** One step: begins a batch, or ends the one that is under way. */
  step(batchMax: number): void {
    if (this.underWay) this.end(this.underWay);
    else if (this.waiting.length > 0) this.begin(batchMax);
  }

  /** @param committed whether the database had the commit before the process was gone. */
  die(committed: boolean): void {
    if (this.underWay) {
      if (committed) this.database.commit(this.underWay.transaction);
      else this.database.lose(this.underWay.transaction);
    }
    this.underWay = undefined;
    this.waiting = [];
    this.memory = new Map();
  }

  private begin(batchMax: number): void {
    const asked = this.waiting.splice(0, batchMax);
    const world = new World(this.look(asked.map(({ order }) => order)));
    const answers = asked.map(({ order }) => world.answer(order));
    if (this.outdated(world.doubtful)) {
      this.waiting.unshift(...asked);
      return;
    }
    const batch = world.close();
    if (batch.plans.length === 0 && batch.answers.length === 0) answer(asked, answers);
    else this.underWay = { transaction: this.database.begin(batch), asked, answers, after: world.after };
  }

  private end({ transaction, asked, answers, after }: UnderWay): void {
    this.underWay = undefined;
    if (this.database.commit(transaction)) {
      for (const [id, plan] of after) this.memory.set(id, plan);
      answer(asked, answers);
      return;
    }
    for (const { plan } of transaction.batch.plans) this.memory.delete(plan.id);
    this.waiting.unshift(...asked);
  }

  private look(orders: Order[]): Seen {
    const held: Seen['held'] = new Map();
    const histories: Seen['histories'] = new Map();
    let wanted = orders.flatMap((order) => order.plan ?? (order.body as StartBody).parent ?? []);
    while (wanted.length > 0) {
      for (const id of wanted) this.hold(held, id);
      wanted = [...held.values()].flatMap(({ plan: { parent } }) => (parent && !held.has(parent) ? parent : []));
    }
    for (const { plan, verb } of orders)
      if (plan !== null && (verb === 'undo' || verb === 'correct')) histories.set(plan, this.database.history(plan));
    const kept = orders.flatMap(({ who, repeat }) => this.database.answers.get(`${who.id} ${repeat?.key}`) ?? []);
    return { held, histories, kept, policy: EVERYTHING, now: this.now(), templates: this.templates };
  }

  private hold(held: Seen['held'], id: string): void {
    const remembered = this.memory.get(id);
    const plan = remembered ?? this.database.plan(id);
    if (plan) held.set(id, { plan, stored: plan.version, fresh: !remembered });
  }

  private outdated(doubtful: ReadonlySet<string>): boolean {
    const moved = [...doubtful].filter((id) => this.memory.get(id)?.version !== this.database.plan(id)?.version);
    for (const id of moved) this.memory.delete(id);
    return moved.length > 0;
  }
}

function answer(asked: Asked[], answers: Answer[]): void {
  asked.forEach((one, index) => one.answered(answers[index] as Answer));
}

/** The body of a migration to the version after the plan's own. */
export function migration(plan: Plan): MigrateBody {
  return { version: plan.template.version + 1 };
}
