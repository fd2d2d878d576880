import { given, openTemplate, type Given } from '../given.js';
import { LIFECYCLE_VERBS, type LifecycleVerbName } from './lifecycle-verbs.js';
import type { Status } from './plan.js';
import type { Stage, Template } from './template.js';

const name = { sv: 'Skede', en: 'Stage' };
const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name,
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const held = { key: 'held', kind: 'meeting-held', name };

/** begin -> middle -> last; every lifecycle verb has a way in the middle. */
function template(middle: Partial<Stage> = {}): Template {
  return openTemplate({
    stages: [
      stage('begin', { next: ['middle'] }),
      stage('middle', {
        next: ['last'],
        returnsTo: ['begin'],
        optional: true,
        end: true,
        restart: true,
        fork: { to: 'last' },
        ...middle,
      }),
      stage('last'),
    ],
  });
}

const reason = 'Därför';
const inMiddle = (middle: Partial<Stage> = {}) => given(template(middle)).did('advance');
const put: Record<Status, (plan: Given) => Given> = {
  active: (plan) => plan,
  paused: (plan) => plan.did('pause', { reason }),
  completed: (plan) => plan.did('complete'),
  discontinued: (plan) => plan.did('discontinue', { reason }),
};
const bodies: Partial<Record<LifecycleVerbName, object>> = {
  fork: { plans: [{ title: 'Hälsolots' }] },
  migrate: { version: 2 },
  correct: { event: '00000000-0000-4000-8000-000000000000-1', happened: '2025' },
};
const body = (verb: LifecycleVerbName) => ({ reason, ...bodies[verb] });
const next = { target: { ...template(), version: 2 } };

describe('every status and every lifecycle verb', () => {
  const ended = { completed: 'ended', discontinued: 'ended' };
  const matrix: Record<LifecycleVerbName, Record<Status, string>> = {
    advance: { active: 'stage.completed, stage.entered', paused: 'paused', ...ended },
    return: { active: 'stage.returned, stage.entered', paused: 'paused', ...ended },
    repeat: { active: 'stage.repeated', paused: 'paused', ...ended },
    skip: { active: 'stage.skipped, stage.entered', paused: 'paused', ...ended },
    override: { active: 'nothing-to-override', paused: 'paused', ...ended },
    fork: { active: 'plan.forked', paused: 'paused', ...ended },
    release: { active: 'nothing-waited-for', paused: 'paused', ...ended },
    pause: { active: 'plan.paused', paused: 'paused', ...ended },
    resume: { active: 'not-paused', paused: 'plan.resumed', ...ended },
    restart: {
      active: 'plan.restarted, stage.entered',
      paused: 'plan.restarted, stage.entered',
      completed: 'plan.restarted, stage.entered',
      discontinued: 'plan.restarted, stage.entered',
    },
    complete: { active: 'plan.completed', paused: 'paused', ...ended },
    discontinue: { active: 'plan.discontinued', paused: 'plan.discontinued', ...ended },
    migrate: { active: 'plan.migrated', paused: 'plan.migrated', ...ended },
    undo: { active: 'step.undone', paused: 'step.undone', completed: 'step.undone', discontinued: 'step.undone' },
    correct: {
      active: 'step.corrected',
      paused: 'step.corrected',
      completed: 'step.corrected',
      discontinued: 'step.corrected',
    },
  };
  const cases = Object.entries(matrix).flatMap(([verb, row]) =>
    Object.entries(row).map(([status, outcome]) => [status, verb, outcome] as [Status, LifecycleVerbName, string]),
  );

  it.each(cases)('%s: %s gives %s', (status, verb, outcome) => {
    const plan = put[status](inMiddle());
    if (outcome.includes('.')) {
      expect(plan.open(verb)).toBe(true);
      expect(plan.did(verb, body(verb), next).types.join(', ')).toBe(outcome);
    } else {
      expect(plan.open(verb)).toBe(false);
      expect(plan.refused(verb, body(verb), next).map(({ code }) => code)).toEqual([outcome]);
    }
  });

  it('INV-08 an ended plan takes nothing but restart, and restart makes it active', () => {
    for (const status of ['completed', 'discontinued'] as const) {
      const plan = put[status](inMiddle());
      expect(plan.refused('plan-meeting', { title: 'Möte' })).toMatchObject([{ code: 'ended', params: { status } }]);
      expect(plan.did('restart', { reason }).plan.status).toBe('active');
    }
  });

  it('INV-07 a paused plan keeps its stage, and takes up what only its tracks open', () => {
    const onlyHere = openTemplate({
      stages: [stage('begin', { opens: ['plan-meeting'], next: ['last'] }), stage('last')],
      tracks: [{ key: 'log', name, opens: ['add-party'] }],
    });
    const paused = given(onlyHere).did('pause', { reason });
    expect(paused.plan).toMatchObject({ stage: 'begin', status: 'paused' });
    expect(paused.refused('plan-meeting', { title: 'Möte' })).toMatchObject([{ code: 'paused' }]);
    for (const onward of ['advance', 'override'])
      expect(paused.refused(onward, { reason })).toMatchObject([{ code: 'paused' }]);
    expect(paused.did('add-party', { organisation: 'RKL' }).plan.status).toBe('paused');
    expect(paused.did('resume').plan).toMatchObject({ stage: 'begin', status: 'active' });
  });
});

