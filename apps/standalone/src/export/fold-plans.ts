// The plans of a file: folded from the events that have been stored, and held against what the file says must come of them.
import type { Plan } from '#libs/lifecycle';
import { plansInJournal, writePlans, type FoldedPlan } from '#libs/plans';
import { isDeepStrictEqual } from 'node:util';
import type { PoolClient } from 'pg';
import { StartFault } from '../start-fault.js';
import type { PlanLine } from './format.js';

export class PlansFolded {
  private readonly folding: AsyncGenerator<{ plans: FoldedPlan[] }>;
  private waiting: FoldedPlan[] = [];

  /** @param client in the transaction that stored the events */
  constructor(private readonly client: PoolClient) {
    this.folding = plansInJournal(client);
  }

  /** @param lines the next plans, in the order of their ids. @throws StartFault when it comes out otherwise */
  async store(lines: PlanLine[]): Promise<void> {
    const plans: FoldedPlan[] = [];
    for (const line of lines) plans.push(agreeing(await this.next(), line));
    await writePlans(this.client, plans);
  }

  /** Events of a plan that the file does not tell of would be in the feed and nowhere else. @throws StartFault */
  async end(): Promise<void> {
    const stray = await this.next();
    if (stray) throw new StartFault(`The file does not tell of plan ${stray.plan.id}, whose events it has. ${NOTHING}`);
  }

  private async next(): Promise<FoldedPlan | undefined> {
    while (this.waiting.length === 0) {
      const { value, done } = await this.folding.next();
      if (done) return undefined;
      this.waiting = value.plans;
    }
    return this.waiting.shift();
  }
}

const NOTHING = 'Nothing was stored.';

function agreeing(folded: FoldedPlan | undefined, told: PlanLine): FoldedPlan {
  if (!folded || folded.plan.id !== told.id)
    throw new StartFault(`The file tells of plan ${told.id} out of turn, or without its events. ${NOTHING}`);
  const expected = toldOf(folded.plan);
  if (isDeepStrictEqual(expected, told)) return folded;
  throw new StartFault(
    `Folding the events of plan ${told.id} gives ${inWords(expected)}, and the file says ${inWords(told)}. ${NOTHING}`,
  );
}

function toldOf({ id, template, stage, status, attempt, version, sequence }: Plan): PlanLine {
  return { is: 'plan', id, template, stage, status, attempt, version, sequence };
}

function inWords({ status, stage, version, attempt, sequence }: PlanLine): string {
  return `${status} in ${stage} at version ${version} (attempt ${attempt}, ${sequence} events)`;
}
