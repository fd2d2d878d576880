// A plan that goes all the way through a template, doing at each stage all that it may: what golden histories are made of.
import {
  decide,
  hear,
  isLifecycleVerb,
  isRefusal,
  moves,
  start,
  type Accepted,
  type Plan,
  type PlanEvent,
  type Setting,
  type Template,
} from '#libs/lifecycle';
import { schemaOf } from '#libs/plans';
import { exampleOf } from '../../apps/api/src/description/example.js';
import { verbBodies } from '../../apps/api/src/verb-bodies.js';

const reason = { reason: 'Därför' };
const STEPS_MAX = 400;
const DEPTH_MAX = 2;
const DAY_MS = 86_400_000;

export class Walk {
  readonly plans = new Map<string, Plan>();
  readonly journal: PlanEvent[] = [];
  private ms = Date.UTC(2026, 0, 12, 8);
  private commands = 0;
  private steps = 0;

  constructor(private readonly template: Template) {
    const begun = start({ title: template.name.sv }, this.setting());
    if (isRefusal(begun)) throw new Error(JSON.stringify(begun.refused));
    this.keep(begun);
    this.through(begun.plan.id, 0, new Set());
    this.mend(begun.plan.id);
  }

  /** From where it stands to its end; a stage that it has been in is only passed. */
  private through(id: string, depth: number, been: Set<string>): void {
    while (this.plan(id).status === 'active' && this.steps < STEPS_MAX) {
      this.steps += 1;
      const { stage } = this.plan(id);
      if (!been.has(stage)) this.doAll(id);
      been.add(stage);
      if (depth < DEPTH_MAX) this.below(id, depth);
      if (!this.onward(id, been)) return;
    }
  }

  private doAll(id: string): void {
    const open = this.open(id).filter((verb) => !isLifecycleVerb(verb));
    for (const verb of [...open, ...open])
      for (const body of this.bodiesOf(id, verb)) if (this.give(id, verb, body)) break;
    for (const verb of ['repeat', 'pause', 'resume']) this.give(id, verb, reason);
  }

  /** What it forks goes its own way first; what a join waits for in vain is let go. */
  private below(id: string, depth: number): void {
    // What a walk by examples leaves undone before a fork, imported history may leave undone too.
    const ways = [{}, { plans: [{ title: 'Ett' }, { title: 'Två' }] }];
    if (!ways.some((body) => this.give(id, 'fork', body, { imported: !this.open(id).includes('fork') }))) return;
    for (const child of this.plan(id).children) this.through(child.id, depth + 1, new Set());
    this.give(id, 'release', reason);
  }

  private onward(id: string, been: Set<string>): boolean {
    const ways = (verb: string) => this.moves(id).find((move) => move.verb === verb && move.allowed)?.to ?? [];
    for (const verb of ['advance', 'override', 'skip']) {
      const fresh = ways(verb).find((to) => !been.has(to));
      if (fresh !== undefined && this.give(id, verb, { ...reason, to: fresh })) return true;
    }
    const again = ways('advance')[0];
    if (this.give(id, 'complete', {})) return false;
    return again !== undefined && this.plan(id).cycle === undefined && this.give(id, 'advance', { to: again });
  }

  /** Begun again, and mistakes mended: what the fold must read in every later version too. */
  private mend(id: string): void {
    const [to] = this.moves(id).find(({ verb }) => verb === 'restart')?.to ?? [];
    this.give(id, 'restart', { ...reason, to });
    const step = this.journal.findLast((event) => event.plan === id && event.type === 'stage.entered');
    this.give(id, 'correct', { event: step?.id, happened: '2025-21', ...reason });
    this.give(id, 'repeat', reason);
    this.give(id, 'undo', reason);
    this.give(id, 'discontinue', reason);
  }

  /** As its schema's example, with records that the plan has in place of keys that it has not. */
  private bodiesOf(id: string, verb: string): object[] {
    const schema = schemaOf(verbBodies[verb] as NonNullable<(typeof verbBodies)[string]>);
    const { occurredAt: _, ...usual } = exampleOf(schema, {}) as Record<string, unknown>;
    const required = Object.fromEntries(((schema['required'] ?? []) as string[]).map((name) => [name, usual[name]]));
    const known = keysIn(this.plan(id).facts).slice(-12);
    const isKey = (name: string) => usual[name] === 'kick-off' || usual[name] === 'HOGSBY';
    const named = [usual, required].flatMap((body) =>
      Object.keys(body)
        .filter(isKey)
        .flatMap((name) => known.map((key) => ({ ...body, [name]: key }))),
    );
    return [usual, required, ...named];
  }

  private give(id: string, verb: string, body: object, change: Partial<Setting> = {}): boolean {
    const history = this.journal.filter((event) => event.plan === id);
    const outcome = decide(this.plan(id), verb, body, { ...this.setting(), history, ...change });
    if (isRefusal(outcome)) return false;
    this.keep(outcome);
    return true;
  }

  private keep({ plan, events, births, tells }: Accepted): void {
    this.plans.set(plan.id, plan);
    this.journal.push(...events);
    births.forEach((birth) => this.keep(birth));
    for (const tell of tells) {
      const heard = hear(this.plan(tell.plan), tell, this.setting());
      if (heard) this.keep(heard);
    }
  }

  private open(id: string): string[] {
    return this.moves(id).flatMap(({ verb, allowed }) => (allowed ? [verb] : []));
  }

  private moves(id: string) {
    return moves(this.plan(id), this.setting());
  }

  private plan(id: string): Plan {
    return this.plans.get(id) as Plan;
  }

  private setting(): Setting {
    this.commands += 1;
    this.ms += DAY_MS / 4;
    const now = new Date(this.ms).toISOString();
    const command = `00000000-0000-4000-8000-${String(this.commands * 1_000).padStart(12, '0')}`;
    const who = { id: 'token-1', role: 'process-leader', organisation: 'HOGSBY' };
    return { template: this.template, now, who, command, occurredAt: now, imported: false };
  }
}

/** Keys and codes of what has been recorded. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).flatMap(([name, inner]) =>
    ['key', 'code', 'organisation'].includes(name) && typeof inner === 'string' ? [inner] : [],
  );
  return [...new Set([...own, ...Object.values(value).flatMap(keysIn)])];
}
