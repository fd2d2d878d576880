// Reading for the plans' doors: a plan with its template and prose, a page of its history, a page of the board.
import {
  asItCounts,
  evolve,
  moves,
  vocabulary,
  type Move,
  type Plan,
  type PlanEvent,
  type Reason,
  type Stage,
  type Template,
} from '#libs/lifecycle';
import { isUuid, type Caller, type Language } from '#libs/platform';
import type { HistoryPage, Page } from '../store/plan-store.js';
import type { BoardQuery, BoardRow } from '../store/board.js';
import type { Catalogue } from '../templates/catalogue.js';
import type { AccessPolicy, Reach } from '../access.js';
import type { Sight } from '../sight/sight.js';
import type { Sights } from '../sight/sights.js';
import { ownMoves } from '../own-moves.js';
import type { Plans } from '../plans.js';
import { historyItem, isForEveryone } from './event-view.js';
import { unknownPlan } from './plan-problems.js';
import { NOT_PUBLIC, planView } from './plan-view.js';
import type { Prose } from './prose.js';
import type { Accepted } from './verb-door.js';

interface HistoryAsked {
  cursor?: string | undefined;
  limit: number;
  asOf?: string | undefined;
}

/** A plan as it stands or stood, and what of it its reader sees. */
export interface SeenPlan {
  plan: Plan;
  sight: Sight;
}

export class PlanReader {
  constructor(
    private readonly plans: Plans,
    private readonly catalogue: Catalogue,
    private readonly policy: AccessPolicy,
    readonly sights: Sights,
  ) {}

  /** What may be seen hangs on the present, also of an earlier instant. @throws Problem as if it were not there when the caller may not see it */
  async seen(id: string, caller: Caller, asOf?: string): Promise<SeenPlan> {
    const now = await this.plan(id);
    const sight = await this.sights.of(now, caller);
    if (!sight) throw unknownPlan(id);
    return { plan: asOf === undefined ? now : await this.plan(id, asOf), sight };
  }

  /** Of what its reader has just begun, or would: whether it may see plans or not. */
  async begun(plan: Plan, caller: Caller): Promise<SeenPlan> {
    return { plan, sight: (await this.sights.of(plan, caller)) ?? this.sights.ofNothing(plan) };
  }

  /** Whoever asks. @throws Problem when it is not there, or was not yet. */
  async plan(id: string, asOf?: string): Promise<Plan> {
    const plan = isUuid(id) ? await this.plans.one(id.toLowerCase(), asOf) : null;
    if (!plan) throw unknownPlan(id);
    return plan;
  }

  template(plan: Plan): Promise<Template> {
    return this.plans.templateOf(plan);
  }

