import { hear, moves, sayReason } from '../engine.js';
import { given, openTemplate, type Given } from '../given.js';
import type { PlanEvent } from './event.js';
import type { Plan } from './plan.js';
import type { Stage, Template } from './template.js';

const name = { sv: 'Skede', en: 'Stage' };
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name: { sv: `Skede ${key}`, en: `Stage ${key}` },
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const reason = 'Vi kan inte vänta längre';

/** begin -> talks (fork, join) -> end; each talk is a case that begins in `talk`. */
function joining(talks: Partial<Stage> = {}, change: Partial<Template> = {}): Template {
  return openTemplate({
    kind: 'initiative',
    stages: [
      stage('begin', { next: ['talks'], restart: true }),
      stage('talks', { fork: { to: 'talk', as: 'case', join: true }, next: ['end'], returnsTo: ['begin'], ...talks }),
      stage('talk', { end: true }),
      stage('end', { returnsTo: ['talks'] }),
    ],
    ...change,
  });
}

const two = { plans: [{ title: 'Högsby' }, { title: 'Torsås' }] };
const talking = (talks: Partial<Stage> = {}) => given(joining(talks)).did('advance').did('fork', two);

/** The plan below gives the verb, and the one above hears of it. */
function below(plan: Given, index: number, verb: string, body: object = {}): Given {
  const child = childOf(plan, index).did(verb, body);
  return heard(plan, child.plan, child.last?.events ?? []);
}

function childOf(plan: Given, index: number): Given {
  const id = plan.plan.children[index]?.id as string;
  const born = plan.births.get(id) as Plan;
  return plan.of(born);
}

function heard(plan: Given, child: Plan, events: PlanEvent[]): Given {
  const tell = { plan: plan.plan.id, child: child.id, status: child.status, stage: child.stage };
  expect(events.length).toBeGreaterThan(0);
  return plan.took(hear(plan.plan, tell, plan.setting()), child);
}

describe('a fork that is joined', () => {
  it('INV-14 makes cases that begin where the template says, and waits for them', () => {
    const plan = talking();
    expect(plan.last?.events[0]).toMatchObject({
      type: 'plan.forked',
      data: {
        stage: 'talks',
        as: 'case',
        joins: 'talks',
        children: [{ title: 'Högsby', to: 'talk' }, { title: 'Torsås' }],
      },
    });
    expect(plan.last?.births.map(({ plan: born }) => [born.kind, born.stage, born.parent])).toEqual([
      ['case', 'talk', plan.plan.id],
      ['case', 'talk', plan.plan.id],
    ]);
    expect(plan.open('advance')).toBe(false);
    expect(plan.refused('advance')).toMatchObject([
      {
        code: 'join-waits',
        missing: plan.plan.children.map(({ id, title }) => ({ code: 'plan-not-ended', params: { plan: id, title } })),
      },
    ]);
    expect(plan.refused('override', { reason })).toMatchObject([{ code: 'join-waits' }]);
  });

  it('cannot be left before anything has been made', () => {
    const plan = given(joining()).did('advance');
    expect(plan.refused('advance')).toMatchObject([
      { code: 'join-waits', missing: [{ code: 'nothing-made-yet', verb: 'fork' }] },
    ]);
    expect(plan.refused('release', { reason })).toEqual([{ code: 'nothing-waited-for' }]);
  });

  it('goes on when the last has ended, however it ended, and says that the join is reached', () => {
    const one = below(talking(), 0, 'complete');
    expect(one.types).toEqual(['child.ended']);
    expect(one.open('advance')).toBe(false);
    const both = below(one, 1, 'discontinue', { reason });
    expect(both.types).toEqual(['child.ended', 'join.reached']);
    expect(both.last?.events[1]?.data).toEqual({ stage: 'talks' });
    expect(both.plan.status).toBe('active');
    expect(both.did('advance').plan.stage).toBe('end');
  });

  it('asks for its criteria too, and forking does not', () => {
    const held = { key: 'held', kind: 'meeting-held', name };
    const plan = talking({ criteria: [held] });
    const ended = below(below(plan, 0, 'complete'), 1, 'complete');
    expect(ended.refused('advance').map(({ code }) => code)).toEqual(['criterion-not-met']);
    expect(plan.refused('advance').map(({ code }) => code)).toEqual(['criterion-not-met', 'join-waits']);
    expect(ended.did('override', { reason }).plan.stage).toBe('end');
  });

  it('lets those that lag go, with a reason; they go on by themselves and hold nothing', () => {
    const one = below(talking(), 0, 'complete');
    const [, lagging] = one.plan.children;
    expect(one.refused('release', { reason, plans: [one.plan.children[0]?.id] })).toMatchObject([
      { code: 'not-waited-for', field: '/plans/0' },
    ]);
    const gone = one.did('release', { reason, plans: [lagging?.id.toUpperCase()] });
    expect(gone.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['join.released', { stage: 'talks', children: [lagging?.id], reasonText: 'text-1' }],
    ]);
    expect(gone.plan.children[1]).toMatchObject({ released: true, status: 'active' });
    expect(gone.open('release')).toBe(false);
    const ended = gone.did('advance').did('complete');
    expect(ended.plan.status).toBe('completed');
    const late = below(gone, 1, 'complete');
    expect(late.types).toEqual(['child.ended']);
  });

  it('lets all go when nobody is named', () => {
    const gone = talking().did('release', { reason });
    expect(gone.plan.children.every((child) => child.released)).toBe(true);
    expect(gone.did('advance').plan.stage).toBe('end');
  });

  it('holds an optional stage while it waits, and the end of the plan too', () => {
    const optional = talking({ optional: true });
    expect(optional.refused('skip', { reason })).toMatchObject([{ code: 'plans-not-ended' }]);
    const atEnd = talking({ end: true });
    expect(atEnd.refused('complete').map(({ code }) => code)).toEqual(['join-waits', 'plans-not-ended']);
    expect(atEnd.refused('discontinue', { reason })).toMatchObject([{ code: 'plans-not-ended' }]);
  });

  it('is a join of this attempt alone: begun again, everybody is asked anew', () => {
    const ended = below(below(talking(), 0, 'complete'), 1, 'complete');
    const again = ended.did('restart', { reason, to: 'begin' }).did('advance');
    expect(again.refused('advance')).toMatchObject([{ missing: [{ code: 'nothing-made-yet' }] }]);
  });
});

