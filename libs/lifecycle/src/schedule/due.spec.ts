import fc from 'fast-check';
import { due } from '../engine.js';
import { given, openTemplate, type Given } from '../given.js';
import type { Template } from '../engine/template.js';
import { daysBetween } from './days.js';
import type { Due } from './due.js';

const to = ['process-leader'];
const [begin, finish] = openTemplate().stages as [Template['stages'][0], Template['stages'][0]];
const ruled = (rules: Partial<typeof begin>, change: Partial<Template> = {}) =>
  openTemplate({ stages: [{ ...begin, ...rules }, finish], ...change });
const dues = (state: Given, days = 0): Due[] => {
  const later = state.after(days);
  return due(later.plan, later.setting().now, later.template);
};
const days = (state: Given, later = 0) => dues(state, later).map(({ rule, dueOn }) => `${rule} ${dueOn}`);
const imported = { imported: true, occurredAt: null };

describe('due', () => {
  const notes = {
    reminders: [{ key: 'notes', when: { after: 'meeting-held', by: 'P7D' }, to, until: 'notes-recorded' }],
    checkIns: [
      { key: 'observe', form: 'participant-observation', when: { on: 'meeting-planned' }, to: ['researcher'] },
    ],
  };

  it('a reminder hangs on the day of a record and says what is missing', () => {
    const held = given(ruled(notes)).did('hold-meeting', { title: 'Kick off' }, { occurredAt: '2026-01-12' });
    expect(dues(held)).toEqual([
      {
        key: `${held.plan.id}/1/begin/notes/meeting-1@2026-01-12`,
        kind: 'reminder',
        place: 'begin',
        rule: 'notes',
        stage: 'begin',
        attempt: 1,
        occurrence: 'meeting-1@2026-01-12',
        to,
        dueOn: '2026-01-19',
        overdue: false,
        because: {
          from: 'meeting-held',
          day: '2026-01-12',
          record: 'meeting-1',
          missing: [expect.objectContaining({ code: 'notes-missing', by: { roles: to } })],
        },
      },
    ]);
    expect(dues(held, 7)[0]?.overdue).toBe(false);
    expect(dues(held, 8)[0]?.overdue).toBe(true);
  });

  it('INV-39 once its condition holds a reminder is not due', () => {
    const held = given(ruled(notes)).did('hold-meeting', { title: 'Kick off' });
    expect(dues(held)).toHaveLength(1);
    expect(dues(held.did('record-notes', { meeting: 'meeting-1', notes: 'Så var det.' }))).toEqual([]);
  });

  it('a check-in carries its form; a meeting that is moved is another occasion', () => {
    const planned = given(ruled(notes)).did('plan-meeting', { title: 'Kick off', on: '2026-02-01' });
    expect(dues(planned)).toMatchObject([
      { kind: 'check-in', form: 'participant-observation', dueOn: '2026-02-01', to: ['researcher'] },
    ]);
    const moved = planned.did('reschedule-meeting', { meeting: 'meeting-1', on: '2026-02-08' });
    expect(dues(moved)).toMatchObject([{ dueOn: '2026-02-08', because: { record: 'meeting-1' } }]);
    expect(dues(moved)[0]?.key).not.toBe(dues(planned)[0]?.key);
  });

  it('what prepares for a day is no longer asked for when the day has been', () => {
    const before = ruled({ reminders: [{ key: 'invite', when: { before: 'meeting-planned', by: 'P14D' }, to }] });
    const planned = given(before).did('plan-meeting', { title: 'Kick off', on: '2026-01-20' });
    expect(dues(planned)).toMatchObject([{ dueOn: '2026-01-06', overdue: true }]);
    expect(days(planned, 8)).toEqual(['invite 2026-01-06']);
    expect(days(planned, 9)).toEqual([]);
  });

  it.each(['2026-02', '2026-21', '2026', undefined])('INV-25 nothing falls due from the imprecise date %s', (on) => {
    const planned = given(ruled(notes)).did('plan-meeting', { title: 'Kick off', ...(on ? { on } : {}) });
    expect(dues(planned)).toEqual([]);
  });

  it('INV-26 imported history sets off nothing, what is done live after it does', () => {
    const rules = {
      ...notes,
      checkIns: [{ key: 'quarter', form: 'interview', when: { every: 'P3M' }, to }],
      reminders: [
        ...notes.reminders,
        { key: 'late', when: { entered: 'P1D' }, to },
        { key: 'idle', when: { idle: 'P1D' }, to },
      ],
    };
    const whole = { reminders: [{ key: 'whole', when: { entered: 'P1D' }, to }] };
    const template = ruled({}, { stages: [begin, { ...finish, ...rules }], rules: whole });
    const history = given(template)
      .did('hold-meeting', { title: 'Kick off' }, { imported: true, occurredAt: '2021-05-03' })
      .did('advance', {}, imported)
      .did('hold-meeting', { title: 'Möte' }, { imported: true, occurredAt: '2021-06-03' });
    expect(dues(history, 400)).toEqual([]);
    expect(days(history.did('hold-meeting', { title: 'Nytt möte' }, { occurredAt: '2026-01-12' }))).toEqual([
      'notes 2026-01-19',
    ]);
    expect(days(history.did('return', { reason: 'Fakta saknas' }))).toEqual(['whole 2026-01-13']);
  });

  it('INV-26 an imported pause asks for no review', () => {
    const template = openTemplate({ rules: { whilePaused: [{ key: 'review', when: { entered: 'P30D' }, to }] } });
    expect(dues(given(template).did('pause', {}, imported), 60)).toEqual([]);
  });

  it('INV-08 an ended plan asks for nothing', () => {
    const late = ruled({ reminders: [{ key: 'late', when: { entered: 'P14D' }, to }] });
    expect(days(given(late))).toEqual(['late 2026-01-26']);
    expect(dues(given(late).did('discontinue', { reason: 'Pengarna tog slut' }), 30)).toEqual([]);
  });

  describe('INV-07 pauses', () => {
    const rules = {
      reminders: [
        { key: 'late', when: { entered: 'P14D' }, to },
        { key: 'soon', when: { before: 'meeting-planned', by: 'P3D' }, to },
        { key: 'notes', when: { after: 'meeting-held', by: 'P7D' }, to },
      ],
    };
    const paused = { rules: { whilePaused: [{ key: 'review', when: { entered: 'P30D' }, to }] } };
    const template = ruled(rules, paused);
    const reason = { reason: 'Sommar' };

    it('a paused plan asks for its review alone, on the day that was named', () => {
      const planned = given(template).did('plan-meeting', { title: 'Kick off', on: '2026-02-01' });
      expect(days(planned.did('pause', reason))).toEqual(['review 2026-02-11']);
      expect(days(planned.did('pause', { ...reason, reviewOn: '2026-08-15' }))).toEqual(['review 2026-08-15']);
    });

    it('reckoned days move by the pause, fixed days do not', () => {
      const planned = given(template)
        .did('plan-meeting', { title: 'Kick off', on: '2026-04-01' })
        .did('hold-meeting', { title: 'Förmöte' }, { occurredAt: '2026-01-10' });
      expect(days(planned)).toEqual(['notes 2026-01-17', 'late 2026-01-26', 'soon 2026-03-29']);
      const resumed = planned.after(2).did('pause', reason).after(30).did('resume');
      expect(days(resumed)).toEqual(['notes 2026-02-16', 'late 2026-02-25', 'soon 2026-03-29']);
    });

    it('what was left is left, over any pauses; what was overdue stays where it was', () => {
      const spans = fc.array(fc.tuple(fc.nat(20), fc.nat(200)), { minLength: 1, maxLength: 6 });
      fc.assert(
        fc.property(spans, (pauses) => {
          let state = given(ruled({ reminders: [{ key: 'late', when: { entered: 'P14D' }, to }] }));
          for (const [active, away] of pauses) {
            const before = state.after(active);
            const left = leftOf(before);
            state = before.did('pause', reason).after(away).did('resume');
            if (left >= 0) expect(leftOf(state)).toBe(left);
            else expect(dues(state)[0]?.dueOn).toBe(dues(before)[0]?.dueOn);
          }
        }),
        { numRuns: 50 },
      );
    });
  });

  it('again and again: the last that has come and the next, with the same key at every asking', () => {
    const template = ruled({
      checkIns: [{ key: 'quarter', form: 'interview', when: { every: 'P3M', first: 'P1M' }, to }],
    });
    expect(days(given(template))).toEqual(['quarter 2026-02-12']);
    const later = dues(given(template), 200);
    expect(later.map(({ dueOn, overdue }) => [dueOn, overdue])).toEqual([
      ['2026-05-12', true],
      ['2026-08-12', false],
    ]);
    expect(dues(given(template), 100)[1]?.key).toBe(later[0]?.key);
  });

  it('idle counts from the last command', () => {
    const template = ruled({ reminders: [{ key: 'idle', when: { idle: 'P30D' }, to }] });
    const quiet = given(template).after(20);
    expect(days(quiet)).toEqual(['idle 2026-02-11']);
    expect(days(quiet.did('add-party', { organisation: 'RKL' }))).toEqual(['idle 2026-03-03']);
  });

  it('a stage minds its own records; a track and the whole plan mind them all', () => {
    const rule = { key: 'notes', when: { after: 'meeting-held', by: 'P7D' }, to };
    const base = openTemplate();
    const template = {
      ...base,
      stages: [begin, { ...finish, reminders: [rule] }],
      tracks: base.tracks?.map((track) => ({ ...track, reminders: [rule] })) ?? [],
      rules: { reminders: [rule] },
    };
    const moved = given(template).did('hold-meeting', { title: 'Kick off' }).did('advance');
    expect(dues(moved).map(({ place }) => place)).toEqual(['plan', 'track:all']);
    expect(new Set(dues(moved).map(({ key }) => key)).size).toBe(2);
  });

  it('INV-05 what a restart has set aside is reminded of no more', () => {
    const rule = { key: 'notes', when: { after: 'meeting-held', by: 'P7D' }, to };
    const held = given(openTemplate({ rules: { reminders: [rule] } })).did('hold-meeting', { title: 'Kick off' });
    expect(days(held)).toEqual(['notes 2026-01-19']);
    expect(days(held.did('restart', { reason: 'Vi börjar om' }))).toEqual([]);
  });

  it('each attempt and each entry of a stage is reminded of on its own; the whole plan goes on as it was', () => {
    const late = [{ key: 'late', when: { entered: 'P14D' }, to }];
    const template = ruled({ reminders: late }, { rules: { reminders: late } });
    const first = given(template);
    const keys = (state: Given) => dues(state).map(({ key }) => key);
    const again = first.after(1).did('restart', { reason: 'Vi börjar om' });
    const back = first.after(1).did('advance').did('return', { reason: 'Fakta saknas' });
    for (const other of [again, back]) {
      expect(keys(other)).toHaveLength(2);
      expect(keys(other).filter((key) => keys(first).includes(key))).toEqual([expect.stringContaining('/plan/late/')]);
    }
  });

  it('a stage that was forked asks for nothing more', () => {
    const template = ruled({ fork: { to: 'finish' }, reminders: [{ key: 'late', when: { entered: 'P14D' }, to }] });
    const forked = given(template).did('fork', { plans: [{ title: 'Hälsolots' }] });
    expect(dues(forked)).toEqual([]);
  });

  it('INV-38 no two have the same key', () => {
    const when = { after: 'meeting-held', by: 'P7D' };
    const template = ruled({
      reminders: [{ key: 'one', when, to }],
      checkIns: [{ key: 'two', form: 'interview', when, to }],
    });
    const held = given(template).did('hold-meeting', { title: 'Ett' }).did('hold-meeting', { title: 'Två' });
    expect(new Set(dues(held).map(({ key }) => key)).size).toBe(4);
  });
});

function leftOf(state: Given): number {
  const { now } = state.setting();
  return daysBetween(now.slice(0, 10), dues(state).find(({ rule }) => rule === 'late')?.dueOn ?? '');
}
