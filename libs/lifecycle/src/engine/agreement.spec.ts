import fc from 'fast-check';
import { decide, evolve, fold, hear, moves, start, vocabulary } from '../engine.js';
import { openTemplate } from '../given.js';
import type { Setting } from './capability.js';
import type { Accepted } from './record.js';
import type { PlanEvent } from './event.js';
import { LIFECYCLE_EVENTS } from './lifecycle-events.js';
import { isLifecycleVerb, LIFECYCLE_VERBS } from './lifecycle-verbs.js';
import { isEnded, type Plan } from './plan.js';
import { isRefusal, type Reason } from './refusal.js';
import type { Stage, Template } from './template.js';
import { hasForked } from './join.js';

// Any sequence of verbs, on an initiative and on whatever it is forked into: what must hold after each.

const name = { sv: 'Skede', en: 'Stage' };
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name,
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const template: Template = openTemplate({
  kind: 'initiative',
  stages: [
    stage('first', {
      opens: ['hold-meeting', 'plan-meeting'],
      criteria: [{ key: 'held', kind: 'meeting-held', name }],
      next: ['second', 'third'],
    }),
    stage('second', { optional: true, next: ['third'], returnsTo: ['first'], restart: true }),
    stage('third', { next: ['fourth'], returnsTo: ['first', 'second'], fork: { to: 'fourth' }, restart: true }),
    stage('fourth', { opens: ['record-notes'], next: ['fifth'], returnsTo: ['third'], end: true }),
    stage('fifth', { criteria: [{ key: 'consented', kind: 'parties-consented', name }], returnsTo: ['fourth'] }),
  ],
  tracks: [{ key: 'together', name, opens: ['add-party', 'consent', 'withdraw-party'] }],
});

const bodies: Record<string, object[]> = {
  'add-party': [{ organisation: 'RKL' }, { organisation: 'HOGSBY' }],
  consent: [{ organisation: 'RKL' }, { organisation: 'HOGSBY' }],
  'withdraw-party': [{ organisation: 'RKL' }],
  'plan-meeting': [{ title: 'Möte', on: '2026-03-01' }],
  'hold-meeting': [{ title: 'Möte', represented: ['RKL'], notes: 'Vi sågs.' }, { meeting: 'meeting-1' }],
  'record-notes': [{ meeting: 'meeting-1', notes: 'Så var det.' }],
  fork: [{ plans: [{ title: 'Hälsolots' }, { title: 'Samverkan' }] }, { plans: [{ title: 'Ett' }] }, {}],
};
/** A repair names the plan's own events. */
function bodiesOf(verb: string, plan: Plan): object[] {
  const happened = { event: `${plan.id}-${plan.sequence}`, happened: '2025' };
  const again = { event: `${plan.id}-2`, verb: 'hold-meeting', body: { title: 'Annat', notes: 'Rättat.' } };
  if (verb === 'correct') return [happened, again, { ...again, event: `${plan.id}-3` }];
  return verb === 'migrate' ? [{ version: plan.template.version + 1 }] : (bodies[verb] ?? [{}]);
}

const targets = [undefined, ...template.stages.map(({ key }) => key)];
const commands = fc.record({
  verb: fc.constantFrom(...Object.keys(LIFECYCLE_VERBS), ...Object.keys(LIFECYCLE_VERBS), ...Object.keys(bodies)),
  body: fc.nat(5),
  to: fc.constantFrom(...targets),
  reason: fc.constantFrom('Därför', undefined),
  whose: fc.nat(9),
  imported: fc.constantFrom(false, false, false, true),
});
type Command = typeof commands extends fc.Arbitrary<infer One> ? One : never;

