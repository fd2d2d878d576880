// A walk through a template: the engine and the judge are told the same, and must say and stand the same after every step.
import {
  decide,
  hear,
  isRefusal,
  moves,
  roundOf,
  start,
  type Accepted,
  type Plan,
  type PlanEvent,
  type Setting,
  type Template,
} from '#libs/lifecycle';
import { toXState, type Machine } from '#libs/templates';
import type { AnyStateMachine } from 'xstate';
import type { Chance } from '../simulation/chance.js';
import { Judged, machineOf } from './judged.js';
import { stageIn, type Below } from './ledger.js';
import { effectOf, isOpen, randomRecord, RECORD_VERBS, type Said } from './records.js';

/** The verbs that the machine judges; with undo, which the judge takes back by itself. */
export const MOVES = [
  'advance',
  'override',
  'skip',
  'return',
  'repeat',
  'fork',
  'release',
  'restart',
  'pause',
  'resume',
  'complete',
  'discontinue',
  'undo',
];
/** What people do often, and what seldom, so that a walk comes far. */
const OFTEN: Record<string, number> = {
  advance: 40,
  override: 16,
  fork: 30,
  skip: 8,
  resume: 24,
  complete: 16,
  release: 4,
  return: 6,
  repeat: 3,
  pause: 2,
  discontinue: 3,
  undo: 3,
};
const OFTEN_VERBS = MOVES.flatMap((verb) => Array.from({ length: OFTEN[verb] ?? 1 }, () => verb));
/** Those that lead to a stage that can be named. */
const LEADING = ['advance', 'override', 'skip', 'return', 'restart'];
const PLANS_MAX = 40;
const DAY_MS = 86_400_000;

export class Walk {
  readonly plans = new Map<string, Plan>();
  readonly told = new Map<string, number>();
  refused = 0;
  private readonly journal = new Map<string, PlanEvent[]>();
  private readonly judged = new Map<string, Judged>();
  private readonly machine: AnyStateMachine;
  private readonly config: Machine;
  /** What the plan above knows of each. */
  private readonly heard = new Map<string, Heard>();
  /** Where the template asks in which stage the plans below stand, their moves are heard of too. */
  private readonly asksWhere: boolean;
  private ms = Date.UTC(2026, 0, 12, 10);
  private commands = 0;

  constructor(
    private readonly chance: Chance,
    private readonly template: Template,
  ) {
    this.machine = machineOf(template);
    this.config = toXState(template);
    this.asksWhere = JSON.stringify(template.stages).includes('"plans-in-stage"');
    const begun = start({ title: 'Piloten' }, this.setting());
    if (isRefusal(begun)) throw new Error(JSON.stringify(begun.refused));
    this.keep(begun);
    const first = template.start ?? template.stages[0]?.key ?? '';
    this.judge(begun.plan.id, null, first);
    this.compare(begun.plan.id);
  }

  step(): void {
    const { chance } = this;
    this.ms += chance.below(3) * DAY_MS + 60_000;
    const id = chance.pick([...this.plans.keys()]);
    const said = chance.percent(25) ? randomRecord(chance, this.template, this.of(id)) : this.randomMove(id);
    this.say(id, said);
    this.compareUp(id);
  }

  private randomMove(id: string): Said {
    const { chance } = this;
    const sensible = chance.percent(85);
    const open = moves(this.plan(id), this.setting(id)).filter(({ allowed }) => allowed);
    const among = sensible ? OFTEN_VERBS.filter((verb) => open.some((move) => move.verb === verb)) : OFTEN_VERBS;
    const verb = chance.pick(among.length > 0 ? among : OFTEN_VERBS);
    const ways = open.find((move) => move.verb === verb)?.to ?? [];
    const to =
      sensible && ways.length > 0
        ? chance.pick(ways)
        : chance.percent(50)
          ? chance.pick(this.template.stages).key
          : undefined;
    const body = { reason: 'Därför', ...(to === undefined ? {} : { to }), ...this.particulars(id, verb) };
    return { verb, body };
  }