describe('a restart', () => {
  const lines = (talk: Partial<Stage>, begin: Partial<Stage> = {}) =>
    joining(
      {},
      {
        stages: joining().stages.map((one) =>
          one.key === 'talk' ? { ...one, ...talk } : one.key === 'begin' ? { ...one, ...begin } : one,
        ),
      },
    );
  const restarts = (plan: Given) => moves(plan.plan, plan.setting()).find(({ verb }) => verb === 'restart')?.to;

  it('begins again in the line of its own: a case never in the main process, the main process never in a case', () => {
    const plan = given(lines({ restart: true }))
      .did('advance')
      .did('fork', two);
    expect(restarts(plan)).toEqual(['begin']);
    expect(restarts(childOf(plan, 0))).toEqual(['talk']);
    expect(childOf(plan, 0).did('restart', { reason }).plan).toMatchObject({ stage: 'talk', attempt: 2 });
    expect(plan.refused('restart', { reason, to: 'talk' })).toMatchObject([{ code: 'no-way-there' }]);
  });

  it('where the template says nothing of the line, it begins where the line does', () => {
    const plan = given(lines({}, { restart: false }))
      .did('advance')
      .did('fork', two);
    expect(restarts(plan)).toEqual(['begin']);
    expect(restarts(childOf(plan, 0))).toEqual(['talk']);
  });

  it('a stage that a branch shares with the main line belongs to the main line', () => {
    const plan = given(lines({ next: ['end'] }))
      .did('advance')
      .did('fork', two);
    const at = childOf(plan, 0).did('advance');
    expect(at.plan.stage).toBe('end');
    expect(restarts(at)).toEqual(['begin']);
  });
});

