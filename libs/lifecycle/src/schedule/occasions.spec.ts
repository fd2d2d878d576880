import fc from 'fast-check';
import { ANNA, BO, begun, daysOf, duesOf } from './given-rules.js';
import { addDays, dayOf, daysBetween } from './days.js';
import type { Given } from '../given.js';

const to = ['process-leader'];
const imported = { imported: true, occurredAt: null };
const reason = { reason: 'Sommar' };

describe('on entering a stage', () => {
  it('a reminder may come the very day', () => {
    const welcome = { key: 'welcome', when: { entered: 'P0D' }, to };
    expect(duesOf(begun({ reminders: [welcome] }))).toMatchObject([{ dueOn: '2026-01-12', overdue: false }]);
  });
});

describe('again and again', () => {
  it('tells the last that has come and the next, however long it has gone on and whatever pauses there were', () => {
    const durations = fc.constantFrom('P1D', 'P5D', 'P1M', 'P1Y1M');
    fc.assert(
      fc.property(durations, fc.nat(2000), fc.nat(300), fc.nat(2000), (every, active, away, then) => {
        const paused = begun({ reminders: [{ key: 'every', when: { every }, to }] })
          .after(active)
          .did('pause', reason);
        const state = paused.after(away).did('resume').after(then);
        const today = dayOf(state.setting().now);
        const told = duesOf(state);
        const numbers = told.map(({ occurrence }) => Number(occurrence.split('#')[1]));
        expect(told.at(-1)?.dueOn).toBeDefined();
        expect((told.at(-1)?.dueOn ?? '') > today).toBe(true);
        if (told.length === 1) expect(numbers).toEqual([1]);
        else expect([(told[0]?.dueOn ?? '') <= today, numbers[1]]).toEqual([true, (numbers[0] ?? 0) + 1]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('when a role is vacant', () => {
  const vacant = { key: 'vacant', when: { vacant: 'chair', by: 'P7D' }, to };
  const rules = { reminders: [vacant] };
  const takes = (state: Given, more: object = {}) =>
    state.did('assign-role', { role: 'chair', person: ANNA, organisation: 'RKL', ...more });

  it('counts from the entry of the stage while nobody has had it', () => {
    const plan = begun(rules);
    expect(duesOf(plan)).toMatchObject([
      {
        key: `${plan.plan.id}/1/begin/vacant/chair@2026-01-12`,
        dueOn: '2026-01-19',
        because: { from: 'vacant', day: '2026-01-12', record: 'chair', missing: [] },
      },
    ]);
  });

  it('ends as soon as somebody has the role, and begins again when they leave it', () => {
    const held = takes(begun(rules));
    expect(daysOf(held, 400)).toEqual([]);
    const left = held.after(20).did('end-role', { holding: 'holding-1' });
    expect(daysOf(left)).toEqual(['vacant 2026-02-08']);
    expect(daysOf(takes(left.after(1), { person: BO }))).toEqual([]);
  });

  it('an end that is known beforehand is told beforehand', () => {
    expect(daysOf(takes(begun(rules), { until: '2026-03-31' }))).toEqual(['vacant 2026-04-08']);
  });

  it('a gap that is filled before the day is none; a longer one is', () => {
    const leaving = takes(begun(rules), { until: '2026-03-31' });
    const soon = takes(leaving, { person: BO, from: '2026-04-08' });
    expect(daysOf(soon)).toEqual([]);
    const late = takes(leaving, { person: BO, from: '2026-04-09' });
    expect(daysOf(late)).toEqual(['vacant 2026-04-08']);
    expect(daysOf(late, daysBetween('2026-01-12', '2026-04-09'))).toEqual([]);
  });

  it('somebody who went before the day that was said left one gap, not two', () => {
    const leaving = takes(begun(rules), { until: '2026-03-31' }).after(58);
    const gone = leaving.did('end-role', { holding: 'holding-1' });
    expect(daysOf(gone)).toEqual(['vacant 2026-03-18']);
    expect(daysOf(takes(gone, { person: BO, from: '2026-04-02' }), 22)).toEqual([]);
  });

  it('INV-40 whoever stands in keeps it from being vacant', () => {
    const led = { reminders: [{ ...vacant, when: { vacant: 'process-leader', by: 'P7D' } }] };
    const leads = { role: 'process-leader', until: '2026-03-31', deputy: BO };
    expect(daysOf(takes(begun(led), leads), 400)).toEqual([]);
    // Nobody stands in for ever where the role need not be held.
    expect(daysOf(takes(begun(rules), { ...leads, role: 'chair' }), 400)).toEqual(['vacant 2026-04-08']);
  });

  it('INV-07 moves by the days paused', () => {
    const resumed = begun(rules).after(2).did('pause', reason).after(30).did('resume');
    expect(daysOf(resumed)).toEqual(['vacant 2026-02-18']);
  });

  it('INV-26 a stage that was entered in imported history says nothing', () => {
    const history = begun(rules).did('advance', {}, imported).did('return', { reason: 'Fakta' }, imported);
    expect(daysOf(history, 400)).toEqual([]);
  });
});

describe('half-way through a period', () => {
  const mid = { key: 'mid-term', form: 'in-evaluation', when: { midway: 'meeting-planned' }, to };
  const until = (on: string) => begun({ checkIns: [mid] }).did('plan-meeting', { title: 'Slut', on });

  it('comes half-way from the entry to the day, the earlier of two', () => {
    expect(duesOf(until('2028-01-12'))).toMatchObject([
      { kind: 'check-in', form: 'in-evaluation', dueOn: '2027-01-12', latest: '2028-01-12' },
    ]);
    expect(daysOf(until('2026-01-15'))).toEqual(['mid-term 2026-01-13']);
    expect(daysOf(until('2026-01-13'))).toEqual(['mid-term 2026-01-12']);
  });

  it('has another day when the end is moved, and none when the period is over or has not begun', () => {
    const moved = until('2028-01-12').did('reschedule-meeting', { meeting: 'meeting-1', on: '2027-01-12' });
    expect(daysOf(moved)).toEqual(['mid-term 2026-07-13']);
    expect(daysOf(until('2026-02-12'), 31)).toEqual(['mid-term 2026-01-27']);
    expect(daysOf(until('2026-02-12'), 32)).toEqual([]);
    expect(daysOf(until('2026-01-12'))).toEqual([]);
  });

  it('stays where it is over a pause: both ends are fixed', () => {
    const resumed = until('2028-01-12').after(2).did('pause', reason).after(90).did('resume');
    expect(daysOf(resumed)).toEqual(['mid-term 2027-01-12']);
  });

  it('INV-25 INV-26 says nothing of a day that is not known, nor where only history tells of the beginning', () => {
    expect(daysOf(until('2028'))).toEqual([]);
    const planned = until('2028-01-12');
    const history = planned.did('advance', {}, imported).did('return', { reason: 'Fakta' }, imported);
    expect(daysOf(history)).toEqual([]);
  });
});

describe('when a decision is overdue', () => {
  const overdue = {
    key: 'overdue',
    when: { after: 'decision-meeting', by: 'P7D' },
    to: ['board'],
    until: 'adopted-by-all',
    escalate: [{ after: 'P7D', to: ['chair'] }],
  };
  const party = (state: Given, organisation: string) => state.did('add-party', { organisation });
  const prepared = ['HOGSBY', 'RKL']
    .reduce(party, begun({ reminders: [overdue] }))
    .did('submit-version', {}, { imported: true })
    .did('prepare-decision', { organisation: 'HOGSBY', meetingOn: '2026-02-10' })
    .did('prepare-decision', { organisation: 'RKL', meetingOn: '2026-02-24' });

  it('each party is reminded of its own day, the step after it', () => {
    expect(daysOf(prepared)).toEqual([
      'overdue 2026-02-17',
      'overdue+1 2026-02-24',
      'overdue 2026-03-03',
      'overdue+1 2026-03-10',
    ]);
    const parties = duesOf(prepared).map(({ because }) => because.organisation);
    expect(parties).toEqual(['HOGSBY', 'HOGSBY', 'RKL', 'RKL']);
  });

  it('a party that has decided is left alone, one that has deferred is asked on its new day', () => {
    const decided = prepared
      .after(30)
      .did('record-decision', { organisation: 'HOGSBY', decision: 'yes', decidedOn: '2026-02-10' });
    expect(daysOf(decided)).toEqual(['overdue 2026-03-03', 'overdue+1 2026-03-10']);
    const deferred = prepared.after(30).did('record-decision', {
      organisation: 'HOGSBY',
      decision: 'deferred',
      decidedOn: '2026-02-10',
      newMeetingOn: '2026-03-17',
    });
    expect(daysOf(deferred)).toContain('overdue 2026-03-24');
    expect(daysOf(deferred)).not.toContain('overdue 2026-02-17');
  });

  it('a day of a board stays where it is over a pause; what is reckoned from it moves', () => {
    const paused = prepared.after(1).did('pause', reason).after(60).did('resume');
    const [first] = duesOf(paused);
    expect(first?.because.day).toBe('2026-02-10');
    // Seven days of the plan's own time after the board: it rested until the resume.
    expect(first?.dueOn).toBe(addDays(paused.setting().now.slice(0, 10), 7));
  });
});
