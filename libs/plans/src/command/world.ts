// What a batch of commands sees: the plans as stored, and on top of them what earlier commands of the batch have done.
import type { Batch, KeptAnswer } from '#libs/journal';
import {
  decide,
  hear,
  isRefusal,
  start,
  type Accepted,
  type MigrateBody,
  type Plan,
  type PlanEvent,
  type Reason,
  type Setting,
  type StartBody,
  type Tell,
  type Template,
} from '#libs/lifecycle';
import { mayDo, type AccessPolicy, type Place } from '../access.js';
import type { Answer, Order, Standing } from './plan-command.js';

export interface Held {
  plan: Plan;
  /** The version in the database. */
  stored: number;
  /** False when it comes from memory and another process may have moved it on. */
  fresh: boolean;
}

/** All that deciding a batch may need to know. */
export interface Seen {
  held: Map<string, Held>;
  /** The latest version when none is named. */
  templates: (key: string, version?: number) => Template | undefined;
  /** The events of the plans that a repair is asked of. */
  histories: Map<string, PlanEvent[]>;
  kept: KeptAnswer[];
  policy: AccessPolicy;
  /** RFC 3339 */
  now: string;
}

export class World {
  /** Plans out of memory on which a "no" was founded: to be looked at again before it is said. */
  readonly doubtful = new Set<string>();
  private readonly batch: Batch = { plans: [], events: [], texts: [], answers: [] };
  private readonly changed = new Map<string, Plan>();
  private readonly keys = new Map<string, KeptAnswer>();

  constructor(private readonly seen: Seen) {
    for (const one of seen.kept) this.keys.set(keyOf(one.token, one.key), one);
  }

  answer(order: Order): Answer {
    const { repeat } = order;
    if (!repeat) return this.decide(order);
    const kept = this.keys.get(keyOf(order.who.id, repeat.key));
    if (kept) return kept.request === repeat.request ? (kept.answer as Answer) : { kind: 'key-reused' };
    const answer = this.decide(order);
    if (answer.kind === 'accepted' || answer.kind === 'refused') this.keep(order.who.id, repeat, answer);
    return answer;
  }

  /** The answer of a dry run, with the plan as it would be. */
  tried(order: Order): Answer {
    const answer = this.answer(order);
    const after = answer.kind === 'accepted' ? this.changed.get(answer.plan.id) : undefined;
    return after && answer.kind === 'accepted' ? { ...answer, after } : answer;
  }

  /** The plans as they are after the batch. */
  get after(): ReadonlyMap<string, Plan> {
    return this.changed;
  }

  /** What is to be stored. */
  close(): Batch {
    for (const [id, plan] of this.changed)
      this.batch.plans.push({ plan, expected: this.seen.held.get(id)?.stored ?? 0 });
    return this.batch;
  }

  private keep(token: string, repeat: { key: string; request: string }, answer: Answer): void {
    const kept: KeptAnswer = { token, ...repeat, answer, recordedAt: this.seen.now };
    this.keys.set(keyOf(token, repeat.key), kept);
    this.batch.answers.push(kept);
  }

  private decide(asked: Order): Answer {
    if (asked.plan === null) return this.begin(asked);
    const plan = this.standing(asked.plan);
    if (!plan) return { kind: 'unknown-plan' };
    if (!this.isSeen(plan, asked)) {
      this.doubt(plan.id);
      return { kind: 'unknown-plan' };
    }
    const order = this.permitted(asked, this.templateOf(plan), { plan });
    if ('kind' in order) return order;
    if (order.ifMatch !== undefined && order.ifMatch !== plan.version) {
      this.doubt(plan.id);
      return { kind: 'stale', version: plan.version };
    }
    const outcome = decide(plan, order.verb, order.body, this.deciding(order, plan));
    if (isRefusal(outcome)) return this.refused(outcome.refused, plan);
    return this.accept(outcome, order);
  }

  /** The order in the role that permits it, or why there is none. */
  private permitted(
    order: Order,
    template: Template,
    { plan, parent }: Pick<Place, 'plan' | 'parent'>,
  ): Order | Answer {
    const { caller, verb, body } = order;
    if (!caller) return order;
    const programme = plan ? undefined : (body as StartBody).programme;
    const history = plan && this.historyOf(plan);
    const place = { plan, template, body, parent, history, programme, now: this.seen.now };
    const permission = this.seen.policy.permission(caller, verb, place);
    if (mayDo(permission)) return permission.as === order.who ? order : { ...order, who: permission.as };
    if (plan) this.doubt(plan.id);
    return { kind: 'not-permitted', needed: permission.needed };
  }