describe('a fork by what the plan has', () => {
  const each = (join = true) =>
    given(joining({ fork: { to: 'talk', each: 'theme', join } }))
      .did('propose-potential', { title: 'Ungas hälsa' })
      .did('propose-potential', { title: 'Service' })
      .did('choose-direction', {
        chosen: [
          { potential: 'potential-1', theme: 'Hälsa', rationale: 'Behövs' },
          { potential: 'potential-2', theme: 'Service', rationale: 'Behövs' },
        ],
        overrideReason: 'Båda behövs',
      })
      .did('advance');

  it('waits for every candidate that nothing has been made of, and can let it go', () => {
    const none = each();
    expect(none.refused('advance')).toMatchObject([
      { missing: [{ code: 'plan-not-made', params: { each: 'theme-1', title: 'Hälsa' }, verb: 'fork' }, {}] },
    ]);
    const one = none.did('fork', { plans: [{ title: 'Hälsa', each: 'theme-1' }] });
    expect(one.refused('fork', { plans: [{ title: 'Hälsa igen', each: 'theme-1' }] })).toMatchObject([
      { code: 'not-to-fork-by', field: '/plans/0/each' },
    ]);
    const gone = below(one, 0, 'complete').did('release', { reason });
    expect(gone.last?.events[0]?.data).toMatchObject({ children: [], candidates: ['theme-2'] });
    expect(gone.plan.letGo).toEqual({ talks: ['theme-2'] });
    expect(gone.refused('fork', {})).toEqual([{ code: 'each-has-its-plan', field: '/plans' }]);
    expect(gone.did('advance').plan.stage).toBe('end');
  });

  it('makes one of each when nobody is named, and the same twice in one fork is refused', () => {
    const all = each().did('fork');
    expect(all.plan.children.map(({ each: of, joins, stage: at }) => [of, joins, at])).toEqual([
      ['theme-1', 'talks', 'talk'],
      ['theme-2', 'talks', 'talk'],
    ]);
    const twice = {
      plans: [
        { title: 'A', each: 'theme-1' },
        { title: 'B', each: 'theme-1' },
      ],
    };
    expect(each().refused('fork', twice)).toMatchObject([{ code: 'not-to-fork-by', field: '/plans/1/each' }]);
  });

  it('each plan says what it is made for, as long as something is left to make one for', () => {
    const [reason] = each().refused('fork', { plans: [{ title: 'Hälsa', each: 'theme-1' }, { title: 'Ett till' }] });
    expect(reason).toEqual({
      code: 'each-not-said',
      field: '/plans/1/each',
      params: { choices: 'Hälsa (theme-1), Service (theme-2)' },
    });
    const past = each().did('fork', { plans: [{ title: 'Ett till' }] }, { imported: true });
    expect(past.plan.children).toMatchObject([{ title: 'Ett till' }]);
    const without = given(joining({ fork: { to: 'talk', each: 'theme', join: true } })).did('advance');
    expect(without.refused('fork')).toMatchObject([{ code: 'nothing-to-fork' }]);
    expect(without.did('fork', { plans: [{ title: 'Ett' }] }).plan.children).toHaveLength(1);
  });

  it('when each has its plan, another is refused, and what comes next is said', () => {
    const all = each().did('fork');
    for (const body of [{}, { plans: [{ title: 'Ett till' }] }])
      expect(all.refused('fork', body)).toEqual([{ code: 'each-has-its-plan', field: '/plans' }]);
    expect(all.refused('fork', { plans: [{ title: 'A', each: 'theme-1' }] })).toMatchObject([
      { code: 'not-to-fork-by' },
    ]);
    expect(each(false).did('fork').refused('fork')).toEqual([{ code: 'forked', field: '/plans' }]);
  });

  it('a join that waits says how to wait no longer, where there is something to let go', () => {
    const said = (plan: Given) => plan.refused('advance').map((one) => sayReason(one, 'en').message);
    expect(said(each())).toEqual([expect.stringContaining('"Wait no longer" (release)')]);
    expect(said(given(joining()).did('advance'))).toEqual(['Not all are done yet.']);
  });

  it('without a join only the plans go on', () => {
    const forked = each(false).did('fork');
    expect(forked.refused('advance')).toEqual([{ code: 'forked' }]);
    expect(forked.plan.children.map((child) => child.joins)).toEqual([undefined, undefined]);
  });
});