describe('the ways of a template', () => {
  it('INV-01 INV-11 a plan is in one stage of the template version it began with, whatever happens', () => {
    const plan = inMiddle()
      .did('return', { reason })
      .did('advance')
      .did('restart', { reason })
      .did('repeat', { reason });
    expect(plan.plan).toMatchObject({ stage: 'middle', status: 'active', template: { key: 'open', version: 1 } });
  });

  it('INV-11 a plan is never decided on by another version than its own', () => {
    const { plan } = inMiddle();
    expect(() => inMiddle().refused('advance', {}, { template: { ...template(), version: 2 } })).toThrow(
      `plan ${plan.id} goes by open v1, not by open v2`,
    );
  });

  it('INV-02 a criterion that does not hold is named with what is missing and who can supply it', () => {
    const [refused] = inMiddle({ criteria: [held] }).refused('advance');
    expect(refused).toMatchObject({
      code: 'criterion-not-met',
      criterion: 'held',
      state: 'unmet',
      missing: [{ code: 'meetings-too-few', verb: 'hold-meeting', by: { roles: ['process-leader'] } }],
    });
  });

  it.each([
    ['advance', { to: 'begin' }, {}, 'no-way-there'],
    ['advance', { to: 'nowhere' }, {}, 'unknown-stage'],
    ['advance', {}, { next: ['last', 'begin'] }, 'choose-where'],
    ['advance', {}, { next: [] }, 'last-stage'],
    ['skip', { reason }, { next: [] }, 'last-stage'],
    ['skip', { reason }, { optional: false }, 'stage-required'],
    ['return', { reason }, { returnsTo: [] }, 'no-way-back'],
    ['return', { reason, to: 'last' }, {}, 'no-way-there'],
    ['return', { reason }, { returnsTo: ['begin', 'last'] }, 'choose-where'],
    ['restart', { reason, to: 'last' }, {}, 'no-way-there'],
    ['complete', {}, { end: false }, 'not-at-the-end'],
    ['complete', {}, { criteria: [held] }, 'criterion-not-met'],
    ['fork', {}, {}, 'nothing-to-fork'],
    ['fork', { plans: [{ title: 'A', each: 'theme-1' }] }, {}, 'not-to-fork-by'],
    ['dance', {}, {}, 'unknown-verb'],
  ])('INV-02 %s %j is refused where the template is %j: %s', (verb, given, middle, code) => {
    expect(
      inMiddle(middle)
        .refused(verb, given)
        .map((one) => one.code),
    ).toEqual([code]);
  });

  it('INV-02 there is no fork where the template has none', () => {
    expect(given(template()).refused('fork', body('fork'))).toMatchObject([{ code: 'no-fork-here' }]);
  });

  it('a verb that belongs to another stage says to which, one of no stage that it is not in the template', () => {
    const narrow = openTemplate({
      stages: [stage('begin', { next: ['last'] }), stage('last', { opens: ['plan-meeting'] })],
      tracks: [],
    });
    const names = { verb: { sv: 'Planera möte', en: 'Plan a meeting' }, stages: { sv: 'Skede', en: 'Stage' } };
    expect(given(narrow).refused('plan-meeting')).toEqual([
      { code: 'not-open-here', params: { verb: 'plan-meeting', stages: 'last' }, names },
    ]);
    expect(given(narrow).refused('hold-meeting')).toMatchObject([{ code: 'not-in-template' }]);
  });

  it('a stage is named where there is a choice', () => {
    const plan = inMiddle({ next: ['last', 'begin'] });
    expect(plan.did('advance', { to: 'begin' }).plan.stage).toBe('begin');
    expect(plan.did('advance', { to: 'last' }).plan.stage).toBe('last');
  });
});

