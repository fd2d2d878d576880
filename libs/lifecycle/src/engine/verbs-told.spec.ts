// What each lifecycle verb writes down, to the last field, and what it says when it is refused.
import { answers, sayReason, start } from '../engine.js';
import { given, openTemplate, type Given } from '../given.js';
import { isRefusal } from './refusal.js';
import type { Stage, Template } from './template.js';

const named = (word: string) => ({ sv: word, en: `${word} (en)` });
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name: named(key.toUpperCase()),
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const held = { key: 'held', kind: 'meeting-held', name: named('Mötet') };
const stages = [
  stage('one', { next: ['two'], criteria: [held], restart: true }),
  stage('two', { next: ['three', 'four'], returnsTo: ['one'], optional: true, restart: true }),
  stage('three', { next: ['four'], optional: true }),
  stage('four', { cycle: { to: 'one' }, end: true, returnsTo: ['one', 'two'] }),
];
const template = openTemplate({ stages });
const reason = { reason: 'Därför' };
const begun = () => given(template);
const met = () => begun().did('hold-meeting', { title: 'Möte' });
const second = () => met().did('advance');
const fourth = () => second().did('advance', { to: 'four' });

const told = ({ last }: Given) => last?.events.map(({ type, data }) => [type, data]);
const entered = (to: string, from: string, kind: string) => ['stage.entered', { stage: to, from, kind }];
const reasonText = expect.stringMatching(/^text-\d+$/);

describe('what a lifecycle verb writes down', () => {
  it('start', () => {
    expect(told(begun())).toEqual([
      [
        'plan.started',
        {
          kind: 'plan',
          title: 'Hälsolots',
          language: 'sv',
          public: false,
          template: { key: 'open', version: 1 },
          stage: 'one',
        },
      ],
      ['stage.entered', { stage: 'one', from: null, kind: 'start' }],
    ]);
    const body = { title: 'T', language: 'en', kind: 'initiative', public: true, programme: 'P', strand: 2 } as const;
    const outcome = start(body, begun().setting());
    expect(!isRefusal(outcome) && outcome.events[0]).toMatchObject({
      type: 'initiative.started',
      data: { kind: 'initiative', language: 'en', public: true, programme: { code: 'P', strand: 2 } },
    });
    const bare = start({ title: 'T', programme: 'P' }, begun().setting());
    expect(!isRefusal(bare) && bare.events[0]?.data['programme']).toEqual({ code: 'P' });
  });

  it.each<[verb: string, from: () => Given, body: object, events: unknown[]]>([
    ['advance', met, {}, [['stage.completed', { stage: 'one' }], entered('two', 'one', 'advance')]],
    ['advance', met, reason, [['stage.completed', { stage: 'one', reasonText }], entered('two', 'one', 'advance')]],
    [
      'override',
      begun,
      reason,
      [
        ['criterion.overridden', { stage: 'one', criteria: ['held'], reasonText }],
        ['stage.completed', { stage: 'one' }],
        entered('two', 'one', 'override'),
      ],
    ],
    [
      'skip',
      second,
      { ...reason, to: 'three' },
      [['stage.skipped', { stage: 'two', reasonText }], entered('three', 'two', 'skip')],
    ],
    [
      'return',
      second,
      reason,
      [['stage.returned', { stage: 'two', to: 'one', reasonText }], entered('one', 'two', 'return')],
    ],
    ['repeat', second, reason, [['stage.repeated', { stage: 'two', round: 2, reasonText }]]],
    [
      'restart',
      second,
      reason,
      [
        [
          'plan.restarted',
          {
            from: 'two',
            to: 'two',
            attempt: 2,
            takenUpAgain: expect.arrayContaining(['two', 'three', 'four']),
            reasonText,
          },
        ],
        entered('two', 'two', 'restart'),
      ],
    ],
    ['pause', second, reason, [['plan.paused', { stage: 'two', reasonText }]]],
    [
      'pause',
      second,
      { ...reason, reviewOn: '2026-05-01' },
      [['plan.paused', { stage: 'two', reviewOn: '2026-05-01', reasonText }]],
    ],
    ['resume', () => second().did('pause', reason), {}, [['plan.resumed', { stage: 'two' }]]],
    ['complete', fourth, {}, [['plan.completed', { stage: 'four' }]]],
    ['discontinue', second, reason, [['plan.discontinued', { stage: 'two', reasonText }]]],
    [
      'advance',
      fourth,
      {},
      [
        ['stage.completed', { stage: 'four' }],
        ['cycle.started', { cycle: 2, from: 'four', to: 'one', takenUpAgain: expect.arrayContaining(['one', 'four']) }],
        entered('one', 'four', 'advance'),
      ],
    ],
  ])('%s', (verb, from, body, events) => {
    expect(told(from().did(verb, body))).toEqual(events);
  });

  it('INV-26 imported history tells what it does not know', () => {
    const history = { imported: true, occurredAt: '2021' };
    expect(told(begun().did('advance', {}, history))?.[0]).toEqual([
      'stage.completed',
      { stage: 'one', unverified: ['held'] },
    ]);
    expect(told(met().did('advance', {}, history))?.[0]).toEqual(['stage.completed', { stage: 'one' }]);
    expect(second().did('pause', {}, history).plan.status).toBe('paused');
  });
});