/** Chance alone seldom comes as far as the fork, so some sequences begin there. */
const asked = (verb: string, to?: string): Command => ({
  verb,
  body: 0,
  to,
  reason: 'Därför',
  whose: 0,
  imported: false,
});
const toTheFork = [asked('hold-meeting'), asked('advance', 'third')];
const sequences = fc
  .tuple(
    fc.constantFrom([], [asked('hold-meeting'), asked('advance', 'second')], toTheFork, [...toTheFork, asked('fork')]),
    fc.array(commands, { minLength: 1, maxLength: 40 }),
  )
  .map(([beginning, further]) => [...beginning, ...further]);

class World {
  readonly plans = new Map<string, Plan>();
  readonly journal: PlanEvent[] = [];
  private step = 0;

  constructor() {
    const begun = start({ title: 'Piloten' }, this.setting({}));
    if (!isRefusal(begun)) this.keep(begun);
  }

  /** What a decision on the plan may know: its own template version, the next one, and its history. */
  settingFor(plan: Plan, change: Partial<Setting> = {}): Setting {
    const { version } = plan.template;
    const history = this.journal.filter((event) => event.plan === plan.id);
    const next = { ...template, version: version + 1 };
    return this.setting({ template: { ...template, version }, target: next, history, ...change });
  }

  setting(change: Partial<Setting>): Setting {
    this.step += 1;
    const now = new Date(Date.UTC(2026, 0, 12) + this.step * 3_600_000).toISOString();
    const command = `00000000-0000-4000-8000-${String(this.step * 100).padStart(12, '0')}`;
    return { template, now, who: { id: 'token-1' }, command, occurredAt: now, imported: false, ...change };
  }

  /** The reasons when it was refused. */
  give({ verb, body, to, reason, whose, imported }: Command): Reason[] {
    const all = [...this.plans.values()];
    const plan = frozen(all[whose % all.length] as Plan);
    const possible = bodiesOf(verb, plan);
    const at = this.settingFor(plan, { imported });
    const said = { ...possible[body % possible.length], ...(to ? { to } : {}), ...(reason ? { reason } : {}) };
    const outcome = decide(plan, verb, said, at);
    if (isRefusal(outcome)) return outcome.refused;
    this.keep(outcome);
    return [];
  }

  private keep({ plan, events, births, tells }: Accepted): void {
    this.plans.set(plan.id, plan);
    this.journal.push(...events);
    births.forEach((birth) => this.keep(birth));
    for (const tell of tells) {
      const above = frozen(this.plans.get(tell.plan) as Plan);
      const heard = hear(above, tell, this.settingFor(above));
      if (heard) this.keep(heard);
    }
  }
}

/** What a decision tries to change in a plan it was given throws. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Holds what `check` says after every command of every sequence. */
function always(check: (world: World, refused: Reason[]) => void, runs = 500): void {
  fc.assert(
    fc.property(sequences, (sequence) => {
      const world = new World();
      for (const command of sequence) check(world, world.give(command));
    }),
    { numRuns: runs },
  );
}

const CLOSED = ['ended', 'paused', 'not-paused', 'not-open-here', 'not-in-template', 'unknown-verb'];

