import { decide, fold, previewMigration } from '../engine.js';
import { given, openTemplate, type Given } from '../given.js';
import type { Accepted } from './record.js';
import type { Stage, Template } from './template.js';

const stage = (key: string, rest: Partial<Stage> = {}): Stage => ({
  key,
  name: { sv: `Skede ${key}`, en: `Stage ${key}` },
  opens: [],
  criteria: [],
  next: [],
  ...rest,
});
const held = { key: 'held', kind: 'meeting-held', name: { sv: 'Möte hållet', en: 'Meeting held' } };
const reminder = (by: string) => ({ key: 'slow', when: { entered: by }, to: ['process-leader'] });
const log = [{ key: 'log', name: held.name, opens: ['write-log-entry'] }];

const one: Template = openTemplate({
  stages: [
    stage('begin', { opens: ['add-party', 'hold-meeting'], next: ['work'], restart: true }),
    stage('work', { opens: ['hold-meeting'], next: ['finish'], returnsTo: ['begin'], reminders: [reminder('P14D')] }),
    stage('finish'),
  ],
  tracks: log,
});
const two: Template = openTemplate({
  version: 2,
  stages: [
    stage('begin', { opens: ['add-party'], next: ['doing'], restart: true }),
    stage('doing', {
      opens: ['add-party'],
      criteria: [held],
      next: ['finish'],
      returnsTo: ['begin'],
      reminders: [reminder('P30D')],
    }),
    stage('finish', { opens: ['hold-meeting'] }),
  ],
  tracks: log,
});
const map = { work: 'doing' };
const working = (): Given =>
  given(one)
    .did('add-party', { organisation: 'RKL' })
    .did('advance')
    .did('repeat', { reason: 'Igen' })
    .did('hold-meeting', { title: 'Möte' });
const preview = (plan: Given, body: object, target: Template | null = two) =>
  previewMigration(plan.plan, body as never, { ...plan.setting(), ...(target ? { target } : {}) });

