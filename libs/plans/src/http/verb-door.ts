// From a verb as it arrives to the engine's answer: one way for /v1/plans/:id/:verb, POST /v1/plans and /v1/commands.
import { isUuid, Problem, readBody, type Caller } from '#libs/platform';
import type { CommandBus } from '@nestjs/cqrs';
import type { ClassConstructor } from 'class-transformer';
import { randomUUID } from 'node:crypto';
import { StartPlanBody, type CorrectPlanBody } from '../bodies/lifecycle.bodies.js';
import type { VerbBody } from '../bodies/verb-body.js';
import { isWithoutContent, type Content } from '../attachments/contents.js';
import { STRIKES } from '../attachments/struck.js';
import { PlanCommand, type Answer, type Order } from '../command/plan-command.js';
import { refuseUnknownPersons, type KnownPersons } from '../known-persons.js';
import type { Plans } from '../plans.js';
import type { CommandMetrics, Outcome } from './command-metrics.js';
import { digestOf, etagOf } from './conditions.js';
import { notPermitted, PLAN_PROBLEMS, refusal, unknownPlan, unknownTemplate } from './plan-problems.js';

/** Every verb's body class, of all slices: given by the app. */
export const VERB_BODIES = Symbol('VERB_BODIES');
export type VerbBodies = Record<string, ClassConstructor<VerbBody>>;

export interface Request {
  /** Null for a start. */
  plan: string | null;
  verb: string;
  body: unknown;
  caller: Caller;
  ifMatch?: number[] | undefined;
  key?: string | undefined;
}

export type Accepted = Extract<Answer, { kind: 'accepted' }>;

export class VerbDoor {
  private readonly bodies: Map<string, ClassConstructor<VerbBody>>;

  constructor(
    private readonly bus: CommandBus,
    private readonly plans: Plans,
    bodies: VerbBodies,
    private readonly metrics: CommandMetrics,
    /** Clears away what the command struck out. */
    private readonly erase: (plan: string) => Promise<void>,
    /** Whether the content of an attachment is there to be named. */
    private readonly isKept: (content: Content) => Promise<boolean>,
    private readonly persons: KnownPersons,
  ) {
    this.bodies = new Map(Object.entries(bodies));
  }

  /** @throws Problem for everything that is not accepted. */
  async pass(request: Request): Promise<Accepted> {
    const began = performance.now();
    let outcome: Outcome = 'failed';
    let code: string | undefined;
    try {
      const [answer] = await this.bus.execute(new PlanCommand([await this.orderOf(request)]));
      const accepted = this.accepted(request, answer as Answer);
      outcome = 'accepted';
      // The command is durable; what cannot be cleared away now, the housekeeping does.
      if (accepted.events.some(({ type }) => STRIKES.has(type)))
        await this.erase(accepted.plan.id).catch(() => undefined);
      return accepted;
    } catch (thrown) {
      const error = isWithoutContent(thrown) ? new Problem(PLAN_PROBLEMS['unknown-content']) : thrown;
      if (error instanceof Problem) {
        outcome = 'refused';
        code = error.kind.code;
      }
      throw error;
    } finally {
      const verb = request.plan === null || this.bodies.has(request.verb) ? request.verb : 'unknown';
      this.metrics.note(verb, outcome, (performance.now() - began) / 1000, code);
    }
  }

  /** What no plan could take, whatever its state. @param at where the body stands, a JSON pointer. @throws Problem */
  check(verb: string, body: unknown, at: string): void {
    readBody<VerbBody>(this.bodyOf(verb), body, at);
  }

  private bodyOf(verb: string): ClassConstructor<VerbBody> {
    const type = this.bodies.get(verb);
    if (!type) throw refusal([{ code: 'unknown-verb', params: { verb: verb.slice(0, 80) } }], null);
    return type;
  }

  /** What would become of one request. @throws Problem for everything that would not be accepted. */
  async tryOut(request: Request): Promise<Accepted> {
    const [answer] = await this.dryRun([request]);
    if (answer instanceof Problem) throw answer;
    return answer as Accepted;
  }

