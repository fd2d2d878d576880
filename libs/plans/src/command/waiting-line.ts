// The line of commands that wait for a commit: whose turn it is, while the commands of one plan stay in their order.
import type { Answer, Order } from './plan-command.js';

export interface Waiting {
  /** One command, or several that are stored together or not at all. */
  orders: Order[];
  resolve(answers: Answer[]): void;
  reject(error: unknown): void;
}

/** How many entries share a commit at most. */
const BATCH_MAX = 200;
/** From so many on, two commits that overlap take less time than one: one is written while the other is decided. */
const WORTH_A_COMMIT = 16;

export class WaitingLine {
  private waiting: Waiting[] = [];

  add(one: Waiting): void {
    this.waiting.push(one);
  }

  /**
   * The next to share a commit: those that came one by one, as many as fit; what is to be stored together goes alone.
   * @param busy plans that are being written. @param beside whether another commit is on its way: then a few wait for it.
   */
  take(busy: (plan: string) => boolean, beside: boolean): Waiting[] {
    const size = this.sizeOfNext(beside);
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    const passed = new Set<string>();
    for (const one of this.waiting) {
      const fits = batch.length < size && (one.orders.length === 1 || batch.length === 0) && !isTogether(batch);
      const isFree = one.orders.every(({ plan }) => plan === null || !(busy(plan) || passed.has(plan)));
      (fits && isFree ? batch : left).push(one);
      if (!fits || !isFree) for (const { plan } of one.orders) if (plan !== null) passed.add(plan);
    }
    if (beside && batch.length < WORTH_A_COMMIT) return [];
    this.waiting = left;
    return batch;
  }

  private sizeOfNext(beside: boolean): number {
    const { length } = this.waiting;
    return Math.min(BATCH_MAX, beside || length < 2 * WORTH_A_COMMIT ? length : Math.ceil(length / 2));
  }
}

function isTogether([first]: Waiting[]): boolean {
  return first !== undefined && first.orders.length > 1;
}