describe('any sequence of verbs', () => {
  it('INV-01 leaves every plan in one stage of its template, with one status', () => {
    const keys = template.stages.map(({ key }) => key);
    always((world) => {
      for (const plan of world.plans.values()) {
        expect(keys).toContain(plan.stage);
        expect(['active', 'paused', 'completed', 'discontinued']).toContain(plan.status);
        expect(plan.status === 'paused').toBe(plan.pauses.at(-1) !== undefined && plan.pauses.at(-1)?.to === undefined);
      }
    });
  });

  it('INV-02 `moves` and the verbs say the same', () => {
    always((world) => {
      for (const plan of world.plans.values()) {
        const at = world.settingFor(plan);
        for (const move of moves(plan, at)) {
          // The first event always counts; the last may have been undone.
          const first = { event: `${plan.id}-1`, happened: '2025' };
          const given = move.verb === 'correct' ? first : bodiesOf(move.verb, plan)[0];
          const to = move.to[0] === undefined ? {} : { to: move.to[0] };
          const outcome = decide(plan, move.verb, { reason: 'Därför', ...given, ...to }, at);
          const refused = isRefusal(outcome) ? outcome.refused : [];
          if (!move.allowed) expect(refused).toEqual(move.reasons);
          else if (isLifecycleVerb(move.verb)) expect(refused).toEqual([]);
          else expect(refused.filter(({ code }) => CLOSED.includes(code))).toEqual([]);
        }
      }
    }, 25);
  });

  it('INV-02 every way that a move offers is open, and no other is', () => {
    always((world) => {
      const [plan] = [...world.plans.values()].slice(-1) as [Plan];
      const at = world.settingFor(plan);
      for (const { verb, to, allowed } of moves(plan, at)) {
        if (!isLifecycleVerb(verb) || !allowed || to.length === 0 || verb === 'fork') continue;
        for (const { key } of template.stages) {
          const outcome = decide(plan, verb, { reason: 'Därför', to: key }, at);
          expect(isRefusal(outcome)).toBe(!to.includes(key));
          if (!isRefusal(outcome)) expect(outcome.plan.stage).toBe(key);
        }
      }
    }, 25);
  });

  it('INV-52 INV-53 numbers events without gaps, and they fold to the plan again, as they come from storage', () => {
    always((world) => {
      const folded = new Map<string, Plan>();
      const histories = new Map<string, PlanEvent[]>();
      for (const event of JSON.parse(JSON.stringify(world.journal)) as PlanEvent[]) {
        const before = folded.get(event.plan);
        expect(event.sequence).toBe((before?.sequence ?? 0) + 1);
        expect(event.version - (before?.version ?? 0)).toBeLessThanOrEqual(1);
        const earlier = histories.get(event.plan) ?? [];
        const after = evolve(before, event, earlier);
        histories.set(event.plan, [...earlier, event]);
        folded.set(event.plan, after);
      }
      for (const [id, history] of histories) expect(fold(history)).toEqual(folded.get(id));
      expect(Object.fromEntries(folded)).toEqual(JSON.parse(JSON.stringify(Object.fromEntries(world.plans))));
    }, 40);
  });

  it('tells no event but those that the engine and its capabilities name', () => {
    const named = new Set<string>([...LIFECYCLE_EVENTS, ...vocabulary.evolvers.keys()]);
    always((world) => expect(world.journal.filter(({ type }) => !named.has(type))).toEqual([]));
  });

  it('INV-02 a refusal gives at least one reason that there are words for, and changes nothing', () => {
    fc.assert(
      fc.property(sequences, (sequence) => {
        const world = new World();
        for (const command of sequence) {
          const before = [...world.plans.values()].map((plan) => JSON.stringify(plan));
          const had = world.journal.length;
          const refused = world.give(command);
          if (world.journal.length > had) continue;
          expect(refused.length).toBeGreaterThan(0);
          expect(refused.filter(({ code }) => !vocabulary.words.has(code))).toEqual([]);
          expect([...world.plans.values()].map((plan) => JSON.stringify(plan))).toEqual(before);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('INV-14 completes an initiative with the last of its plans, and keeps one open while a plan is', () => {
    always((world) => {
      for (const plan of world.plans.values()) {
        for (const child of plan.children) expect(child.status).toBe(world.plans.get(child.id)?.status);
        if (hasForked(plan) && plan.status !== 'discontinued') expect(plan.children.every(isEnded)).toBe(isEnded(plan));
      }
    });
  });

  it('recorded times never go back, also when the clock does', () => {
    const world = new World();
    const [plan] = [...world.plans.values()] as [Plan];
    const early = { ...world.settingFor(plan), now: '2020-01-01T00:00:00Z', occurredAt: null };
    const outcome = decide(plan, 'pause', { reason: 'x' }, early);
    expect(isRefusal(outcome) ? null : outcome.plan.recordedAt).toBe(plan.recordedAt);
  });
});
