// Every plan out of the journal, folded, a page of events at a time: memory holds a page and what belongs to its last plan.
import { readByPlan } from '#libs/journal';
import type { PlanEvent } from '#libs/lifecycle';
import type { ClientBase } from 'pg';
import { foldedWithStandings, type FoldedPlan } from './standing.js';

const PAGE = 5_000;

export interface FoldedPage {
  plans: FoldedPlan[];
  events: number;
}

/** In the order of their ids. A plan that goes on meanwhile is folded as far as it was read. */
export async function* plansInJournal(pool: Pick<ClientBase, 'query'>, pageSize = PAGE): AsyncGenerator<FoldedPage> {
  let open: PlanEvent[] = [];
  for (;;) {
    const page = await readByPlan(pool, open.at(-1), pageSize);
    const histories = byPlan([...open, ...page]);
    // More of the last plan's events may follow.
    open = page.length < pageSize ? [] : (histories.pop() ?? []);
    const plans = histories.flatMap((events) => foldedWithStandings(events) ?? []);
    yield { plans, events: histories.reduce((sum, events) => sum + events.length, 0) };
    if (page.length < pageSize) return;
  }
}

function byPlan(events: PlanEvent[]): PlanEvent[][] {
  const histories: PlanEvent[][] = [];
  for (const event of events) {
    const last = histories.at(-1);
    if (last?.[0]?.plan === event.plan) last.push(event);
    else histories.push([event]);
  }
  return histories;
}
