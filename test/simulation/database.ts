// A database as the journal needs it, in memory: transactions that overlap, commit in any order or are lost, and readers that
// see only what was committed, in (transaction, position) order below the oldest that is still under way.
import type { Batch, KeptAnswer } from '#libs/journal';
import type { Plan, PlanEvent } from '#libs/lifecycle';

export interface Row {
  transaction: number;
  position: number;
  event: PlanEvent;
}

export interface Transaction {
  id: number;
  batch: Batch;
  rows: Row[];
}

export class Database {
  readonly plans = new Map<string, Plan>();
  readonly rows: Row[] = [];
  readonly answers = new Map<string, KeptAnswer>();
  readonly texts = new Set<string>();
  private readonly underWay = new Set<number>();
  private transactions = 0;
  private positions = 0;

  /** Numbers are given as a statement begins, as a sequence gives them: a transaction that is lost leaves a gap. */
  begin(batch: Batch): Transaction {
    this.transactions += 1;
    const id = this.transactions;
    this.underWay.add(id);
    const stored = JSON.parse(JSON.stringify(batch)) as Batch;
    const rows = stored.events.map((event) => {
      this.positions += 1;
      return { transaction: id, position: this.positions, event };
    });
    return { id, batch: stored, rows };
  }

  /** @returns false when another was first: then nothing of it is stored. */
  commit({ id, batch, rows }: Transaction): boolean {
    this.underWay.delete(id);
    const overtaken =
      batch.plans.some(({ plan, expected }) => (this.plans.get(plan.id)?.version ?? 0) !== expected) ||
      batch.answers.some((one) => this.answers.has(keyOf(one)));
    if (overtaken) return false;
    for (const { plan } of batch.plans) this.plans.set(plan.id, plan);
    for (const one of batch.answers) this.answers.set(keyOf(one), one);
    for (const { plan, key } of batch.texts) this.write(`${plan} ${key}`);
    this.rows.push(...rows);
    return true;
  }

  /** The connection was lost, or the process died before the commit. */
  lose({ id }: Transaction): void {
    this.underWay.delete(id);
  }

  plan(id: string): Plan | undefined {
    return this.plans.get(id);
  }

  history(plan: string): PlanEvent[] {
    return this.rows.flatMap(({ event }) => (event.plan === plan ? event : [])).sort((a, b) => a.sequence - b.sequence);
  }

  /** What a reader may see after a place, at most so many. */
  after(place: { transaction: number; position: number }, limit: number): Row[] {
    const horizon = Math.min(...this.underWay, this.transactions + 1);
    return this.rows
      .filter((row) => row.transaction < horizon && isAfter(row, place))
      .sort((a, b) => a.transaction - b.transaction || a.position - b.position)
      .slice(0, limit);
  }

  private write(text: string): void {
    if (this.texts.has(text)) throw new Error(`the text ${text} is written twice`);
    this.texts.add(text);
  }
}

function isAfter(row: Row, place: { transaction: number; position: number }): boolean {
  return (
    row.transaction > place.transaction || (row.transaction === place.transaction && row.position > place.position)
  );
}

function keyOf({ token, key }: { token: string; key: string }): string {
  return `${token} ${key}`;
}
