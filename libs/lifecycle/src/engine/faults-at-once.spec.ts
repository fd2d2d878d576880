// Every fault of a template is told at once, each at its place and with what it concerns.
import { templateFaults } from '../engine.js';
import { openTemplate } from '../given.js';
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
const to = ['nobody'];
const reminder = { key: 'late', when: { on: 'no-day' }, to } as const;
const checkIn = { key: 'late', form: 'no-form' as 'interview', when: { after: 'no-day', by: 'P1D' }, to } as const;
const listed = { reminders: [reminder, reminder], checkIns: [checkIn] };
const twice = { key: 'process-leader', name, required: true };
const [asked, sound] = [
  { key: 'asked', kind: 'no-criterion', name, by: ['process-leader', 'nobody'] },
  { key: 'sound', kind: 'meeting-held', name },
];
const day = { key: 'day', kind: 'day-reached', name, with: { anchor: 'no-day' } };
const there = { key: 'there', kind: 'plans-in-stage', name, with: { stage: 'nowhere' } };

const faultsOf = (change: Partial<Template>) =>
  templateFaults(openTemplate(change)).map(({ pointer, code, params }) => [pointer, code, params]);

const FORMS = 'participant-observation, reflection-talk, dialogue-seminar, interview, in-evaluation, taking-part';

/** What a place that has rules is told of, wherever it stands. */
const ofRules = (at: string) => [
  [`${at}/reminders/0/to/0`, 'unknown-role', { role: 'nobody' }],
  [`${at}/reminders/0/when/on`, 'unknown-anchor', { anchor: 'no-day' }],
  [`${at}/reminders/1/to/0`, 'unknown-role', { role: 'nobody' }],
  [`${at}/reminders/1/when/on`, 'unknown-anchor', { anchor: 'no-day' }],
  [`${at}/checkIns/0/to/0`, 'unknown-role', { role: 'nobody' }],
  [`${at}/checkIns/0/when/after`, 'unknown-anchor', { anchor: 'no-day' }],
  [`${at}/checkIns/0/form`, 'unknown-form', { form: 'no-form', choices: FORMS }],
];
const doubled = (at: string) => [
  [`${at}/reminders/1/key`, 'duplicate-key', { key: 'late', first: `${at}/reminders/0/key` }],
  [`${at}/checkIns/0/key`, 'duplicate-key', { key: 'late', first: `${at}/reminders/0/key` }],
];