describe('what a lifecycle verb says', () => {
  const ways = { ways: 'three, four' };
  const names = { ways: { sv: 'THREE (three), FOUR (four)', en: 'THREE (en) (three), FOUR (en) (four)' } };

  it.each<[verb: string, from: () => Given, body: object, reason: object]>([
    ['advance', second, { to: 'nowhere' }, { code: 'unknown-stage', field: '/to', params: { stage: 'nowhere' } }],
    ['advance', second, {}, { code: 'choose-where', field: '/to', params: ways, names }],
    [
      'advance',
      second,
      { to: 'one' },
      {
        code: 'no-way-there',
        field: '/to',
        params: { stage: 'one', ...ways },
        names: { stage: named('ONE'), ...names },
      },
    ],
    ['pause', second, {}, { code: 'reason-required', field: '/reason', params: { verb: 'pause' } }],
    [
      'discontinue',
      second,
      { reason: ' ' },
      { code: 'reason-required', field: '/reason', params: { verb: 'discontinue' } },
    ],
    ['return', fourth, reason, { code: 'choose-where', field: '/to' }],
  ])('%s', (verb, from, body, refused) => {
    expect(from().refused(verb, body)).toMatchObject([refused]);
  });

  it('what happened lies behind us', () => {
    expect(second().refused('pause', reason, { occurredAt: '2027-01-01' })).toEqual([
      { code: 'lies-ahead', field: '/occurredAt', params: { when: '2027-01-01' } },
    ]);
  });

  it('a restart begins the stage again unless it says where; a skip of one way goes there', () => {
    expect(second().did('restart', { ...reason, to: 'one' }).plan.stage).toBe('one');
    const only = openTemplate({ stages: [stage('one', { next: ['two'], optional: true }), stage('two')] });
    expect(given(only).did('skip', reason).plan.stage).toBe('two');
  });
});

describe('who can supply what is missing', () => {
  const roles = ['leader', 'lead', 'helper'].map((key, n) => ({ key, name: named(`${key}-sv`), required: n === 1 }));
  const who = (by: string[] | undefined, kind = 'meeting-held', change: Partial<Template> = {}) => {
    const criterion = { key: 'asked', kind, name: named('Frågan'), ...(by ? { by } : {}) };
    const asking = openTemplate({ roles, stages: [stage('one', { criteria: [criterion] })], ...change });
    const plan = given(asking).did('add-party', { organisation: 'RKL' });
    return answers(asking, plan.plan, plan.setting().now)[0]?.missing.map((one) => one.who);
  };

  it('by the names of their roles, and of which organisation', () => {
    expect(who(['leader'])).toEqual([{ sv: 'leader-sv', en: 'leader-sv (en)' }]);
    expect(who(['leader', 'helper'])).toEqual([
      { sv: 'leader-sv eller helper-sv', en: 'leader-sv (en) or helper-sv (en)' },
    ]);
    expect(who(['leader', 'lead', 'helper'])).toEqual([
      { sv: 'leader-sv, lead-sv eller helper-sv', en: 'leader-sv (en), lead-sv (en) or helper-sv (en)' },
    ]);
    expect(who(['helper'], 'parties-represented')).toEqual([{ sv: 'helper-sv hos RKL', en: 'helper-sv (en) of RKL' }]);
    expect(who(['stranger'])).toEqual([{ sv: 'stranger', en: 'stranger' }]);
  });

  it('INV-43 the role that answers for the stage when none is named: its own, else the first required, else the first', () => {
    expect(who(undefined)).toEqual([named('lead-sv')]);
    const none = roles.map((role) => ({ ...role, required: false }));
    expect(who(undefined, 'meeting-held', { roles: none })).toEqual([named('leader-sv')]);
    const own = [stage('one', { accountable: 'helper', criteria: [held] })];
    const asking = openTemplate({ roles, stages: own });
    expect(answers(asking, given(asking).plan, '2026-01-12T08:00:00.000Z')[0]?.missing[0]?.who).toEqual(
      named('helper-sv'),
    );
  });

  it('is told in the reader language; a code without words is a fault of the program', () => {
    const missing = [{ code: 'no-parties', who: named('ledaren') }];
    const criterion = { criterion: named('Frågan') };
    const reasonOf = { code: 'criterion-not-met', names: criterion, missing };
    expect(sayReason(reasonOf, 'sv')).toMatchObject({
      message: 'Inte klart ännu: Frågan.',
      missing: [{ who: 'ledaren' }],
    });
    expect(sayReason(reasonOf, 'en').missing[0]?.who).toBe('ledaren (en)');
    expect(sayReason({ code: 'criterion-not-met' }, 'en').message).toBe('Not done yet: {criterion}.');
    expect(() => sayReason({ code: 'no-such-code' }, 'sv')).toThrow('no words for no-such-code');
  });

  it('a stored plan stands in a stage of its template, by kinds that there are', () => {
    const lost = openTemplate({ stages: [stage('other')] });
    const plan = begun();
    expect(() => answers(lost, plan.plan, plan.setting().now)).toThrow('template open v1 has no stage one');
    const strange = openTemplate({ stages: [stage('one', { criteria: [{ ...held, kind: 'no-kind' }] })] });
    expect(() => answers(strange, plan.plan, plan.setting().now)).toThrow(
      'template open v1 names the unknown kind no-kind',
    );
  });
});
