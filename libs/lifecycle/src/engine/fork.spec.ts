import { decide, hear, moves } from '../engine.js';
import { given, openTemplate } from '../given.js';
import type { Setting } from './capability.js';
import type { Accepted } from './record.js';
import { factsAtFork, idFrom } from './fork.js';
import type { Plan } from './plan.js';
import { isRefusal } from './refusal.js';
import type { Stage, Template } from './template.js';
import { vocabularyOf } from './vocabulary.js';

const name = { sv: 'Skede', en: 'Stage' };
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name,
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const stages = [
  stage('choice', { next: ['groups'], restart: true }),
  stage('groups', { next: ['drafting'], returnsTo: ['choice'], fork: { to: 'drafting' } }),
  stage('drafting', { restart: true, returnsTo: ['groups'] }),
];
const template: Template = openTemplate({ kind: 'initiative', stages });
const reason = 'Därför';
const plans = [{ title: 'Hälsolots' }, { title: 'Samverkan med civilsamhället' }];

/** The initiative and the plans made out of it, each told of the others as the store would tell them. */
class Family {
  readonly members = new Map<string, Plan>();
  readonly initiative: string;
  children: string[] = [];
  private clock = Date.parse('2026-02-01T08:00:00Z');

  constructor(start: Plan) {
    this.initiative = start.id;
    this.members.set(start.id, start);
  }

  get head(): Plan {
    return this.plan(this.initiative);
  }

  plan(id: string): Plan {
    return this.members.get(id) as Plan;
  }

  do(id: string, verb: string, body: object = {}): this {
    const outcome = decide(this.plan(id), verb, body, this.setting(id));
    if (isRefusal(outcome)) throw new Error(`${verb}: ${JSON.stringify(outcome.refused)}`);
    this.keep(outcome);
    return this;
  }

  codes(id: string, verb: string, body: object = {}): string[] {
    const outcome = decide(this.plan(id), verb, body, this.setting(id));
    return isRefusal(outcome) ? outcome.refused.map(({ code }) => code) : [];
  }

  setting(id: string): Setting {
    this.clock += 60_000;
    const now = new Date(this.clock).toISOString();
    const command = `00000000-0000-4000-8000-${String(this.plan(id).version * 100).padStart(12, '0')}`;
    return { template, now, who: { id: 'token-1' }, command, occurredAt: now, imported: false };
  }

  private keep({ plan, births, tells }: Accepted): void {
    this.members.set(plan.id, plan);
    for (const birth of births) {
      this.members.set(birth.plan.id, birth.plan);
      this.children.push(birth.plan.id);
    }
    for (const tell of tells) {
      const heard = hear(this.plan(tell.plan), tell, this.setting(tell.plan));
      if (heard) this.keep(heard);
    }
  }
}

function family(): Family & { one: string; two: string } {
  const start = given(template).did('add-party', { organisation: 'RKL' }).did('advance').plan;
  const made = new Family(start).do(start.id, 'fork', { plans });
  const [one, two] = made.children as [string, string];
  return Object.assign(made, { one, two });
}