describe('the faults of a template', () => {
  it('a sound template has none, with or without tracks and rules', () => {
    expect(faultsOf({})).toEqual([]);
    const { tracks: _, ...bare } = openTemplate();
    expect(templateFaults(bare)).toEqual([]);
    const entered = { key: 'late', when: { entered: 'P1D' }, to: ['process-leader'] };
    expect(faultsOf({ rules: {} })).toEqual([]);
    expect(faultsOf({ rules: { reminders: [entered], whilePaused: [entered] } })).toEqual([]);
  });

  it('keys that are there twice', () => {
    const stages = [
      stage('begin', { next: ['finish'], criteria: [sound, sound], opens: ['hold-meeting'] }),
      stage('finish'),
      stage('finish'),
    ];
    const track = { key: 'all', name, opens: [] };
    const card = { key: 'walk', name, text: name };
    const whilePaused = [reminder, reminder].map((one) => ({
      ...one,
      when: { entered: 'P1D' },
      to: ['process-leader'],
    }));
    const change = {
      stages,
      roles: [twice, twice],
      tracks: [track, track],
      methods: [card, card],
      rules: { whilePaused },
    };
    expect(faultsOf(change as unknown as Partial<Template>)).toEqual([
      ['/roles/1/key', 'duplicate-key', { key: 'process-leader', first: '/roles/0/key' }],
      ['/methods/1/key', 'duplicate-key', { key: 'walk', first: '/methods/0/key' }],
      ['/stages/2/key', 'duplicate-key', { key: 'finish', first: '/stages/1/key' }],
      ['/tracks/1/key', 'duplicate-key', { key: 'all', first: '/tracks/0/key' }],
      ['/stages/0/criteria/1/key', 'duplicate-key', { key: 'sound', first: '/stages/0/criteria/0/key' }],
      ['/rules/whilePaused/1/key', 'duplicate-key', { key: 'late', first: '/rules/whilePaused/0/key' }],
    ]);
  });

  it('names that lead nowhere: of roles, anchors, forms, criteria, forks, methods and verbs', () => {
    const first = stage('begin', {
      next: ['finish'],
      accountable: 'nobody',
      fork: { to: 'finish', each: 'nothing' },
      methods: ['no-card'],
      criteria: [asked, day, there],
      opens: ['hold-meeting', 'no-verb', 'advance'],
      ...listed,
    });
    expect(faultsOf({ stages: [first, stage('finish')] })).toEqual([
      ...doubled('/stages/0'),
      ['/stages/0/accountable', 'unknown-role', { role: 'nobody' }],
      ['/stages/0/fork/each', 'unknown-fork', { each: 'nothing' }],
      ['/stages/0/methods/0', 'unknown-method', { method: 'no-card' }],
      ['/stages/0/criteria/0/kind', 'unknown-criterion', { kind: 'no-criterion' }],
      ['/stages/0/criteria/0/by/1', 'unknown-role', { role: 'nobody' }],
      ['/stages/0/criteria/1/with/anchor', 'unknown-anchor', { anchor: 'no-day' }],
      ['/stages/0/criteria/2/with/stage', 'unknown-stage', { stage: 'nowhere' }],
      ['/stages/0/opens/1', 'unknown-verb', { verb: 'no-verb' }],
      ['/stages/0/opens/2', 'lifecycle-verb', { verb: 'advance' }],
      ...ofRules('/stages/0'),
    ]);
  });

  it('in tracks and in the rules of the whole plan too, and while it is paused', () => {
    const tracks = [{ key: 'beside', name, opens: ['no-verb'], ...listed }];
    const rules = { ...listed, whilePaused: [reminder] };
    expect(faultsOf({ tracks, rules })).toEqual([
      ...doubled('/tracks/0'),
      ...doubled('/rules'),
      ['/tracks/0/opens/0', 'unknown-verb', { verb: 'no-verb' }],
      ...ofRules('/tracks/0'),
      ...ofRules('/rules'),
      ['/rules/whilePaused/0/to/0', 'unknown-role', { role: 'nobody' }],
      ['/rules/whilePaused/0/when/on', 'unknown-anchor', { anchor: 'no-day' }],
    ]);
  });

  it('what an initiative waits for below may be a stage of another template; a known one is no fault', () => {
    const known = { ...there, with: { stage: 'finish' } };
    const stages = (criterion: object) => [
      stage('begin', { next: ['finish'], criteria: [criterion as typeof there], fork: { to: 'finish' } }),
      stage('finish'),
    ];
    expect(faultsOf({ stages: stages(there), kind: 'initiative' })).toEqual([]);
    expect(faultsOf({ stages: stages(known) })).toEqual([]);
    expect(faultsOf({ stages: stages({ ...sound, with: { stage: 'nowhere', anchor: 'no-day' } }) })).toEqual([]);
  });

  it('what an any-of holds is looked at as if it stood alone; what cannot be read is left out', () => {
    const inner = [
      null,
      'text',
      { with: {} },
      { kind: 'no-criterion' },
      { kind: 'day-reached', with: { anchor: 'no-day' } },
    ];
    const more = [
      { kind: 'meeting-held', with: null },
      { kind: 'meeting-held', with: 'text' },
    ];
    const anyOf = { key: 'either', kind: 'any-of', name, with: { criteria: [...inner, ...more] } };
    const at = '/stages/0/criteria/0/with/criteria';
    expect(faultsOf({ stages: [stage('begin', { criteria: [anyOf] })] })).toEqual([
      [`${at}/3/kind`, 'unknown-criterion', { kind: 'no-criterion' }],
      [`${at}/4/with/anchor`, 'unknown-anchor', { anchor: 'no-day' }],
    ]);
    const other = { ...anyOf, kind: 'meeting-held' };
    expect(faultsOf({ stages: [stage('begin', { criteria: [other] })] })).toEqual([]);
  });

  it('ways that lead nowhere, and ways that end nowhere', () => {
    const stages = [
      stage('begin', { next: ['nowhere', 'round'], returnsTo: ['lost'], optional: true }),
      stage('round', { next: ['again'], fork: { to: 'gone' } }),
      stage('again', { next: ['round'], cycle: { to: 'away' } }),
      stage('alone'),
    ];
    expect(faultsOf({ stages, start: 'never' })).toEqual([
      ['/stages/0/next/0', 'unknown-stage', { stage: 'nowhere' }],
      ['/stages/0/returnsTo/0', 'unknown-stage', { stage: 'lost' }],
      ['/stages/1/fork/to', 'unknown-stage', { stage: 'gone' }],
      ['/stages/2/cycle/to', 'unknown-stage', { stage: 'away' }],
      ['/start', 'unknown-stage', { stage: 'never' }],
    ]);
    const closed = [
      stage('begin', { next: ['round', 'last'] }),
      stage('round', { next: ['again'] }),
      stage('again', { next: ['round'] }),
      stage('last', { optional: true }),
      stage('alone', { next: ['alone'] }),
    ];
    expect(faultsOf({ stages: closed })).toEqual([
      ['/stages/1/next', 'no-way-out', { stage: 'round' }],
      ['/stages/2/next', 'no-way-out', { stage: 'again' }],
      ['/stages/3/optional', 'optional-last-stage', { stage: 'last' }],
      ['/stages/4', 'unreachable-stage', { stage: 'alone' }],
      ['/stages/4/next', 'no-way-out', { stage: 'alone' }],
    ]);
  });

  it('a name that leads nowhere hides only what it may be the cause of', () => {
    const stages = [
      stage('mandate', { next: ['workgroups', 'last', 'workgroup'] }),
      stage('workgroups', { next: ['round'] }),
      stage('round', { next: ['again'] }),
      stage('again', { next: ['round'] }),
      stage('last'),
      stage('alone'),
    ];
    const circle = [
      ['/stages/1/next', 'no-way-out', { stage: 'workgroups' }],
      ['/stages/2/next', 'no-way-out', { stage: 'round' }],
      ['/stages/3/next', 'no-way-out', { stage: 'again' }],
    ];
    const meant = ['/stages/0/next/2', 'unknown-stage', { stage: 'workgroup', near: 'workgroups' }];
    const alone = ['/stages/5', 'unreachable-stage', { stage: 'alone' }];
    expect(faultsOf({ stages })).toEqual([meant, ...circle, alone]);
    const far = [stage('mandate', { next: ['workgroups', 'last', 'elsewhere'] }), ...stages.slice(1)];
    expect(faultsOf({ stages: far })).toEqual([
      ['/stages/0/next/2', 'unknown-stage', { stage: 'elsewhere' }],
      ...circle,
    ]);
    const within = [...stages.slice(0, 3), stage('again', { next: ['round', 'elsewhere'] }), ...stages.slice(4)];
    expect(faultsOf({ stages: within })).toEqual([
      meant,
      ['/stages/3/next/1', 'unknown-stage', { stage: 'elsewhere' }],
    ]);
    const beyond = [...stages.slice(0, 5), stage('alone', { next: ['elsewhere'] })];
    expect(faultsOf({ stages: beyond }).slice(-1)).toEqual([alone]);
  });

  it('a stage that is there twice is told of once: both may be meant', () => {
    const stages = [
      stage('begin', { next: ['middle'] }),
      stage('middle', { next: ['decision'], opens: ['add-party', 'consent'] }),
      stage('decision', { next: ['last'], criteria: [{ key: 'agreed', kind: 'parties-consented', name }] }),
      stage('middle', { next: ['middle'] }),
      stage('last'),
    ];
    const twiceMiddle = ['/stages/3/key', 'duplicate-key', { key: 'middle', first: '/stages/1/key' }];
    expect(faultsOf({ stages, tracks: [] })).toEqual([twiceMiddle]);
    const bothEnds = [stage('begin', { next: ['last'] }), stage('last'), stage('last', { next: ['last'] })];
    expect(faultsOf({ stages: bothEnds })).toEqual([
      ['/stages/2/key', 'duplicate-key', { key: 'last', first: '/stages/1/key' }],
    ]);
    expect(faultsOf({ stages: [bothEnds[0], bothEnds[2], bothEnds[1]] as Stage[] })).toHaveLength(1);
    const lost = [...stages.slice(0, 4), stage('last'), stage('last'), stage('alone'), stage('alone')];
    expect(faultsOf({ stages: lost, tracks: [] })).toEqual([
      twiceMiddle,
      ['/stages/5/key', 'duplicate-key', { key: 'last', first: '/stages/4/key' }],
      ['/stages/7/key', 'duplicate-key', { key: 'alone', first: '/stages/6/key' }],
      ['/stages/6', 'unreachable-stage', { stage: 'alone' }],
    ]);
  });

  it('names the known name that was likely meant', () => {
    const first = stage('begin', {
      next: ['finish'],
      accountable: 'process-leade',
      opens: ['hold-meetin'],
      criteria: [{ key: 'held', kind: 'meeting-held', name }],
      reminders: [{ key: 'late', when: { on: 'meeting-hold' }, to: ['process-leader'], until: 'notes-record' }],
      checkIns: [{ key: 'ask', form: 'intervjew', when: { on: 'meeting-held' }, to: ['process-leader'] }],
    });
    expect(faultsOf({ stages: [first, stage('finish')], tracks: [] })).toEqual([
      ['/stages/0/accountable', 'unknown-role', { role: 'process-leade', near: 'process-leader' }],
      ['/stages/0/opens/0', 'unknown-verb', { verb: 'hold-meetin', near: 'hold-meeting' }],
      ['/stages/0/reminders/0/when/on', 'unknown-anchor', { anchor: 'meeting-hold', near: 'meeting-held' }],
      ['/stages/0/reminders/0/until', 'unknown-criterion', { kind: 'notes-record', near: 'notes-recorded' }],
      ['/stages/0/checkIns/0/form', 'unknown-form', { form: 'intervjew', choices: FORMS, near: 'interview' }],
    ]);
  });

  it('days, untils and things to fork by that nothing in it brings', () => {
    const whenHeld = { key: 'soon', when: { after: 'meeting-held', by: 'P1D' as const }, to: ['process-leader'] };
    const ask = { ...whenHeld, key: 'ask', form: 'interview' as const };
    const untilHeld = { key: 'late', when: { entered: 'P1D' as const }, to: ['process-leader'], until: 'meeting-held' };
    const change = (opens: string[], later: string[] = []): Partial<Template> => ({
      stages: [
        stage('begin', {
          next: ['finish'],
          opens,
          reminders: [whenHeld, untilHeld],
          checkIns: [ask],
          fork: { to: 'finish', each: 'municipality' },
        }),
        stage('finish', { opens: later }),
      ],
      tracks: [],
      rules: { reminders: [untilHeld], whilePaused: [untilHeld] },
    });
    const found = (opens: string[], later?: string[]) =>
      faultsOf(change(opens, later)).map(([pointer, code]) => `${String(pointer)} ${String(code)}`);
    const ofWhole = ['/rules/reminders/0/until until-unmeetable', '/rules/whilePaused/0/until until-unmeetable'];
    const ofFork = '/stages/0/fork/each fork-unsuppliable';
    expect(found([])).toEqual([
      ofFork,
      '/stages/0/reminders/0/when/after anchor-unsuppliable',
      '/stages/0/reminders/1/until until-unmeetable',
      '/stages/0/checkIns/0/when/after anchor-unsuppliable',
      ...ofWhole,
    ]);
    expect(found([], ['name-municipality', 'hold-meeting'])).toEqual([
      ofFork,
      '/stages/0/reminders/1/until until-unmeetable',
    ]);
    expect(found(['name-municipality', 'hold-meeting'])).toEqual([]);
    const track = [{ key: 'beside', name, opens: ['name-municipality', 'hold-meeting'] }];
    expect(faultsOf({ ...change([]), tracks: track })).toEqual([]);
  });

  it('a day that is waited for must be brought by something, but may have come along from an initiative', () => {
    const waits = (anchor: string, kind?: 'initiative') => {
      const reached = { key: 'day', kind: 'day-reached', name, with: { anchor } };
      const until = { key: 'late', when: { on: anchor }, to: ['process-leader'] };
      const stages = [stage('begin', { next: ['finish'], criteria: [reached], reminders: [until] }), stage('finish')];
      return faultsOf({ stages, tracks: [], ...(kind ? { kind } : {}) }).map(([, code]) => code);
    };
    expect(waits('meeting-held')).toEqual(['criterion-unmeetable', 'anchor-unsuppliable']);
    expect(waits('commitment-ends')).toEqual([]);
    expect(waits('commitment-ends', 'initiative')).toEqual(['criterion-unmeetable', 'anchor-unsuppliable']);
  });

  it('cycles and joins that cannot be', () => {
    const stages = [
      stage('begin', { next: ['middle'], cycle: { to: 'begin' } }),
      stage('middle', { next: ['last'], cycle: { to: 'last' } }),
      stage('last', { fork: { to: 'branch', join: true } }),
      stage('branch', { next: ['last'] }),
    ];
    expect(faultsOf({ stages })).toEqual([
      ['/stages/0/cycle/to', 'cycle-to-itself', { stage: 'begin' }],
      ['/stages/1/cycle/to', 'cycle-also-next', { stage: 'last' }],
      ['/stages/2/fork/join', 'join-without-next', { stage: 'last' }],
      ['/stages/2/fork/to', 'branch-without-end', { stage: 'branch', fork: 'last' }],
    ]);
  });

  it('a criterion that no open verb supplies', () => {
    const held = { key: 'agreed', kind: 'parties-consented', name };
    const stages = [stage('begin', { criteria: [held], next: ['finish'] }), stage('finish')];
    expect(faultsOf({ stages, tracks: [] })).toEqual([
      ['/stages/0/criteria/0', 'criterion-unmeetable', { criterion: 'agreed', verbs: 'add-party, consent' }],
    ]);
  });
});