  private particulars(id: string, verb: string): object {
    const { chance } = this;
    if (verb === 'fork')
      return { plans: [{ title: 'Ett' }, { title: 'Två' }].slice(this.plans.size > PLANS_MAX ? 1 : chance.below(2)) };
    const below = this.of(id).ledger.below;
    if (verb !== 'release' || below.length === 0 || chance.percent(50)) return {};
    return { plans: [chance.pick(below).id] };
  }

  private say(id: string, said: Said): void {
    const outcome = decide(this.plan(id), said.verb, said.body, this.setting(id));
    const isTaken = MOVES.includes(said.verb) ? this.moved(id, said, outcome) : this.recorded(id, said);
    const codes = isRefusal(outcome) ? outcome.refused.map(({ code }) => code) : [];
    same(!isRefusal(outcome), isTaken, () => `${JSON.stringify(said)} on ${id} (${codes.join()})`);
    if (isRefusal(outcome)) this.refused += 1;
    else this.keep(outcome);
    this.told.set(said.verb, (this.told.get(said.verb) ?? 0) + (isTaken ? 1 : 0));
  }

  private recorded(id: string, said: Said): boolean {
    const plan = this.of(id);
    if (!effectOf(this.template, plan, said, this.today)) return false;
    plan.took(
      () => effectOf(this.template, plan, said, this.today)?.(),
      () => false,
    );
    return true;
  }

  private moved(id: string, { verb, body }: Said, outcome: ReturnType<typeof decide>): boolean {
    const plan = this.of(id);
    if (verb === 'undo') {
      const may = plan.mayUndo;
      if (may) plan.undo();
      if (may && plan.parent !== null) this.tell(plan);
      return may;
    }
    const answers = this.answers(plan);
    const named = verb === 'release' ? (body['plans'] as string[] | undefined) : undefined;
    const waits = plan.ledger.below.filter((one) => this.isWaitedFor(plan, one)).map((one) => one.id);
    if (named?.some((one) => !waits.includes(one))) return false;
    if (!plan.can(verb, to(body), answers)) return false;
    const isLasting = (before: string) => verb === 'fork' || (plan.parent !== null && plan.status !== before);
    plan.took(() => {
      plan.send(verb, to(body), answers);
      if (verb === 'release') this.release(plan, named ?? waits);
      if (verb === 'fork' && !isRefusal(outcome)) this.fork(plan, outcome);
    }, isLasting);
    if (plan.parent !== null) this.tell(plan);
    return true;
  }

  private isWaitedFor({ standing }: Judged, { id, joins, released, attempt, cycle }: Below): boolean {
    const isOfNow = attempt === standing.attempt && cycle === standing.cycle;
    return joins === standing.stage && isOfNow && !released && !this.of(id).ended;
  }

  private release(plan: Judged, ids: string[]): void {
    for (const below of plan.ledger.below) if (ids.includes(below.id)) below.released = true;
  }

  private fork(plan: Judged, { births }: Accepted): void {
    const { stage, attempt, cycle } = plan.standing;
    const { to: first, join } = stageIn(this.template, stage).fork as { to: string; join?: boolean };
    for (const birth of births) {
      const { id } = birth.plan;
      plan.ledger.below.push({ id, attempt, cycle, joins: join ? stage : null, released: false });
      this.judge(id, plan.id, first, structuredClone(plan.ledger.parties));
    }
  }

  /** The plan above hears how this one stands; that is a step of its own there, and one that lasts. */
  private tell(plan: Judged): void {
    const above = this.of(plan.parent as string);
    const [heard, { stage }] = [this.heard.get(plan.id) as Heard, plan.standing];
    this.heard.set(plan.id, { status: plan.status, stage });
    const isTold = heard.status !== plan.status || (this.asksWhere && heard.stage !== stage);
    if (!isTold) return;
    const before = above.status;
    above.took(
      () => {
        if (heard.status === plan.status) return;
        if (plan.ended) above.send('plans-ended', undefined, this.answers(above));
        else if (heard.status !== 'paused' && plan.status === 'active')
          above.send('plan-restarted', undefined, this.answers(above));
      },
      () => true,
    );
    if (above.parent !== null && above.status !== before) this.tell(above);
  }

