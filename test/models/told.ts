// A plan of the real engine under a model: what it is told, what it answers, and that a refusal leaves nothing behind.
import {
  decide,
  fold,
  isRefusal,
  moves,
  start,
  vocabulary,
  type Accepted,
  type Plan,
  type PlanEvent,
  type Reason,
  type Setting,
  type Stage,
  type Template,
} from '#libs/lifecycle';
import fc from 'fast-check';

const label = { sv: 'Skede', en: 'Stage' };

/** How many times a property is tried: a sample here, more in `npm run test:deep`. */
export const runs = (sample: number) => ({
  numRuns: Math.ceil(sample * Number(process.env['STEGVIS_MODELS'] ?? 1)),
});

/** Two stages and every verb open in both: what a capability does is then up to itself. */
export const openTemplate: Template = {
  key: 'open',
  version: 1,
  name: label,
  roles: [{ key: 'lead', name: label, required: true }],
  stages: [stage('begin', { next: ['finish'], restart: true }), stage('finish', { returnsTo: ['begin'] })],
  tracks: [{ key: 'all', name: label, opens: [...vocabulary.verbs.keys()] }],
};

function stage(key: string, rest: Partial<Stage>): Stage {
  return { key, name: label, opens: [], criteria: [], next: [], ...rest };
}

export const BEGINS_MS = Date.UTC(2026, 0, 12, 10);
const ROLES = ['lead', 'researcher', undefined];

export class Told {
  plan: Plan;
  readonly events: PlanEvent[] = [];
  births: Accepted[] = [];
  private commands = 0;

  constructor(
    readonly template: Template = openTemplate,
    public ms = BEGINS_MS,
  ) {
    const begun = start({ title: 'Piloten' }, this.setting());
    if (isRefusal(begun)) throw new Error(JSON.stringify(begun.refused));
    this.plan = begun.plan;
    this.events.push(...begun.events);
  }

  /** @returns why not; empty when it was taken. */
  say(verb: string, body: object = {}, change: Partial<Setting> = {}): Reason[] {
    this.ms += 60_000;
    const before = JSON.stringify(this.plan);
    const outcome = decide(frozen(this.plan), verb, frozen(body), this.setting(change));
    expect(JSON.stringify(this.plan)).toBe(before);
    if (isRefusal(outcome)) {
      expect(outcome.refused.length).toBeGreaterThan(0);
      return outcome.refused;
    }
    this.keep(outcome);
    return [];
  }

  /** The plan that its events alone give, as they come from storage. */
  get folded(): Plan {
    return fold(JSON.parse(JSON.stringify(this.events)) as PlanEvent[]) as Plan;
  }

  get open(): string[] {
    return moves(this.plan, this.setting()).flatMap(({ verb, allowed }) => (allowed ? [verb] : []));
  }

  missing(kind: string, given: object = {}): string[] {
    const criterion = vocabulary.criteria.get(kind);
    return (criterion?.missing(this.plan, given, this.template, this.now) ?? ['unknown kind']).map((one) =>
      typeof one === 'string' ? one : one.code,
    );
  }

  setting(change: Partial<Setting> = {}): Setting {
    this.commands += 1;
    return {
      template: this.template,
      now: this.now,
      who: { id: 'token-1', ...roleOf(this.commands) },
      command: `00000000-0000-4000-8000-${String(this.commands * 1_000).padStart(12, '0')}`,
      occurredAt: this.now,
      imported: false,
      history: this.events,
      ...change,
    };
  }

  get now(): string {
    return new Date(this.ms).toISOString();
  }

  private keep({ plan, events, births }: Accepted): void {
    expect(plan.version).toBe(this.plan.version + 1);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => this.plan.sequence + 1 + index));
    this.plan = plan;
    this.events.push(...events);
    this.births.push(...births);
  }
}

/** What a role may do is asked at the door; the engine itself gives every role the same answer. */
function roleOf(nth: number): { role?: string } {
  const role = ROLES[nth % ROLES.length];
  return role === undefined ? {} : { role };
}

/** Whoever tries to change what it was given is thrown out. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** Any sequence of what can be said, half of them after a beginning that chance seldom comes to, each held against the model; at the end the events alone give the same plan. */
export function sequences<Said>(
  said: fc.Arbitrary<Said>,
  begin: () => { told: Told; check(one: Said): void },
  times: number,
  first: Said[] = [],
): void {
  fc.assert(
    fc.property(fc.boolean(), fc.array(said, { minLength: 1, maxLength: 40 }), (further, any) => {
      const all = further ? [...first, ...any] : any;
      const { told, check } = begin();
      for (const one of all) check(one);
      expect(told.folded).toEqual(JSON.parse(JSON.stringify(told.plan)));
    }),
    runs(times),
  );
}