  private isSeen(plan: Plan, { caller }: Order): boolean {
    const { policy, now } = this.seen;
    return !caller || policy.view(caller, plan, this.templateOf(plan), now) !== null;
  }

  private begin(asked: Order): Answer {
    const { template: key, ...body } = asked.body as StartBody & { template: string };
    const template = this.seen.templates(key);
    if (!template) return { kind: 'unknown-template', template: key };
    const above = this.standing(body.parent?.toLowerCase());
    const parent = above && this.isSeen(above, asked) ? { plan: above, template: this.templateOf(above) } : undefined;
    const order = this.permitted(asked, template, { parent });
    if ('kind' in order) return order;
    const known = parent ? { parent: parent.plan } : {};
    const outcome = start(body, { ...this.settingOf(order, template), ...known, ...starterOf(order) });
    if (isRefusal(outcome)) return { kind: 'refused', reasons: outcome.refused, version: null };
    return this.accept(outcome, order);
  }

  private refused(reasons: Reason[], plan: Plan): Answer {
    this.doubt(plan.id);
    return { kind: 'refused', reasons, version: plan.version };
  }

  private doubt(id: string): void {
    if (this.seen.held.get(id)?.fresh === false) this.doubtful.add(id);
  }

  private accept(accepted: Accepted, order: Order): Answer {
    const made: Standing[] = [];
    this.store(accepted);
    for (const birth of accepted.births) {
      this.store(birth);
      made.push(standing(birth.plan));
    }
    for (const tell of accepted.tells) this.tell(tell, order);
    const events = accepted.events.map(({ id, type, sequence, data }) => ({ id, type, sequence, data }));
    return { kind: 'accepted', plan: standing(accepted.plan), events, made };
  }

  /** News goes up: an initiative hears in the same commit that its plan rests, goes on, has ended or begun again. */
  private tell(tell: Tell, order: Order): void {
    const plan = this.standing(tell.plan);
    if (!plan) throw new Error(`plan ${tell.child} is under ${tell.plan}, which is not there`);
    const heard = hear(plan, tell, this.settingOf(order, this.templateOf(plan)));
    if (!heard) return this.doubt(tell.plan);
    this.store(heard);
    for (const further of heard.tells) this.tell(further, order);
  }

  private store({ plan, events, texts }: Accepted): void {
    this.changed.set(plan.id, plan);
    this.batch.events.push(...events);
    this.batch.texts.push(...texts);
  }

  private standing(id: string | undefined): Plan | undefined {
    return id === undefined ? undefined : (this.changed.get(id) ?? this.seen.held.get(id)?.plan);
  }

  /** A repair is decided on the whole history, a migration on the template it goes to. */
  private deciding(order: Order, plan: Plan): Setting {
    const at = this.settingOf(order, this.templateOf(plan));
    if (order.verb === 'migrate') {
      const { template = plan.template.key, version } = order.body as MigrateBody;
      const target = this.seen.templates(template, version);
      return target ? { ...at, target } : at;
    }
    const history = this.historyOf(plan);
    return history ? { ...at, history } : at;
  }

  /** Undefined where no repair is asked for. */
  private historyOf(plan: Plan): PlanEvent[] | undefined {
    const history = this.seen.histories.get(plan.id);
    if (!history) return undefined;
    const stored = this.seen.held.get(plan.id)?.stored ?? 0;
    const since = this.batch.events.filter((event) => event.plan === plan.id);
    return [...history.filter((event) => event.version <= stored), ...since];
  }

  private templateOf(plan: Plan): Template {
    const { key, version } = plan.template;
    const template = this.seen.templates(key, version);
    if (!template) throw new Error(`plan ${plan.id} follows ${key} v${version}, which is not there`);
    return template;
  }

  private settingOf(order: Order, template: Template): Setting {
    return {
      template,
      now: this.seen.now,
      who: order.who,
      command: order.command,
      occurredAt: order.occurredAt === undefined ? this.seen.now : order.occurredAt,
      imported: order.imported === true,
    };
  }
}

/** The person who starts, for the organisation of the role that permits it. */
function starterOf({ caller, who }: Order): Pick<Setting, 'starter'> {
  if (!caller?.person || who.organisation === undefined) return {};
  return { starter: { person: caller.person.id, organisation: who.organisation } };
}

function keyOf(token: string, key: string): string {
  return `${token} ${key}`;
}

function standing({ id, version, stage, status, attempt }: Plan): Standing {
  return { id, version, stage, status, attempt };
}