describe('fork', () => {
  it('INV-14 one initiative gives several plans, each with its own life', () => {
    const made = family();
    const { one, two } = made;
    expect(made.children).toEqual([one, two]);
    expect(made.head).toMatchObject({ kind: 'initiative', stage: 'groups', status: 'active' });
    expect(made.plan(one)).toMatchObject({
      kind: 'plan',
      title: 'Hälsolots',
      parent: made.initiative,
      stage: 'drafting',
      attempt: 1,
      version: 1,
      template: { key: 'open', version: 1 },
    });
    made.do(one, 'pause', { reason });
    expect([made.plan(one).status, made.plan(two).status, made.head.status]).toEqual(['paused', 'active', 'active']);
    expect(made.head.children.map(({ status }) => status)).toEqual(['paused', 'active']);
    made.do(one, 'resume');
    expect(made.head.children.map(({ status }) => status)).toEqual(['active', 'active']);
  });

  it('INV-14 the initiative completes when the last plan has ended, however it ended, and not before', () => {
    const made = family();
    const { one, two } = made;
    made.do(one, 'complete');
    expect(made.head.status).toBe('active');
    expect(made.codes(made.initiative, 'complete')).toEqual(['plans-not-ended']);
    expect(made.codes(made.initiative, 'discontinue', { reason })).toEqual(['plans-not-ended']);
    made.do(two, 'discontinue', { reason });
    expect(made.head.status).toBe('completed');
    expect(made.head.children.map(({ status }) => status)).toEqual(['completed', 'discontinued']);
  });

  it('INV-14 a plan that begins again opens the initiative again', () => {
    const made = family();
    const { one, two } = made;
    made.do(one, 'complete').do(two, 'complete').do(one, 'restart', { reason });
    expect(made.head.status).toBe('active');
    expect(made.do(one, 'complete').head.status).toBe('completed');
  });

  it('a plan that begins again does not end the pause of its initiative', () => {
    const made = family();
    made.do(made.one, 'complete').do(made.initiative, 'pause', { reason }).do(made.one, 'restart', { reason });
    expect(made.head.status).toBe('paused');
  });

  it('an initiative that has itself begun again does not end with the plans of its earlier attempt', () => {
    const made = family();
    made.do(made.initiative, 'restart', { reason, to: 'choice' }).do(made.one, 'complete').do(made.two, 'complete');
    expect(made.head).toMatchObject({ status: 'active', attempt: 2, stage: 'choice' });
    expect(made.do(made.initiative, 'advance').do(made.initiative, 'advance').head.stage).toBe('drafting');
  });

  it('past the fork only the plans go on; before it the initiative may come again and make one more', () => {
    const made = family();
    const id = made.initiative;
    expect(made.codes(id, 'advance')).toEqual(['forked']);
    expect(moves(made.head, made.setting(id)).find(({ verb }) => verb === 'advance')?.allowed).toBe(false);
    made
      .do(id, 'return', { reason })
      .do(id, 'advance')
      .do(id, 'fork', { plans: [{ title: 'Ett tema till' }] });
    expect(made.head.children).toHaveLength(3);
  });

  it('an initiative of one theme goes on as the plan itself', () => {
    const start = given(template).did('advance').did('advance').did('complete');
    expect(start.types).toEqual(['initiative.completed']);
    expect(start.plan).toMatchObject({ kind: 'initiative', stage: 'drafting', status: 'completed' });
  });

  it('a plan begins with what each capability lets it inherit', () => {
    const made = family();
    expect(JSON.stringify(made.plan(made.one).facts)).toContain('RKL');
  });

  it('the ids of what a command makes come from the command alone', () => {
    const command = '0192f0c1-2345-7abc-8def-ffffffffffff';
    expect([idFrom(command, 0), idFrom(command, 1)]).toEqual([command, '0192f0c1-2345-7abc-8def-000000000000']);
  });
});

describe('INV-05 attempts at a fork', () => {
  const made = (attempt: number) => ({ key: `record-${attempt}`, stage: 'choice', attempt, round: 1 });
  const vocabulary = vocabularyOf([
    {
      key: 'notes',
      name,
      nothing: [],
      verbs: {},
      events: {},
      criteria: {},
      words: {},
      inherit: (facts) => facts,
    },
  ]);

  it('what stood is of the plan’s first attempt, what was set aside stays aside', () => {
    const { plan } = given(template).did('restart', { reason, to: 'choice' });
    const facts = factsAtFork(vocabulary, { ...plan, facts: { notes: [made(1), made(2)] } }, undefined);
    expect(facts).toEqual({
      notes: [
        { ...made(1), attempt: 0 },
        { ...made(2), attempt: 1 },
      ],
    });
  });
});
