// One verb on many plans: which they are is settled once, each has its own answer, and a refusal does not stop the others.
import { invalidBody, isUuid, Problem, type Caller, type Language } from '#libs/platform';
import { Logger } from '@nestjs/common';
import type { AccessPolicy } from '../access.js';
import type { Plans } from '../plans.js';
import type { BoardFilter } from '../store/board.js';
import { digestOf } from './conditions.js';
import { dryOutcome, outcomeOf, type Outcome } from './outcome.js';
import { PLAN_PROBLEMS } from './plan-problems.js';
import type { Request, VerbDoor } from './verb-door.js';

export const BULK_MAX = 5_000;

/** How many are under way at once: as many as share a commit. */
const AT_ONCE = 200;

export interface BulkAsked {
  verb: string;
  body: object;
  /** Ids, or what the board is asked for. */
  of: { plans: string[] } | { filter: BoardFilter };
  caller: Caller;
  language: Language;
  dryRun: boolean;
  key?: string | undefined;
}

export interface BulkReport {
  total: number;
  accepted: number;
  refused: number;
  results: (Outcome & { plan: string; title: string | null })[];
  dryRun?: true;
}

export class Bulk {
  private readonly log = new Logger(Bulk.name);

  constructor(
    private readonly door: VerbDoor,
    private readonly plans: Plans,
    private readonly policy: AccessPolicy,
  ) {}

  /** @throws Problem when no plan could take the verb, the plans are too many, or the key has been used for another request. */
  async run(asked: BulkAsked): Promise<BulkReport> {
    this.door.check(asked.verb, asked.body, '/body');
    const ids = await this.settled(asked, await this.found(asked.of, asked.caller));
    const titles = await this.titles(ids, asked.caller);
    const results: BulkReport['results'] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const outcomes = await this.outcomes(asked, some);
      results.push(...outcomes.map((one, n) => told(some[n] as string, titles, one)));
    }
    const accepted = results.filter(({ status }) => status === 200).length;
    const counts = { total: results.length, accepted, refused: results.length - accepted };
    return { ...counts, results, ...(asked.dryRun ? { dryRun: true as const } : {}) };
  }

  /** Of those that the caller may see. */
  private async titles(ids: string[], caller: Caller): Promise<Map<string, string>> {
    const seen = await this.plans.seenAmong(ids.filter(isUuid), this.policy.reach(caller));
    return this.plans.titles([...seen]);
  }

  /** By list: as listed, each once. By filter: as the caller's board lists them, the newest first. */
  async found(of: BulkAsked['of'], caller: Caller): Promise<string[]> {
    if ('plans' in of) return [...new Set(of.plans.map((id) => id.toLowerCase()))];
    const { items, next } = await this.plans.board({ ...of.filter, limit: BULK_MAX, reach: this.policy.reach(caller) });
    if (next !== null)
      throw invalidBody([{ pointer: '/filter', code: 'too-many', params: { limit: String(BULK_MAX) } }]);
    return items.map(({ id }) => id);
  }

  /** A repeat concerns the plans that the first time found, wherever they stand by now. */
  private async settled({ verb, body, of, caller, dryRun, key }: BulkAsked, found: string[]): Promise<string[]> {
    if (key === undefined || dryRun) return found;
    const first = await this.plans.settle(caller.who.id, key, digestOf(null, 'bulk', { verb, body, of }), found);
    if (!first) throw new Problem(PLAN_PROBLEMS['key-reused']);
    return first;
  }

  private async outcomes({ verb, body, caller, language, dryRun, key }: BulkAsked, ids: string[]): Promise<Outcome[]> {
    const requests = ids.map((plan): Request => ({
      plan,
      verb,
      body,
      caller,
      key: key === undefined ? undefined : `${key} #${plan}`,
    }));
    if (dryRun) return (await this.door.dryRun(requests)).map((answer) => dryOutcome(answer, language));
    const failed = (error: unknown) => this.log.error(error);
    return Promise.all(requests.map((request) => outcomeOf(this.door.pass(request), language, failed)));
  }
}

function told(plan: string, titles: Map<string, string>, outcome: Outcome): BulkReport['results'][number] {
  return { plan, title: titles.get(plan) ?? null, ...outcome };
}
