import { hear, sayReason, vocabulary } from '../engine.js';
import { given, openTemplate, type Given } from '../given.js';
import { watchesStages } from './lifecycle-criteria.js';
import type { Criterion, Stage } from './template.js';

const name = { sv: 'Villkor', en: 'Criterion' };
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name: { sv: `Skede ${key}`, en: `Stage ${key}` },
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const criterion = (kind: string, given_: object = {}): Criterion => ({
  key: 'it',
  kind,
  name,
  with: given_ as Record<string, unknown>,
});

/** A joining fork whose stage asks this. */
const asking = (...criteria: Criterion[]) =>
  openTemplate({
    kind: 'initiative',
    stages: [
      stage('talks', { fork: { to: 'talk', join: true }, next: ['end'], criteria }),
      stage('talk', { next: ['told'] }),
      stage('told', { end: true }),
      stage('end'),
    ],
  });
const two = { plans: [{ title: 'Högsby' }, { title: 'Torsås' }] };

function below(plan: Given, index: number, verb: string, body: object = {}): Given {
  const id = plan.plan.children[index]?.id as string;
  const child = plan.of(plan.births.get(id) as NonNullable<ReturnType<typeof plan.births.get>>).did(verb, body);
  const { status, stage: at } = child.plan;
  return plan.took(hear(plan.plan, { plan: plan.plan.id, child: id, status, stage: at }, plan.setting()), child.plan);
}

describe('plans-ended', () => {
  it('counts the plans below that have ended, and names those that have not', () => {
    const plan = given(asking()).did('fork', two);
    const [one, other] = plan.plan.children.map(({ id, title }) => ({
      code: 'plan-not-ended',
      params: { plan: id, title },
    }));
    expect(given(asking()).missing('plans-ended')).toEqual([{ code: 'too-few-plans', params: { have: 0, min: 1 } }]);
    expect(plan.missing('plans-ended')).toEqual([{ code: 'too-few-plans', params: { have: 0, min: 1 } }, one, other]);
    const half = below(plan, 0, 'discontinue', { reason: 'x' });
    expect(half.missing('plans-ended')).toEqual([other]);
    expect(half.did('release', { reason: 'x' }).missing('plans-ended')).toEqual([]);
    expect(half.missing('plans-ended', { min: 2 })).toEqual([
      { code: 'too-few-plans', params: { have: 1, min: 2 } },
      other,
    ]);
  });
});

describe('plans-in-stage', () => {
  const inTold = criterion('plans-in-stage', { stage: 'told' });

  it('hears of the moves below where the template asks, and holds when all have come, or ended', () => {
    const plan = given(asking(inTold)).did('fork', two);
    expect(plan.plan.children.map((child) => child.stage)).toEqual(['talk', 'talk']);
    const [first, second] = plan.plan.children;
    const behind = ({ id, title }: { id: string; title: string }) => ({
      code: 'plan-not-there',
      params: { plan: id, title, stage: 'Skede told' },
    });
    expect(plan.missing('plans-in-stage', { stage: 'told' })).toEqual([
      { code: 'too-few-plans', params: { have: 0, min: 1 } },
      behind(first as never),
      behind(second as never),
    ]);
    const one = below(plan, 0, 'advance');
    expect(one.last?.events.map(({ type, data }) => [type, data])).toEqual([
      ['child.moved', { child: first?.id, stage: 'told' }],
    ]);
    expect(one.missing('plans-in-stage', { stage: 'told' })).toEqual([behind(second as never)]);
    const both = below(one, 1, 'discontinue', { reason: 'x' });
    expect(both.missing('plans-in-stage', { stage: 'told' })).toEqual([]);
    expect(both.missing('plans-in-stage', { stage: 'told', min: 3 })).toHaveLength(1);
  });

  it('knows where the plans of a fork that nothing joins begin', () => {
    const asks = { key: 'asked', name, kind: 'plans-in-stage', with: { stage: 'finish' } };
    const stages = openTemplate().stages.map((one) => ({ ...one, fork: { to: 'finish' } }));
    const silent = given(openTemplate({ stages })).did('fork', two);
    expect(silent.types).toEqual(['plan.forked']);
    const [begin, finish] = stages as [Stage, Stage];
    const plan = given(openTemplate({ stages: [begin, { ...finish, criteria: [asks] }] })).did('fork', two);
    expect(plan.types).toEqual(['plan.forked', 'child.moved', 'child.moved']);
    expect(plan.missing('plans-in-stage', { stage: 'finish', min: 2 })).toEqual([]);
  });

  it('says the key of a stage that belongs to another template', () => {
    const plan = given(asking()).did('fork', { plans: [{ title: 'Högsby' }] });
    expect(plan.missing('plans-in-stage', { stage: 'elsewhere' })).toMatchObject([
      {},
      { params: { stage: 'elsewhere' } },
    ]);
  });

  it('nothing is heard of moves where nobody asks; also one of several asks', () => {
    const plan = given(asking()).did('fork', two);
    const child = plan.of([...plan.births.values()][0] as never).did('advance').plan;
    const tell = { plan: plan.plan.id, child: child.id, status: child.status, stage: child.stage };
    expect(hear(plan.plan, tell, plan.setting())).toBeUndefined();
    expect(watchesStages(asking())).toBe(false);
    expect(watchesStages(asking(criterion('meeting-held')))).toBe(false);
    expect(watchesStages(asking(inTold))).toBe(true);
    const inner = { kind: 'plans-in-stage', with: { stage: 'told' } };
    expect(watchesStages(asking(criterion('any-of', { criteria: [{ kind: 'meeting-held' }, inner] })))).toBe(true);
  });
});