  /**
   * What would become of the requests, each as if those before it had been done. Nothing is stored, counted or audited.
   * @returns for each in order what would be accepted, or the Problem.
   */
  async dryRun(requests: Request[]): Promise<(Accepted | Problem)[]> {
    const read = await Promise.all(requests.map((request) => orProblem(() => this.orderOf(request))));
    const orders = read.filter((one): one is Order => !(one instanceof Problem));
    const answers = await this.bus.execute(new PlanCommand(orders, true));
    const told = read.map(async (one, index) =>
      one instanceof Problem
        ? one
        : this.withContent(this.accepted(requests[index] as Request, answers.shift() as Answer)),
    );
    return Promise.all(told.map((one) => orProblem(() => one)));
  }

  /** Where a command is stored, the database looks whether the content is there. @throws Problem */
  private async withContent(accepted: Accepted): Promise<Accepted> {
    for (const { type, data } of accepted.events)
      if (type === 'attachment.added' && !(await this.isKept(data as unknown as Content)))
        throw new Problem(PLAN_PROBLEMS['unknown-content']);
    return accepted;
  }

  private async orderOf({ plan, verb, body, caller, ifMatch, key }: Request): Promise<Order> {
    const type = plan === null ? StartPlanBody : this.bodyOf(verb);
    if (plan !== null && !isUuid(plan)) throw unknownPlan(plan);
    const id = plan === null ? null : plan.toLowerCase();
    const read = readBody<VerbBody>(type, body);
    await refuseUnknownPersons(this.persons, read);
    const { occurredAt, ...rest } = read;
    if (verb === 'correct') await this.readSaidAgain(rest as CorrectPlanBody);
    const version = ifMatch && id !== null ? await this.versionAmong(id, ifMatch) : undefined;
    return {
      plan: id,
      verb,
      body: rest,
      who: caller.who,
      caller,
      command: randomUUID(),
      ...(occurredAt === undefined ? {} : { occurredAt }),
      ...(version === undefined ? {} : { ifMatch: version }),
      ...(key === undefined ? {} : { repeat: { key, request: digestOf(id, verb, body) } }),
    };
  }

  /** What a correction says again is a body of its own verb. @throws Problem */
  private async readSaidAgain(correction: CorrectPlanBody): Promise<void> {
    const type = this.bodies.get(correction.verb ?? '');
    if (!type || correction.verb === 'correct') return;
    const read = readBody<VerbBody>(type, correction.body ?? {}, '/body');
    await refuseUnknownPersons(this.persons, read, '/body');
    const { occurredAt: _, ...body } = read;
    correction.body = body;
  }

  /** Of several versions that would do, the one that the plan has, if any; the store holds it to that. */
  private async versionAmong(id: string, versions: number[]): Promise<number> {
    const [only = 0, ...others] = versions;
    if (others.length === 0) return only;
    const plan = await this.plans.one(id);
    return plan && versions.includes(plan.version) ? plan.version : only;
  }

  private accepted({ plan, verb }: Request, answer: Answer): Accepted {
    switch (answer.kind) {
      case 'accepted':
        return answer;
      case 'refused':
        throw refusal(answer.reasons, answer.version);
      case 'not-permitted':
        throw notPermitted(verb, answer.needed);
      case 'unknown-plan':
        throw unknownPlan(plan ?? '');
      case 'unknown-template':
        throw unknownTemplate(answer.template);
      case 'stale':
        throw new Problem(PLAN_PROBLEMS['stale'], {
          params: { version: answer.version },
          headers: { etag: etagOf(answer.version) },
        });
      case 'key-reused':
        throw new Problem(PLAN_PROBLEMS['key-reused']);
    }
  }
}

async function orProblem<Value>(work: () => Promise<Value>): Promise<Value | Problem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return inDryRun(error);
    throw error;
  }
}

/** Marked, so that nobody takes it for the answer of a command. */
function inDryRun({ kind, circumstances }: Problem): Problem {
  return new Problem(kind, { ...circumstances, beside: { dryRun: true } });
}