  /** @param now some criteria hang on the day. */
  async view({ plan, sight }: SeenPlan, language: Language, now = this.plans.clock.now()) {
    const texts = plan.texts === 0 ? new Map<string, string | null>() : this.plans.texts(plan.id);
    const [template, prose, formerStages] = await Promise.all([this.template(plan), texts, this.formerStages(plan)]);
    return { ...planView(plan, template, sight.texts(prose), language, now, sight), formerStages };
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
  async moves({ plan, sight }: SeenPlan, caller: Caller, asOf?: string): Promise<Move[]> {
    const setting = await this.plans.settingFor(plan, caller.who, this.plans.instant(asOf));
    const own = ownMoves(moves(sight.nameless(plan), setting), (verb) =>
      this.policy.permission(caller, verb, { plan, template: setting.template, now: setting.now }),
    );
    const told = (reason: Reason) => (reason.missing ? { ...reason, missing: sight.missing(reason.missing) } : reason);
    return own.map((move) => ({ ...move, reasons: move.reasons.map(told) }));
  }

  /** A plan as its start left it, so that a repeated start gets the same answer however far the plan has come. */
  async started({ plan: { id, version }, events }: Accepted): Promise<Plan> {
    const plan = await this.plan(id);
    if (plan.version === version) return plan;
    const { items } = await this.plans.history(id, { limit: events.length });
    return items.reduce<Plan | undefined>((folded, event) => evolve(folded, event), undefined) as Plan;
  }

  /** Of the history that it shares with others, what the caller sees of those. */
  async history({ plan, sight }: SeenPlan, caller: Caller, page: HistoryAsked): Promise<Page<object>> {
    const sights = new Map([[plan.id, sight]]);
    const show = async (events: PlanEvent[]) => {
      await this.lookAt(events, caller, sights);
      return this.sights.shown(events, sights);
    };
    const { items, next } = await this.events(plan, page, show);
    const prose = await this.proseOf(items, sights);
    return { items: items.map((event) => historyItem(event, prose.get(event.plan) ?? new Map())), next };
  }

  private async lookAt(events: PlanEvent[], caller: Caller, sights: Map<string, Sight>): Promise<void> {
    const other = events.find((event) => !sights.has(event.plan));
    const sight = other && (await this.sights.of(await this.plan(other.plan), caller));
    if (sight) sights.set(other.plan, sight);
  }

  /** For anybody: who did it by role and organisation, and of the prose only what was written for everyone. */
  async publicHistory(plan: Plan, page: HistoryAsked): Promise<Page<object>> {
    const { items, next } = await this.events(plan, page);
    // What was taken back is public no more, and what was corrected is shown as it should have been.
    const ids = [...new Set(items.map((event) => event.plan))];
    const counting = asItCounts(items, (await Promise.all(ids.map((id) => this.plans.repairs(id)))).flat());
    const open = counting.filter((event) => isForEveryone(event) || !NOT_PUBLIC.has(capabilityOf(event)));
    const plans = await Promise.all(ids.map((id) => this.plan(id)));
    const sights = new Map(
      await Promise.all(plans.map(async (one) => [one.id, await this.sights.ofPublic(one)] as const)),
    );
    const shown = await this.sights.shown(open, sights);
    const prose = await this.proseOf(shown.filter(isForEveryone), sights);
    const told = (event: PlanEvent) => (isForEveryone(event) ? (prose.get(event.plan) ?? new Map()) : 'hidden');
    return { items: shown.map((event) => historyItem(event, told(event))), next };
  }

  private events(plan: Plan, { cursor, limit, asOf }: HistoryAsked, show?: HistoryPage['show']) {
    return this.plans.history(plan.id, {
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(asOf === undefined ? {} : { asOf }),
      ...(show === undefined ? {} : { show }),
    });
  }

  /** The history that a plan shares with the initiative it came from has its prose there. */
  private async proseOf(events: PlanEvent[], sights: ReadonlyMap<string, Sight>): Promise<Map<string, Prose>> {
    const ids = [...new Set(events.map((event) => event.plan))];
    const told = async (id: string) => [id, sights.get(id)?.texts(await this.plans.texts(id)) ?? new Map()] as const;
    return new Map(await Promise.all(ids.map(told)));
  }

  /** The board of the caller's plans; of all that are public for anybody. */
  async board(asked: Omit<BoardQuery, 'reach'>, caller: Caller | null, language: Language): Promise<Page<object>> {
    const reach = caller ? this.sights.reach(caller) : null;
    const { items: rows, next } = await this.plans.board({ ...asked, reach, ...(caller ? {} : { publicOnly: true }) });
    const items = await this.named(rows, reach);
    const templates = await this.templatesOf(items);
    return { items: items.map((row) => boardItem(row, templates.get(nameOf(row)), language)), next };
  }

  /** The plan over a row is told to whoever may see that, too. */
  private async named(rows: BoardRow[], reach: Reach): Promise<BoardRow[]> {
    if (reach === null) return rows;
    const over = [...new Set(rows.flatMap(({ parent }) => parent ?? []))];
    const seen = await this.plans.seenAmong(over, reach);
    return rows.map((row) => (row.parent === null || seen.has(row.parent) ? row : { ...row, parent: null }));
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