describe('migrate', () => {
  it('INV-11 moves a running plan to another version, with its records, by the map', () => {
    const moved = working().did(
      'migrate',
      { version: 2, stages: { ...map, finish: 'finish' }, reason: 'Ny mall' },
      { target: two },
    );
    expect(moved.last?.events.map(({ type, data, stage: at }) => [type, data, at])).toEqual([
      [
        'plan.migrated',
        {
          from: { key: 'open', version: 1 },
          to: { key: 'open', version: 2 },
          stage: 'doing',
          stages: map,
          reasonText: 'text-2',
        },
        'work',
      ],
    ]);
    expect(moved.plan).toMatchObject({
      template: { key: 'open', version: 2 },
      stage: 'doing',
      rounds: { doing: 2 },
      attempt: 1,
    });
    expect(moved.plan.entered).toEqual(working().plan.entered);
    expect(moved.plan.facts['meetings']).toMatchObject({ meetings: [{ stage: 'doing', round: 2 }] });
    expect(moved.did('advance').plan.stage).toBe('finish');
    expect(fold(moved.events)).toEqual(moved.plan);
  });

  it('INV-11 names every stage that has no place, and every wrong one, at once; nothing is moved', () => {
    const refused = working().refused(
      'migrate',
      { version: 2, stages: { nowhere: 'begin', finish: 'gone' } },
      { target: two },
    );
    expect(refused).toEqual([
      { code: 'unknown-stage', field: '/stages/nowhere', params: { stage: 'nowhere' } },
      {
        code: 'stage-not-mapped',
        field: '/stages/work',
        params: { stage: 'work' },
        names: { name: { sv: 'Skede work', en: 'Stage work' } },
      },
      { code: 'no-such-stage-there', field: '/stages/finish', params: { stage: 'gone' } },
    ]);
  });

  it('refuses a version that there is not, its own, and an ended plan; a paused one moves and stays paused', () => {
    const at = { version: 2, stages: map };
    expect(working().refused('migrate', at)).toMatchObject([
      { code: 'unknown-template-version', field: '/version', params: { template: 'open', version: 2 } },
    ]);
    expect(working().refused('migrate', { version: 1 }, { target: one })).toMatchObject([
      { code: 'goes-by-it-already' },
    ]);
    expect(working().did('discontinue', { reason: 'x' }).refused('migrate', at, { target: two })).toMatchObject([
      { code: 'ended' },
    ]);
    const paused = working().did('pause', { reason: 'x' }).did('migrate', at, { target: two });
    expect(paused.plan).toMatchObject({ status: 'paused', stage: 'doing' });
    expect(paused.did('resume').plan.status).toBe('active');
  });

  it('goes to a template of another name too, adapted from the first', () => {
    const own = { ...two, key: 'our-own', version: 1 };
    const moved = working().did('migrate', { template: 'our-own', version: 1, stages: map }, { target: own });
    expect(moved.plan.template).toEqual({ key: 'our-own', version: 1 });
    expect(moved.template.key).toBe('our-own');
  });

  it('what names a stage of itself follows too: a card that helps there, a lesson about it', () => {
    const named = openTemplate({
      stages: one.stages,
      tracks: [{ key: 'learning', name: held.name, opens: ['add-method-card', 'record-lesson'] }],
    });
    const plan = given(named)
      .did('add-method-card', { title: 'Bänken', level: 'operative', stages: ['work', 'begin'] })
      .did('record-lesson', { lesson: 'Sitt ned.', stage: 'work' })
      .did('record-lesson', { lesson: 'Stå upp.' });
    const moved = plan.did('migrate', { version: 2, stages: map }, { target: two });
    expect(moved.plan.facts['methods']).toMatchObject({ cards: [{ stages: ['doing', 'begin'] }] });
    const { lessons } = moved.plan.facts['lessons'] as { lessons: { about?: string }[] };
    expect(lessons.map(({ about }) => about)).toEqual(['doing', undefined]);
    expect(fold(moved.events)).toEqual(moved.plan);
  });

  it('INV-11 a step of before is not said again by the template of after; its time can be corrected', () => {
    const moved = working().did('migrate', { version: 2, stages: map }, { target: two });
    const event = moved.events.find(({ type }) => type === 'meeting.held')?.id;
    const said = { event, verb: 'hold-meeting', body: { title: 'Annat' }, reason: 'Fel' };
    expect(moved.refused('correct', said)).toMatchObject([{ code: 'correct-before-migration', field: '/event' }]);
    expect(moved.did('correct', { event, happened: '2025', reason: 'Fel' }).types).toEqual(['step.corrected']);
    // What the refusal advises: undo the move, correct, move again.
    const back = decide(moved.plan, 'undo', {}, moved.setting()) as Accepted;
    const undone = moved.took(back, undefined, working().template);
    const again = undone.did('correct', said).did('migrate', { version: 2, stages: map }, { target: two });
    expect(again.plan.template.version).toBe(2);
  });

  it('can be undone', () => {
    const back = decide(
      working().did('migrate', { version: 2, stages: map }, { target: two }).plan,
      'undo',
      {},
      { ...working().did('migrate', { version: 2, stages: map }, { target: two }).setting() },
    );
    expect(back).toMatchObject({ plan: { template: { version: 1 }, stage: 'work', rounds: { work: 2 } } });
  });

  it('INV-11 remembers every template that it went by', () => {
    const three = { ...two, version: 3 };
    const moved = working()
      .did('migrate', { version: 2, stages: map }, { target: two })
      .did('migrate', { version: 3 }, { target: three });
    expect(moved.plan.formerly).toEqual([
      { key: 'open', version: 1 },
      { key: 'open', version: 2 },
    ]);
  });

  it('what it waits for, and what it was let go to wait for, it knows by the new name of the stage', () => {
    const waiting = (version: number, talks: string) =>
      openTemplate({
        version,
        kind: 'initiative',
        stages: [
          stage(talks, { fork: { to: 'talk', each: 'theme', as: 'case', join: true }, next: ['end'] }),
          stage('talk', { end: true }),
          stage('end'),
        ],
      });
    const themes = ['Ensamhet', 'Trygghet', 'Rörelse'];
    const chosen = themes
      .reduce((plan, title) => plan.did('propose-potential', { title }), given(waiting(1, 'talks')))
      .did('choose-direction', {
        chosen: ['potential-1', 'potential-2', 'potential-3'].map((potential) => ({ potential, rationale: 'x' })),
        overrideReason: 'Alla behövs',
      });
    const forked = chosen.did('fork', { plans: [{ title: 'Ensamhet', each: 'theme-1' }] });
    const move = (plan: Given) =>
      plan.did('migrate', { version: 2, stages: { talks: 'dialogues' } }, { target: waiting(2, 'dialogues') });
    const moved = move(forked);
    expect(moved.plan.children).toMatchObject([{ joins: 'dialogues' }]);
    expect(moved.refused('advance')).toEqual(forked.refused('advance'));
    const released = move(forked.did('release', { reason: 'Senare' }));
    expect(released.plan.letGo).toEqual({ dialogues: ['theme-2', 'theme-3'] });
    expect(released.did('advance').plan.stage).toBe('end');
  });

  it('stages that become one keep the higher round and attempt', () => {
    const joined = openTemplate({ version: 2, stages: [stage('all', { next: ['finish'] }), stage('finish')] });
    const plan = working().did('restart', { reason: 'x', to: 'begin' }).did('repeat', { reason: 'x' });
    const moved = plan.did('migrate', { version: 2, stages: { begin: 'all', work: 'all' } }, { target: joined });
    expect(moved.plan).toMatchObject({ stage: 'all', rounds: { all: 2 }, since: { all: 2, finish: 2 } });
  });
});

