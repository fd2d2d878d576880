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

  it('a reminder without a condition lacks nothing; a check-in neither', () => {
    const base = { when: { entered: 'P2D' }, to };
    const entered = given(
      ruled({ reminders: [{ key: 'one', ...base }], checkIns: [{ key: 'two', form: 'interview', ...base }] }),
    );
    const because = { from: 'entered', day: '2026-01-12', missing: [] };
    expect(dues(entered)).toMatchObject([
      { rule: 'one', because },
      { rule: 'two', because },
    ]);
  });

  it('its condition takes what the template says, and who can meet it', () => {
    const two = { key: 'two', when: { entered: 'P2D' }, to, until: 'meeting-held', given: { min: 2 } };
    const once = given(ruled({ reminders: [two] })).did('hold-meeting', { title: 'Ett' });
    expect(dues(once)[0]?.because.missing).toEqual([
      { code: 'meetings-too-few', verb: 'hold-meeting', params: { min: 2, have: 1 }, by: { roles: to } },
    ]);
    expect(dues(once.did('hold-meeting', { title: 'Två' }))).toEqual([]);
  });

  it('the earliest comes first, and of those of one day the first by key', () => {
    const keys = ['c', 'a', 'd', 'b'];
    const reminders = keys.map((key) => ({ key, when: { entered: 'P2D' }, to }));
    const first = { key: 'z', when: { entered: 'P1D' }, to };
    const found = days(given(ruled({ reminders: [...reminders, first] })));
    expect(found.map((one) => one[0]).join('')).toBe('zabcd');
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

    it('the review belongs to no stage and no attempt', () => {
      const planned = given(template).did('pause', reason);
      const since = planned.plan.pauses.at(-1)?.from;
      expect(dues(planned)).toMatchObject([
        {
          key: `${planned.plan.id}/paused/review/${since}`,
          place: 'paused',
          because: { from: 'entered', day: '2026-01-12', missing: [] },
        },
      ]);
    });

    it('a review that was named is of its pause alone', () => {
      const resumed = given(template)
        .did('pause', { ...reason, reviewOn: '2026-08-15' })
        .after(10)
        .did('resume');
      expect(days(resumed)).toEqual(['late 2026-02-05']);
    });

    it('what happened in the pause waits for the rest of it, what happened after it for none', () => {
      const resumed = given(template).after(2).did('pause', reason).after(30).did('resume');
      const during = resumed.did('hold-meeting', { title: 'Under' }, { occurredAt: '2026-02-01' });
      expect(days(during)[0]).toBe('notes 2026-02-20');
      const after = resumed.after(10).did('hold-meeting', { title: 'Efter' }, { occurredAt: '2026-02-20' });
      expect(days(after)).toContain('notes 2026-02-27');
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
    const { id, startedAt } = given(template).plan;
    const keys = [2, 3].map((n) => `${id}/1/begin/quarter/${startedAt}#${n}`);
    expect(later.map(({ key }) => key)).toEqual(keys);
    expect(later[0]?.because).toEqual({ from: 'every', day: '2026-01-12', missing: [] });
  });

  it('a day that recurs has come from its morning on', () => {
    const every = ruled({ checkIns: [{ key: 'month', form: 'interview', when: { every: 'P1M' }, to }] });
    expect(days(given(every), 30)).toEqual(['month 2026-02-12']);
    expect(days(given(every), 31)).toEqual(['month 2026-02-12', 'month 2026-03-12']);
  });

  it('idle counts from the last command', () => {
    const template = ruled({ reminders: [{ key: 'idle', when: { idle: 'P30D' }, to }] });
    const quiet = given(template).after(20);
    expect(days(quiet)).toEqual(['idle 2026-02-11']);
    expect(dues(quiet)).toMatchObject([
      { occurrence: 'version-1', because: { from: 'idle', day: '2026-01-12', missing: [] } },
    ]);
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
    expect(days(given(template))).toEqual(['late 2026-01-26']);
    expect(dues(forked)).toEqual([]);
  });

  it('one that waits for the plans it made goes on asking', () => {
    const late = { key: 'late', when: { entered: 'P14D' }, to };
    const template = ruled({ fork: { to: 'finish', join: true }, reminders: [late] });
    const forked = given(template).did('fork', { plans: [{ title: 'Hälsolots' }] });
    expect(days(forked)).toEqual(['late 2026-01-26']);
  });

  it('nobody calls a plan idle whose work has gone on in others', () => {
    const rules = { reminders: [{ key: 'idle', when: { idle: 'P30D' }, to }] };
    const template = ruled({ fork: { to: 'finish' } }, { rules });
    expect(days(given(template))).toEqual(['idle 2026-02-11']);
    expect(dues(given(template).did('fork', { plans: [{ title: 'Hälsolots' }] }))).toEqual([]);
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
