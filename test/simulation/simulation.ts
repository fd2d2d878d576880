// Many plans, clocks, crashes and late readers from one seed; what must hold is looked at all along and at the end.
import { randomAsk } from './asks.js';
import { Chance } from './chance.js';
import { Database } from './database.js';
import { checkAnswers, checkPlans, checkReaders, type Acknowledged } from './invariants.js';
import { Process } from './process.js';
import { Reader } from './reader.js';
import { simulated, TEMPLATE_KEY } from './template.js';

const TEMPLATE_VERSIONS = [1, 2, 3].map(simulated);
const STEPS = 320;

export interface Outcome {
  accepted: number;
  refused: number;
  crashes: number;
  events: number;
}

/** @throws with what did not hold. */
export function simulate(seed: number): Outcome {
  const run = new Run(new Chance(seed));
  for (let step = 0; step < STEPS; step += 1) run.step();
  return run.finish();
}

class Run {
  private readonly database = new Database();
  private readonly readers = [new Reader(this.database), new Reader(this.database)];
  private readonly processes: Process[];
  private readonly acknowledged: Acknowledged[] = [];
  private readonly unanswered = new Map<string, Acknowledged['order']>();
  private clockMs = Date.UTC(2026, 0, 12, 8);
  private refused = 0;
  private crashes = 0;

  constructor(private readonly chance: Chance) {
    const templates = (key: string, version?: number) =>
      key === TEMPLATE_KEY ? TEMPLATE_VERSIONS.find((one) => one.version === (version ?? 1)) : undefined;
    const now = () => new Date(this.clockMs).toISOString();
    this.processes = [1, 2].map(() => new Process(this.database, templates, now));
  }

  step(): void {
    const { chance } = this;
    this.tick();
    const process = chance.pick(this.processes);
    const dice = chance.below(100);
    if (dice < 42) this.ask(process);
    else if (dice < 84) process.step(1 + chance.below(8));
    else if (dice < 96) chance.pick(this.readers).read(1 + chance.below(12), chance.percent(20));
    else this.crash(process);
    if (chance.percent(4)) checkPlans(this.database, TEMPLATE_VERSIONS);
  }

  finish(): Outcome {
    for (let rounds = 0; this.isBusy() && rounds < 10_000; rounds += 1) {
      for (const process of this.processes) process.step(4);
      if (this.processes.every(({ isIdle }) => isIdle)) this.repeatAll();
    }
    for (const reader of this.readers) for (let page = 0; page < 1_000; page += 1) reader.read(50, false);
    checkPlans(this.database, TEMPLATE_VERSIONS);
    checkReaders(this.database, this.readers);
    checkAnswers(this.database, this.acknowledged);
    const { rows } = this.database;
    return { accepted: this.acknowledged.length, refused: this.refused, crashes: this.crashes, events: rows.length };
  }

  private isBusy(): boolean {
    return this.unanswered.size > 0 || this.processes.some(({ isIdle }) => !isIdle);
  }

  /** Time goes on by minutes or months, and now and then back, as a database's clock may. */
  private tick(): void {
    const { chance } = this;
    this.clockMs += chance.percent(3)
      ? -chance.below(3_600_000)
      : chance.below(chance.percent(10) ? 40 * 86_400_000 : 60_000);
  }

  private ask(process: Process): void {
    const order = randomAsk(this.chance, this.database);
    this.unanswered.set(order.repeat?.key ?? '', order);
    this.send(process, order);
  }

  private send(process: Process, order: Acknowledged['order']): void {
    process.ask({
      order,
      answered: (answer) => {
        const isFirst = this.unanswered.delete(order.repeat?.key ?? '');
        if (answer.kind === 'accepted' && isFirst) this.acknowledged.push({ order, answer });
        else this.refused += 1;
      },
    });
  }

  private crash(process: Process): void {
    this.crashes += 1;
    process.die(this.chance.percent(50));
    // Whoever got no answer asks again, of either process, by the same key.
    this.repeatAll();
  }

  private repeatAll(): void {
    for (const order of this.unanswered.values()) {
      const again = { ...order, command: this.chance.uuid() };
      this.send(this.chance.pick(this.processes), again);
    }
  }
}