describe('INV-03 what a move leaves behind', () => {
  it('who, when, from, to, kind, attempt and stage', () => {
    const moved = inMiddle().did('return', { reason }, { occurredAt: '2026-01' });
    expect(moved.last?.events[1]).toMatchObject({
      type: 'stage.entered',
      data: { from: 'middle', stage: 'begin', kind: 'return' },
      who: { id: 'token-1', role: 'process-leader', organisation: 'RKL' },
      attempt: 1,
      occurredAt: '2026-01',
    });
    expect(moved.last?.texts).toMatchObject([{ field: 'reason', text: reason }]);
    expect(JSON.stringify(moved.last?.events)).not.toContain(reason);
  });

  const why = Object.keys(LIFECYCLE_VERBS).filter((verb) => LIFECYCLE_VERBS[verb as LifecycleVerbName].reasonRequired);

  it('these say why', () => {
    const mending = ['correct', 'release'];
    expect(why.sort()).toEqual(
      [...mending, 'discontinue', 'override', 'pause', 'repeat', 'restart', 'return', 'skip'].sort(),
    );
  });

  it.each(why)('%s without a reason is refused, and with blanks for a reason too', (verb) => {
    const waiting = inMiddle({ fork: { to: 'last', join: true } }).did('fork', bodies.fork);
    const plan = verb === 'release' ? waiting : inMiddle(verb === 'override' ? { criteria: [held] } : {});
    for (const empty of [{}, { reason: ' \n' }])
      expect(plan.refused(verb, empty)).toMatchObject([{ code: 'reason-required', field: '/reason' }]);
  });

  it('a thing cannot have happened after now', () => {
    expect(inMiddle().refused('advance', {}, { occurredAt: '2026-03-01' })).toMatchObject([{ code: 'lies-ahead' }]);
    expect(inMiddle().did('advance', {}, { occurredAt: '2026' }).plan.stage).toBe('last');
  });
});

describe('INV-09 skip and override', () => {
  it('an optional stage is skipped with a reason, its criteria unmet', () => {
    const skipped = inMiddle({ criteria: [held] }).did('skip', { reason });
    expect(skipped.types).toEqual(['stage.skipped', 'stage.entered']);
    expect(skipped.plan.stage).toBe('last');
  });

  it('a required stage is never skipped, even with all done', () => {
    const required = inMiddle({ optional: false });
    expect(required.open('skip')).toBe(false);
    expect(required.refused('skip', { reason })).toMatchObject([{ code: 'stage-required' }]);
  });

  it('an override goes on all the same and keeps which criteria were overridden', () => {
    const over = inMiddle({ optional: false, criteria: [held] }).did('override', { reason });
    expect(over.types).toEqual(['criterion.overridden', 'stage.completed', 'stage.entered']);
    expect(over.last?.events[0]?.data).toMatchObject({ stage: 'middle', criteria: ['held'] });
    expect(over.plan.stage).toBe('last');
  });
});