describe('day-reached', () => {
  const planned = (on: string) => given().did('plan-meeting', { title: 'Möte', on });

  it.each([
    ['2026-01-12', {}, []],
    ['2026-01-13', {}, [{ code: 'day-not-reached', params: { day: '2026-01-13' } }]],
    ['2026-02-12', { before: 'P1M' }, []],
    ['2026-02-13', { before: 'P1M' }, [{ code: 'day-not-reached', params: { day: '2026-01-13' } }]],
    ['2025-12-12', { after: 'P1M' }, []],
    ['2026-01-12', { after: 'P2D' }, [{ code: 'day-not-reached', params: { day: '2026-01-14' } }]],
    ['2026-03', {}, [{ code: 'day-not-known', params: { anchor: 'meeting-planned' } }]],
  ])('INV-25 a meeting planned for %s, %j', (on, shift, missing) => {
    expect(planned(on).missing('day-reached', { anchor: 'meeting-planned', ...shift })).toEqual(missing);
  });

  it('of several days the first is enough, and the day comes by itself', () => {
    const plan = planned('2026-05-01').did('plan-meeting', { title: 'Tidigare', on: '2026-02-01' });
    expect(plan.missing('day-reached', { anchor: 'meeting-planned' })).toMatchObject([
      { params: { day: '2026-02-01' } },
    ]);
    expect(plan.after(30).missing('day-reached', { anchor: 'meeting-planned' })).toEqual([]);
    expect(given().missing('day-reached', { anchor: 'nothing-such' })).toMatchObject([{ code: 'day-not-known' }]);
  });

  it('INV-05 a day that a restart has set aside does not count', () => {
    const held = given().did('hold-meeting', { title: 'Möte' });
    expect(held.missing('day-reached', { anchor: 'meeting-held' })).toEqual([]);
    const anew = held.did('restart', { reason: 'Det höll inte', to: 'begin' });
    expect(anew.missing('day-reached', { anchor: 'meeting-held' })).toMatchObject([{ code: 'day-not-known' }]);
  });
});

describe('any-of', () => {
  const either = {
    criteria: [
      { kind: 'meeting-held', with: { min: 2 } },
      { kind: 'parties-consented', with: { min: 1 } },
    ],
  };

  it('holds when one of its kinds does, and else says that one is enough', () => {
    const plan = given().did('add-party', { organisation: 'RKL' });
    const [meeting, consent] = ['meeting-held', 'parties-consented'].map(
      (kind, index) => ({ number: index + 1, name: vocabulary.criteria.get(kind)?.name }) as const,
    );
    expect(plan.missing('any-of', either)).toMatchObject([
      { code: 'one-is-enough', verb: 'hold-meeting' },
      { code: 'meetings-too-few', verb: 'hold-meeting', params: { min: 2, have: 0 }, alternative: meeting },
      { code: 'consent-missing', verb: 'consent', params: { organisation: 'RKL' }, alternative: consent },
    ]);
    expect(plan.did('consent', { organisation: 'RKL' }).missing('any-of', either)).toEqual([]);
  });

  const told = (plan: Given, language: 'sv' | 'en') =>
    plan.refused('advance').flatMap((reason) => sayReason(reason, language).missing);

  it('tells an officer each way by its name, what it lacks and who can supply that, in both languages', () => {
    const plan = given(asking(criterion('any-of', either))).did('add-party', { organisation: 'RKL' });
    expect(told(plan, 'sv').map(({ message, who }) => [message, who])).toEqual([
      ['En av de här sakerna räcker: 1) Mötet har hållits, 2) Alla parter har samtyckt.', 'processledare'],
      ['Alternativ 1 (Mötet har hållits): Möten som har hållits i skedet: 0 av minst 2.', 'processledare'],
      [
        'Alternativ 2 (Alla parter har samtyckt): RKL har inte sagt ja till att vara med ännu.',
        'processledare hos RKL',
      ],
      ['Inga planer har gjorts härifrån ännu.', undefined],
    ]);
    expect(told(plan, 'en').map(({ message, who }) => [message, who])).toEqual([
      ['Any one of these is enough: 1) The meeting has been held, 2) Every party has consented.', 'process leader'],
      ['Alternative 1 (The meeting has been held): Meetings held in this stage: 0 of at least 2.', 'process leader'],
      ['Alternative 2 (Every party has consented): RKL has not agreed to take part yet.', 'process leader of RKL'],
      ['No plans have been made from here yet.', undefined],
    ]);
  });

  it('one of several that is itself one of several is more ways, counted on', () => {
    const more = { kind: 'any-of', with: { criteria: [{ kind: 'version-adopted' }, { kind: 'problem-formulated' }] } };
    const told = given().missing('any-of', { criteria: [{ kind: 'meeting-held' }, more] });
    expect(told?.map(({ code, alternative }) => [code, alternative?.number])).toEqual([
      ['one-is-enough', undefined],
      ['meetings-too-few', 1],
      ['version-not-adopted', 2],
      ['problem-missing', 3],
      ['goal-picture-missing', 3],
    ]);
    const held = given().did('hold-meeting', { title: 'Möte' });
    expect(
      held.missing('any-of', {
        criteria: [{ kind: 'problem-formulated' }, { kind: 'any-of', with: either }, { kind: 'meeting-held' }],
      }),
    ).toEqual([]);
  });

  it('is a fault of the program when a kind is unknown', () => {
    expect(() => given().missing('any-of', { criteria: [{ kind: 'sung' }, { kind: 'danced' }] })).toThrow(
      'unknown kind sung',
    );
  });
});