describe('the preview of a migration', () => {
  it('tells the stage map, what would open and close, what is missing, and which deadlines move; and it succeeds', () => {
    const plan = working();
    const told = preview(plan, { version: 2, stages: map });
    expect(told).toMatchObject({
      possible: true,
      reasons: [],
      stages: [
        { from: 'begin', to: 'begin' },
        { from: 'work', to: 'doing' },
        { from: 'finish', to: 'finish' },
      ],
      stage: { from: 'work', to: 'doing' },
      opened: ['add-party'],
      closed: ['hold-meeting'],
      orphaned: [],
      criteria: [{ key: 'held', state: 'met' }],
    });
    expect(told.deadlines).toEqual([
      {
        kind: 'reminder',
        place: 'doing',
        rule: 'slow',
        occurrence: plan.plan.entered.at,
        from: '2026-01-26',
        to: '2026-02-11',
      },
    ]);
    expect(plan.did('migrate', { version: 2, stages: map }, { target: two }).plan.stage).toBe('doing');
  });

  it('tells of deadlines that come and go, and of records that nothing opens any more', () => {
    const bare = openTemplate({
      version: 2,
      stages: [stage('begin', { next: ['work'] }), stage('work', { next: ['finish'] }), stage('finish')],
      tracks: log,
    });
    const told = preview(working(), { version: 2 }, bare);
    expect(told.orphaned).toEqual(['parties', 'meetings']);
    expect(told.deadlines).toMatchObject([{ place: 'work', from: '2026-01-26', to: null }]);
    const back = previewMigration(
      working().did('migrate', { version: 2 }, { target: bare }).plan,
      { version: 1 },
      { ...working().setting(), template: bare, target: one },
    );
    expect(back.deadlines).toMatchObject([{ place: 'work', from: null, to: '2026-01-26' }]);
  });

  it('says why not, with the map as far as it goes', () => {
    const told = preview(working(), { version: 2 });
    expect(told).toMatchObject({
      possible: false,
      reasons: [{ code: 'stage-not-mapped' }],
      stage: { from: 'work', to: null },
      stages: [{ to: 'begin' }, { to: null }, { to: 'finish' }],
      opened: [],
      deadlines: [],
    });
    expect(preview(working(), { version: 3 }, null)).toMatchObject({
      possible: false,
      stages: [],
      stage: { to: null },
    });
  });

  it('what is reckoned from the last command is told under one name, whatever the version was', () => {
    const idle = (version: number, by: string) =>
      openTemplate({
        version,
        stages: [stage('begin', { next: ['finish'] }), stage('finish')],
        rules: { reminders: [{ key: 'silent', when: { idle: by }, to: ['process-leader'] }] },
      });
    const plan = given(idle(1, 'P30D'));
    const told = (by: string) => preview(plan, { version: 2 }, idle(2, by)).deadlines;
    expect(told('P30D')).toEqual([]);
    expect(told('P60D')).toMatchObject([{ rule: 'silent', from: '2026-02-11', to: '2026-03-13' }]);
  });

  it('the steps of an escalation follow their reminder, and are not told of by themselves', () => {
    const late = (version: number, entered: string) => {
      const escalate = [{ after: 'P3D', to: ['accountable'] }];
      const reminder = { key: 'late', when: { entered }, to: ['process-leader'], until: 'meeting-held', escalate };
      return openTemplate({
        version,
        stages: [stage('begin', { next: ['finish'], reminders: [reminder] }), stage('finish')],
      });
    };
    const { deadlines } = preview(given(late(1, 'P14D')), { version: 2 }, late(2, 'P21D'));
    expect(deadlines).toMatchObject([{ rule: 'late', from: '2026-01-26', to: '2026-02-02' }]);
  });

  it('a paused plan is told of as it will be when it goes on', () => {
    const told = preview(working().did('pause', { reason: 'x' }), { version: 2, stages: map });
    expect(told).toMatchObject({
      possible: true,
      opened: ['add-party'],
      closed: ['hold-meeting'],
      deadlines: [{ rule: 'slow', from: '2026-01-26', to: '2026-02-11' }],
    });
  });
});
