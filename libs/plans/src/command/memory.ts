// What this process remembers of plans, and the reading of what a batch needs besides. Memory is only a guess: the append
// checks the version of each plan it stores, and a "no" that rests on memory is checked here before it is said.
import { readPlan, type KeptAnswer } from '#libs/journal';
import type { MigrateBody, Plan, PlanEvent, StartBody, Template } from '#libs/lifecycle';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Catalogue } from '../templates/catalogue.js';
import type { AccessPolicy } from '../access.js';
import type { Order } from './plan-command.js';
import { World, type Held } from './world.js';

const PLANS_MAX = 2_000;

export class Memory {
  private readonly plans = new LRUCache<string, Plan>({ max: PLANS_MAX });

  constructor(
    private readonly pool: Pool,
    private readonly catalogue: Catalogue,
    private readonly policy: AccessPolicy,
  ) {}

  /** The plans as they were just stored. */
  keep(plans: ReadonlyMap<string, Plan>): void {
    for (const [id, plan] of plans) this.plans.set(id, plan);
  }

  /** The plan as it was at this version, when that is what is remembered. */
  at(id: string, version: number): Plan | undefined {
    const plan = this.plans.peek(id);
    return plan?.version === version ? plan : undefined;
  }

  forget(ids: Iterable<string>): void {
    for (const id of ids) this.plans.delete(id);
  }

  /** All that deciding these orders needs: most often nothing has to be read. */
  async look(orders: Order[], now: string): Promise<World> {
    const held = new Map<string, Held>();
    let wanted = orders.flatMap((order) => order.plan ?? (order.body as StartBody).parent?.toLowerCase() ?? []);
    // News goes up from plan to initiative, so every one above is wanted too.
    while (wanted.length > 0) {
      await this.hold(held, wanted);
      wanted = [...held.values()].flatMap(({ plan: { parent } }) => (parent && !held.has(parent) ? parent : []));
    }
    const templates = await this.templatesFor(orders, held);
    const kept = await this.keptAnswers(orders);
    const histories = await this.historiesFor(orders, held);
    const named = (key: string, version?: number) => templates.get(nameOf(key, version));
    return new World({ held, templates: named, histories, kept, policy: this.policy, now });
  }

  private async historiesFor(orders: Order[], held: Map<string, Held>): Promise<Map<string, PlanEvent[]>> {
    const histories = new Map<string, PlanEvent[]>();
    for (const { plan, verb } of orders) {
      if (plan === null || !(verb === 'undo' || verb === 'correct') || !held.has(plan)) continue;
      histories.set(plan, await readPlan(this.pool, plan));
    }
    return histories;
  }

  /** Whether a "no" was founded on a plan that another process has moved on since; then it is forgotten. */
  async outdated(doubtful: ReadonlySet<string>): Promise<boolean> {
    if (doubtful.size === 0) return false;
    const { rows } = await this.pool.query<{ id: string; version: number }>({
      name: 'plan-versions',
      text: 'SELECT id, version FROM plan WHERE id = ANY($1::uuid[])',
      values: [[...doubtful]],
    });
    const moved = rows.filter(({ id, version }) => this.plans.peek(id)?.version !== version);
    this.forget(moved.map(({ id }) => id));
    return moved.length > 0;
  }

  private async hold(held: Map<string, Held>, ids: string[]): Promise<void> {
    const unknown = new Set<string>();
    for (const id of ids) {
      if (held.has(id)) continue;
      const plan = this.plans.get(id);
      if (plan) held.set(id, { plan, stored: plan.version, fresh: false });
      else unknown.add(id);
    }
    if (unknown.size === 0) return;
    const { rows } = await this.pool.query<{ state: Plan }>({
      name: 'hold-plans',
      text: 'SELECT state FROM plan WHERE id = ANY($1::uuid[])',
      values: [[...unknown]],
    });
    for (const { state } of rows) held.set(state.id, { plan: state, stored: state.version, fresh: true });
  }

  private async templatesFor(orders: Order[], held: Map<string, Held>): Promise<Map<string, Template>> {
    const templates = new Map<string, Template>();
    for (const { plan } of held.values()) {
      const name = nameOf(plan.template.key, plan.template.version);
      if (templates.has(name)) continue;
      const template = await this.catalogue.get(plan.template.key, plan.template.version);
      if (template) templates.set(name, template);
    }
    for (const order of orders) {
      if (order.verb === 'migrate') await this.target(order, held, templates);
      if (order.plan !== null) continue;
      const { template: key } = order.body as { template: string };
      const latest = templates.get(key) ?? (await this.catalogue.latest(key));
      if (latest) templates.set(key, latest).set(nameOf(key, latest.version), latest);
    }
    return templates;
  }

  private async target(
    { plan, body }: Order,
    held: Map<string, Held>,
    templates: Map<string, Template>,
  ): Promise<void> {
    const { template, version } = body as MigrateBody;
    const key = template ?? held.get(plan ?? '')?.plan.template.key;
    const target = key === undefined ? undefined : await this.catalogue.get(key, version);
    if (target) templates.set(nameOf(target.key, version), target);
  }

  private async keptAnswers(orders: Order[]): Promise<KeptAnswer[]> {
    const repeats = orders.flatMap((order) => (order.repeat ? [{ token: order.who.id, key: order.repeat.key }] : []));
    if (repeats.length === 0) return [];
    const { rows } = await this.pool.query<KeptAnswer>({
      name: 'kept-answers',
      text: `SELECT kept.token, kept.key, kept.request, kept.answer, kept.recorded_at::text AS "recordedAt"
        FROM unnest($1::text[], $2::text[]) AS asked (token, key) JOIN idempotency_key kept USING (token, key)`,
      values: [repeats.map((one) => one.token), repeats.map((one) => one.key)],
    });
    return rows;
  }
}

/** A template by key alone is its latest version. */
function nameOf(key: string, version?: number): string {
  return version === undefined ? key : `${key} ${version}`;
}