  private judge(id: string, parent: string | null, stage: string, parties?: Judged['ledger']['parties']): void {
    this.heard.set(id, { status: 'active', stage });
    const begins = { stage, ...(parties ? { parties } : {}) };
    this.judged.set(id, new Judged(id, parent, this.machine, this.template, begins));
  }

  private answers(plan: Judged) {
    return plan.answers(this.today, ({ id }) => ({ ended: this.of(id).ended, stage: this.of(id).standing.stage }));
  }

  private compareUp(id: string): void {
    for (let next: string | null = id; next !== null; next = this.of(next).parent) this.compare(next);
  }

  private compare(id: string): void {
    const [plan, judged] = [this.plan(id), this.of(id)];
    const { stage, attempt, cycle } = judged.standing;
    const engine = [plan.status, plan.stage, plan.attempt, plan.cycle ?? 1, roundOf(plan)].join(' ');
    same(engine, [judged.status, stage, attempt, cycle, judged.round].join(' '), () => `${id} stands otherwise`);
    this.compareMoves(plan, judged);
  }

  private compareMoves(plan: Plan, judged: Judged): void {
    const answers = this.answers(judged);
    for (const { verb, allowed, to: ways, reasons } of moves(plan, this.setting(plan.id))) {
      const where = () =>
        `${verb} in ${plan.status} ${plan.stage}: the engine ${JSON.stringify(reasons)}, the judge ${JSON.stringify(answers)}`;
      if (verb === 'undo') same(allowed, judged.mayUndo, where);
      else if (LEADING.includes(verb)) {
        const engine = allowed ? ways : [];
        const keys = [...new Set([...ways, ...this.targets(judged, verb), this.chance.pick(this.template.stages).key])];
        const judge = keys.filter((key) => judged.can(verb, key, answers));
        same(engine.toSorted().join(), judge.toSorted().join(), where);
      } else if (MOVES.includes(verb)) same(allowed, judged.can(verb, undefined, answers), where);
      else if (RECORD_VERBS.includes(verb) && !isOpen(this.template, judged, verb)) same(allowed, false, where);
    }
  }

  /** Wherever the machine has a way to, open or not. */
  private targets({ status, standing }: Judged, verb: string): string[] {
    const group = this.config.states[status as Plan['status']];
    const beyond = verb === 'skip' ? (this.config.states.passing?.always ?? []) : [];
    const transitions = [...(group.states[standing.stage]?.on[verb] ?? []), ...(group.on[verb] ?? []), ...beyond];
    return transitions.flatMap(({ guard }) => guard?.params.to ?? []);
  }

  private keep({ plan, events, births, tells }: Accepted): void {
    this.plans.set(plan.id, plan);
    this.journal.set(plan.id, [...(this.journal.get(plan.id) ?? []), ...events]);
    births.forEach((birth) => this.keep(birth));
    for (const tell of tells) {
      const heard = hear(this.plan(tell.plan), tell, this.setting(tell.plan));
      if (heard) this.keep(heard);
    }
  }

  private setting(id?: string): Setting {
    this.commands += 1;
    const now = new Date(this.ms).toISOString();
    const command = `00000000-0000-4000-8000-${String(this.commands * 1_000).padStart(12, '0')}`;
    const history = id === undefined ? [] : (this.journal.get(id) ?? []);
    return { template: this.template, now, who: { id: 'token-1' }, command, occurredAt: now, imported: false, history };
  }

  private get today(): string {
    return new Date(this.ms).toISOString().slice(0, 10);
  }

  private plan(id: string): Plan {
    return this.plans.get(id) as Plan;
  }

  private of(id: string): Judged {
    return this.judged.get(id) as Judged;
  }
}

interface Heard {
  status: string;
  stage: string;
}

function same(engine: unknown, judge: unknown, where: () => string): void {
  if (engine !== judge) throw new Error(`${where()}: ${String(engine)} and ${String(judge)}`);
}

const to = (body: Said['body']) => body['to'] as string | undefined;