describe('INV-05 INV-06 rounds and attempts', () => {
  it('a restart makes attempt n+1 and sets aside what was done in the stages taken up again', () => {
    const gated = { criteria: [held] };
    const first = inMiddle(gated).did('hold-meeting', { title: 'Första' });
    const again = first.did('advance').did('restart', { reason });
    expect(again.plan).toMatchObject({ stage: 'middle', attempt: 2, status: 'active' });
    expect(again.missing('meeting-held')).toMatchObject([{ code: 'meetings-too-few', params: { have: 0 } }]);
    expect(JSON.stringify(again.plan.facts)).toContain('Första');
    expect(again.did('hold-meeting', { title: 'Andra' }).did('advance').plan.stage).toBe('last');
  });

  it('what was done before the place of the restart still stands', () => {
    const stages = [
      stage('begin', { criteria: [held], next: ['middle'] }),
      stage('middle', { next: ['last'], returnsTo: ['begin'], restart: true }),
      stage('last'),
    ];
    const plan = given(openTemplate({ stages })).did('hold-meeting', { title: 'Möte' }).did('advance');
    expect(plan.did('restart', { reason }).did('return', { reason }).missing('meeting-held')).toEqual([]);
  });

  it('a restart begins where the template says, else at the first stage', () => {
    const stages = template().stages.map(({ restart: _no, ...rest }) => rest);
    expect(
      given({ ...template(), stages })
        .did('advance')
        .did('restart', { reason }).plan.stage,
    ).toBe('begin');
    expect(given(template()).did('restart', { reason }).plan.stage).toBe('middle');
  });

  it('there is no limit on rounds or attempts', () => {
    let plan = inMiddle();
    for (let n = 2; n <= 300; n += 1) plan = plan.did('repeat', { reason });
    expect(plan.plan.rounds).toEqual({ middle: 300 });
    for (let n = 2; n <= 300; n += 1) plan = plan.did('restart', { reason });
    expect(plan.plan).toMatchObject({ attempt: 300, rounds: {} });
  });

  it('a restart ends a pause', () => {
    const again = inMiddle().did('pause', { reason }).did('restart', { reason });
    expect(again.plan.pauses).toEqual([{ from: expect.any(String), to: expect.any(String) }]);
  });
});

describe('INV-26 imported history', () => {
  const imported = { imported: true, occurredAt: null };
  const gated = { optional: false, criteria: [held] };

  it('goes on where the source is silent, and says which criteria were not verified', () => {
    const past = inMiddle(gated).did('advance', {}, imported);
    expect(past.last?.events[0]).toMatchObject({
      type: 'stage.completed',
      data: { unverified: ['held'] },
      imported: true,
    });
    expect(past.plan).toMatchObject({ stage: 'last', imported: true, entered: { imported: true } });
  });

  it('where it left off, a criterion is unknown and never met until somebody says so', () => {
    const left = given(template(gated)).did('advance', {}, imported);
    expect(left.refused('advance')).toMatchObject([{ code: 'criterion-unknown', criterion: 'held', state: 'unknown' }]);
    expect(left.did('hold-meeting', { title: 'Möte' }).did('advance').plan.stage).toBe('last');
    expect(left.did('override', { reason }).plan.stage).toBe('last');
  });

  it('a stage entered live after it is asked about as ever', () => {
    const back = given(template(gated)).did('advance', {}, imported).did('return', { reason }).did('advance');
    expect(back.refused('advance')).toMatchObject([{ code: 'criterion-not-met', state: 'unmet' }]);
  });

  it('ways that the template lacks stay closed to it', () => {
    expect(inMiddle().refused('advance', { to: 'begin' }, imported)).toMatchObject([{ code: 'no-way-there' }]);
    expect(inMiddle({ optional: false }).refused('skip', {}, imported)).toMatchObject([{ code: 'stage-required' }]);
  });
});
