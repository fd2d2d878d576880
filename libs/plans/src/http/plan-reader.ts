// Reading for the plans' doors: a plan with its template and prose, a page of its history, a page of the board.
import {
  asItCounts,
  evolve,
  moves,
  vocabulary,
  type Move,
  type Plan,
  type PlanEvent,
  type Stage,
  type Template,
} from '#libs/lifecycle';
import { isUuid, type Caller, type Language } from '#libs/platform';
import type { Page } from '../store/plan-store.js';
import type { BoardQuery, BoardRow } from '../store/board.js';
import type { Catalogue } from '../templates/catalogue.js';
import type { AccessPolicy } from '../access.js';
import { ownMoves } from '../own-moves.js';
import type { Plans } from '../plans.js';
import { historyItem, isForEveryone } from './event-view.js';
import { unknownPlan } from './plan-problems.js';
import { NOT_PUBLIC, planView } from './plan-view.js';
import type { Prose } from './prose.js';
import type { Accepted } from './verb-door.js';

export class PlanReader {
  constructor(
    private readonly plans: Plans,
    private readonly catalogue: Catalogue,
    private readonly policy: AccessPolicy,
  ) {}

  /** @throws Problem when it is not there, or was not yet. */
  async plan(id: string, asOf?: string): Promise<Plan> {
    const plan = isUuid(id) ? await this.plans.one(id.toLowerCase(), asOf) : null;
    if (!plan) throw unknownPlan(id);
    return plan;
  }

  template(plan: Plan): Promise<Template> {
    return this.plans.templateOf(plan);
  }

  /** @param now some criteria hang on the day. */
  async view(plan: Plan, language: Language, now = this.plans.clock.now()) {
    const texts = plan.texts === 0 ? new Map<string, string | null>() : this.plans.texts(plan.id);
    const [template, prose, formerStages] = await Promise.all([this.template(plan), texts, this.formerStages(plan)]);
    return { ...planView(plan, template, prose, language, now), formerStages };
  }

  /** Stages of templates that it went by before, which its own has no more: its history still names them. */
  async formerStages(plan: Plan): Promise<Pick<Stage, 'key' | 'name'>[]> {
    if (!plan.formerly) return [];
    const known = new Set((await this.template(plan)).stages.map(({ key }) => key));
    const earlier = await Promise.all(plan.formerly.map(({ key, version }) => this.catalogue.get(key, version)));
    const gone = earlier.flatMap((template) => template?.stages ?? []).filter(({ key }) => !known.has(key));
    return [...new Map(gone.map(({ key, name }) => [key, { key, name }])).values()];
  }

  /** What the caller can do now, or could have then: what is another's to do is not open, whatever the state. */
  async moves(plan: Plan, caller: Caller, asOf?: string): Promise<Move[]> {
    const setting = await this.plans.settingFor(plan, caller.who, this.plans.instant(asOf));
    return ownMoves(moves(plan, setting), (verb) =>
      this.policy.permission(caller, verb, { plan, template: setting.template, now: setting.now }),
    );
  }

  /** A plan as its start left it, so that a repeated start gets the same answer however far the plan has come. */
  async started({ plan: { id, version }, events }: Accepted): Promise<Plan> {
    const plan = await this.plan(id);
    if (plan.version === version) return plan;
    const { items } = await this.plans.history(id, { limit: events.length });
    return items.reduce<Plan | undefined>((folded, event) => evolve(folded, event), undefined) as Plan;
  }

  async history(
    plan: Plan,
    page: { cursor?: string | undefined; limit: number; asOf?: string | undefined },
  ): Promise<Page<object>> {
    const { items, next } = await this.events(plan, page);
    const prose = await this.proseOf(items);
    return { items: items.map((event) => historyItem(event, prose.get(event.plan) ?? new Map())), next };
  }

  /** For anybody: who did it by role and organisation, and of the prose only what was written for everyone. */
  async publicHistory(
    plan: Plan,
    page: { cursor?: string | undefined; limit: number; asOf?: string | undefined },
  ): Promise<Page<object>> {
    const { items, next } = await this.events(plan, page);
    // What was taken back is public no more, and what was corrected is shown as it should have been.
    const ids = [...new Set(items.map((event) => event.plan))];
    const counting = asItCounts(items, (await Promise.all(ids.map((id) => this.plans.repairs(id)))).flat());
    const shown = counting.filter((event) => isForEveryone(event) || !NOT_PUBLIC.has(capabilityOf(event)));
    const prose = await this.proseOf(shown.filter(isForEveryone));
    const told = (event: PlanEvent) => (isForEveryone(event) ? (prose.get(event.plan) ?? new Map()) : 'hidden');
    return { items: shown.map((event) => historyItem(event, told(event))), next };
  }

  private events(
    plan: Plan,
    { cursor, limit, asOf }: { cursor?: string | undefined; limit: number; asOf?: string | undefined },
  ) {
    return this.plans.history(plan.id, {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(asOf === undefined ? {} : { asOf }),
    });
  }

  /** The history that a plan shares with the initiative it came from has its prose there. */
  private async proseOf(events: PlanEvent[]): Promise<Map<string, Prose>> {
    const ids = [...new Set(events.map((event) => event.plan))];
    return new Map(await Promise.all(ids.map(async (id) => [id, await this.plans.texts(id)] as const)));
  }

  async board(query: BoardQuery, language: Language): Promise<Page<object>> {
    const { items, next } = await this.plans.board(query);
    const templates = await this.templatesOf(items);
    return { items: items.map((row) => boardItem(row, templates.get(nameOf(row)), language)), next };
  }

  /** A page is long and its templates are few. */
  private async templatesOf(rows: BoardRow[]): Promise<Map<string, Template | undefined>> {
    const templates = new Map<string, Template | undefined>();
    for (const row of rows) {
      const name = nameOf(row);
      if (!templates.has(name)) templates.set(name, await this.catalogue.get(row.template.key, row.template.version));
    }
    return templates;
  }
}

function nameOf({ template: { key, version } }: BoardRow): string {
  return `${key} ${version}`;
}

function boardItem(row: BoardRow, template: Template | undefined, language: Language): object {
  const stage = template?.stages.find((one) => one.key === row.stage);
  return {
    ...row,
    templateName: template?.name[language] ?? row.template.key,
    stageName: stage?.name[language] ?? row.stage,
  };
}

function capabilityOf({ type }: PlanEvent): string {
  return vocabulary.evolvers.get(type)?.capability.key ?? '';
}
