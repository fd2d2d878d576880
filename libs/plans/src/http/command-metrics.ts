// How many commands, of which verb, with which outcome, and how long they took.
import { Counter, Histogram, type Registry } from 'prom-client';

export type Outcome = 'accepted' | 'refused' | 'failed';

interface Child {
  inc(): void;
}

export class CommandMetrics {
  private readonly commands: Counter;
  private readonly refusals: Counter;
  private readonly seconds: Histogram.Internal<string>;
  /** Looking a label up costs more than counting, so each is looked up once. */
  private readonly counted = new Map<string, Child>();

  constructor(registry: Registry) {
    const registers = [registry];
    this.commands = new Counter({
      name: 'stegvis_commands_total',
      help: 'Commands by verb and outcome.',
      labelNames: ['verb', 'outcome'],
      registers,
    });
    this.refusals = new Counter({
      name: 'stegvis_refusals_total',
      help: 'Commands that were not accepted, by code.',
      labelNames: ['code'],
      registers,
    });
    const histogram = new Histogram({
      name: 'stegvis_command_duration_seconds',
      help: 'From the door to the durable answer.',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    });
    this.seconds = histogram.labels();
  }

  /** @param verb one that exists: what callers make up must not become labels. */
  note(verb: string, outcome: Outcome, seconds: number, code?: string): void {
    this.count(`${verb} ${outcome}`, () => this.commands.labels(verb, outcome));
    if (code !== undefined) this.count(code, () => this.refusals.labels(code));
    this.seconds.observe(seconds);
  }

  private count(key: string, child: () => Child): void {
    let counted = this.counted.get(key);
    if (!counted) this.counted.set(key, (counted = child()));
    counted.inc();
  }
}