describe('cycles', () => {
  const cyclic = openTemplate({
    stages: [
      stage('commission', { next: ['describe'] }),
      stage('describe', {
        next: ['follow-up'],
        criteria: [{ key: 'held', kind: 'meeting-held', name }],
        restart: true,
      }),
      stage('follow-up', { cycle: { to: 'describe' }, end: true, returnsTo: ['describe'] }),
    ],
  });
  const once = () => given(cyclic).did('advance').did('hold-meeting', { title: 'Möte' }).did('advance');

  it('begin again with the next number, and ask anew for what their stages need', () => {
    expect(once().plan.cycle).toBeUndefined();
    const second = once().did('advance');
    expect(second.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['stage.completed', { stage: 'follow-up' }],
      ['cycle.started', { cycle: 2, from: 'follow-up', to: 'describe', takenUpAgain: ['describe', 'follow-up'] }],
      ['stage.entered', { stage: 'describe', from: 'follow-up', kind: 'advance' }],
    ]);
    expect(second.plan).toMatchObject({ cycle: 2, stage: 'describe', cycleSince: { describe: 2, 'follow-up': 2 } });
    expect(second.open('advance')).toBe(false);
    const third = second.did('hold-meeting', { title: 'Nytt möte' }).did('advance').did('advance');
    expect(third.plan.cycle).toBe(3);
  });

  it('a return is no new cycle, and the rounds of the stages begin anew', () => {
    const back = once().did('return', { reason }).did('repeat', { reason });
    expect(back.plan).toMatchObject({ rounds: { describe: 2 } });
    expect(back.plan.cycle).toBeUndefined();
    const on = back.did('hold-meeting', { title: 'Möte' }).did('advance').did('advance');
    expect(on.plan).toMatchObject({ cycle: 2, rounds: {} });
  });

  it('a stage with a way on and a cycle asks which', () => {
    const both = {
      ...cyclic,
      stages: [
        ...cyclic.stages.slice(0, 2),
        stage('follow-up', { cycle: { to: 'describe' }, next: ['last'] }),
        stage('last'),
      ],
    };
    const plan = given(both).did('advance').did('hold-meeting', { title: 'Möte' }).did('advance');
    expect(plan.refused('advance')).toMatchObject([{ code: 'choose-where', params: { ways: 'last, describe' } }]);
    expect(plan.did('advance', { to: 'last' }).plan.cycle).toBeUndefined();
    expect(plan.did('advance', { to: 'describe' }).plan.cycle).toBe(2);
  });

  it('a plan that is only a cycle is no end', () => {
    const endless = { ...cyclic, stages: cyclic.stages.map((one) => ({ ...one, end: false })) };
    const plan = given(endless).did('advance').did('hold-meeting', { title: 'Möte' }).did('advance');
    expect(plan.refused('complete')).toEqual([{ code: 'not-at-the-end' }]);
  });
});

describe('optional stages in a row', () => {
  const row = openTemplate({
    stages: [
      stage('a', { optional: true, next: ['b'] }),
      stage('b', { optional: true, next: ['c', 'd'] }),
      stage('c', { optional: true, next: ['d', 'a'] }),
      stage('d', { next: ['e'] }),
      stage('e'),
    ],
  });
  const skip = (plan: Given) => moves(plan.plan, plan.setting()).find(({ verb }) => verb === 'skip');

  it('INV-09 are passed one by one, or together; a required one never', () => {
    const plan = given(row);
    expect(skip(plan)?.to).toEqual(['b', 'c', 'd']);
    expect(plan.did('skip', { reason }).plan.stage).toBe('b');
    const passed = plan.did('skip', { reason, to: 'd' });
    expect(passed.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['stage.skipped', { stage: 'a', reasonText: 'text-1' }],
      ['stage.skipped', { stage: 'b' }],
      ['stage.entered', { stage: 'd', from: 'a', kind: 'skip' }],
    ]);
    expect(plan.refused('skip', { reason, to: 'e' })).toMatchObject([{ code: 'no-way-there' }]);
    expect(passed.refused('skip', { reason })).toMatchObject([{ code: 'stage-required', params: { stage: 'd' } }]);
    expect(plan.did('skip', { reason }).refused('skip', { reason })).toMatchObject([{ code: 'choose-where' }]);
  });

  it('with nothing ahead but a new cycle there is nothing to skip to', () => {
    const stages = [stage('a', { next: ['b'] }), stage('b', { optional: true, cycle: { to: 'a' }, end: true })];
    expect(given(openTemplate({ stages })).did('advance').refused('skip', { reason })).toEqual([
      { code: 'last-stage' },
    ]);
  });
});

it('INV-14 a plan that left its join behind and forked ends with the last of all its plans, also where that one was joined', () => {
  const stages = [
    stage('begin', { next: ['talks', 'split'] }),
    stage('talks', { fork: { to: 'end', join: true }, next: ['split'], returnsTo: ['begin'] }),
    stage('split', { fork: { to: 'end' } }),
    stage('end'),
  ];
  const one = { plans: [{ title: 'Högsby' }] };
  const talked = given(openTemplate({ stages })).did('advance', { to: 'talks' }).did('fork', one);
  const both = talked.did('return', { reason }).did('advance', { to: 'split' }).did('fork', one);
  const [joined, carrying] = both.plan.children.map(({ id }) => id) as [string, string];
  const end = (plan: Given, child: string) =>
    plan.took(hear(plan.plan, { plan: plan.plan.id, child, status: 'completed', stage: 'end' }, plan.setting()));
  expect(end(both, joined).types).toEqual(['child.ended', 'join.reached']);
  expect(end(end(both, joined), carrying).types).toEqual(['child.ended', 'plan.completed']);
  const ended = end(end(both, carrying), joined);
  expect(ended.types).toEqual(['child.ended', 'join.reached', 'plan.completed']);
  expect(ended.plan.status).toBe('completed');
});
