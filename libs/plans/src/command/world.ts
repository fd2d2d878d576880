// What a batch of commands sees: the plans as stored, and on top of them what earlier commands of the batch have done.
import type { Batch, KeptAnswer } from '#libs/journal';
import {
  decide,
  hear,
  isRefusal,
  start,
  type Accepted,
  type Plan,
  type Reason,
  type Setting,
  type StartBody,
  type Tell,
  type Template,
} from '#libs/lifecycle';
import type { Answer, Order, Standing } from './plan-command.js';

export interface Held {
  plan: Plan;
  /** The version in the database. */
  stored: number;
  /** False when it comes from memory and another process may have moved it on. */
  fresh: boolean;
}

export class World {
  /** Plans out of memory on which a "no" was founded: to be looked at again before it is said. */
  readonly doubtful = new Set<string>();
  private readonly batch: Batch = { plans: [], events: [], texts: [], answers: [] };
  private readonly changed = new Map<string, Plan>();
  private readonly keys = new Map<string, KeptAnswer>();

  constructor(
    private readonly held: Map<string, Held>,
    private readonly templates: (key: string, version?: number) => Template | undefined,
    kept: KeptAnswer[],
    private readonly now: string,
  ) {
    for (const one of kept) this.keys.set(keyOf(one.token, one.key), one);
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

  /** The plans as they are after the batch. */
  get after(): ReadonlyMap<string, Plan> {
    return this.changed;
  }

  /** What is to be stored. */
  close(): Batch {
    for (const [id, plan] of this.changed) this.batch.plans.push({ plan, expected: this.held.get(id)?.stored ?? 0 });
    return this.batch;
  }

  private keep(token: string, repeat: { key: string; request: string }, answer: Answer): void {
    const kept: KeptAnswer = { token, ...repeat, answer, recordedAt: this.now };
    this.keys.set(keyOf(token, repeat.key), kept);
    this.batch.answers.push(kept);
  }

  private decide(order: Order): Answer {
    if (order.plan === null) return this.begin(order);
    const plan = this.changed.get(order.plan) ?? this.held.get(order.plan)?.plan;
    if (!plan) return { kind: 'unknown-plan' };
    if (order.ifMatch !== undefined && order.ifMatch !== plan.version) {
      this.doubt(order.plan);
      return { kind: 'stale', version: plan.version };
    }
    const outcome = decide(plan, order.verb, order.body, this.settingOf(order, this.templateOf(plan)));
    if (isRefusal(outcome)) return this.refused(outcome.refused, plan);
    return this.accept(outcome, order);
  }

  private begin(order: Order): Answer {
    const { template: key, ...body } = order.body as StartBody & { template: string };
    const template = this.templates(key);
    if (!template) return { kind: 'unknown-template', template: key };
    const outcome = start(body, this.settingOf(order, template));
    if (isRefusal(outcome)) return { kind: 'refused', reasons: outcome.refused, version: null };
    return this.accept(outcome, order);
  }

  private refused(reasons: Reason[], plan: Plan): Answer {
    this.doubt(plan.id);
    return { kind: 'refused', reasons, version: plan.version };
  }

  private doubt(id: string): void {
    if (this.held.get(id)?.fresh === false) this.doubtful.add(id);
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
    const plan = this.changed.get(tell.plan) ?? this.held.get(tell.plan)?.plan;
    if (!plan) throw new Error(`plan ${tell.child} was forked out of ${tell.plan}, which is not there`);
    const heard = hear(plan, tell, this.settingOf(order, this.templateOf(plan)));
    this.store(heard);
    for (const further of heard.tells) this.tell(further, order);
  }

  private store({ plan, events, texts }: Accepted): void {
    this.changed.set(plan.id, plan);
    this.batch.events.push(...events);
    this.batch.texts.push(...texts);
  }

  private templateOf(plan: Plan): Template {
    const { key, version } = plan.template;
    const template = this.templates(key, version);
    if (!template) throw new Error(`plan ${plan.id} follows ${key} v${version}, which is not there`);
    return template;
  }

  private settingOf(order: Order, template: Template): Setting {
    return {
      template,
      now: this.now,
      who: order.who,
      command: order.command,
      occurredAt: order.occurredAt === undefined ? this.now : order.occurredAt,
      imported: order.imported === true,
    };
  }
}

function keyOf(token: string, key: string): string {
  return `${token} ${key}`;
}

function standing({ id, version, stage, status, attempt }: Plan): Standing {
  return { id, version, stage, status, attempt };
}
