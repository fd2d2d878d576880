import fc from 'fast-check';
import { calendarOf } from '../engine.js';
import type { Given } from '../given.js';
import { swedishCalendar } from './calendar.js';
import { addDays, dayOf } from './days.js';
import { ANNA, begun, BO, CILLA, DAN } from './given-rules.js';
import type { Sending } from './sendings.js';

const calendar = swedishCalendar();
const to = ['process-leader'];
const has = (state: Given, role: string, person: string, more: object = {}) =>
  state.did('assign-role', { role, person, organisation: 'RKL', ...more });
const names: Record<string, string> = { [ANNA]: 'Anna', [BO]: 'Bo', [CILLA]: 'Cilla', [DAN]: 'Dan' };
const said = ({ at, due, asked, vacant }: Sending) =>
  [
    dayOf(at),
    due.step === undefined ? due.rule : `${due.rule}+${due.step}`,
    ...asked.map(({ person }) => names[person]),
    ...vacant.map((role) => `(${role})`),
  ].join(' ');
const play = (state: Given, until: string, sent?: Map<string, string>) =>
  calendarOf(state.template, state.plan, state.setting().now, `${until}T22:00:00Z`, calendar, sent);

describe('the calendar of a plan', () => {
  const decision = { before: 'decision-meeting' };
  const asks = { to: ['chair'], until: 'adopted-by-all' };
  const rules = {
    reminders: [
      { key: 'fortnight', when: { ...decision, by: 'P14D' }, ...asks },
      { key: 'soon', when: { ...decision, by: 'P3D' }, ...asks, escalate: [{ after: 'P2D', to: ['deputy'] }] },
      {
        key: 'late',
        when: { after: 'decision-meeting', by: 'P7D' },
        ...asks,
        escalate: [{ after: 'P14D', to: ['accountable'] }],
      },
    ],
    checkIns: [{ key: 'talk', form: 'reflection-talk', when: { entered: 'P6M' }, to: ['researcher'] }],
  };
  const paused = { whilePaused: [{ key: 'review', when: { entered: 'P30D' }, to }] };
  const researcher = { key: 'researcher', name: { sv: 'följeforskare', en: 'researcher' } };
  const blank = begun(rules, { rules: paused });
  const template = { ...blank.template, roles: [...blank.template.roles, researcher] };
  Object.assign(blank, { template });
  const staffed = has(has(has(blank, 'process-leader', ANNA), 'chair', BO, { deputy: CILLA }), 'researcher', DAN);
  const submitted = staffed
    .did('add-party', { organisation: 'RKL' })
    .did('submit-version', {}, { imported: true })
    .did('prepare-decision', { organisation: 'RKL', meetingOn: '2026-06-09' });

  it('the board has not decided: the chair, the deputy, whoever answers; paused over the summer; the talk in the autumn', () => {
    const spring = play(submitted, '2026-06-16');
    expect(spring.map(said)).toEqual([
      '2026-05-26 fortnight Bo',
      // Three days before is a Saturday and the National Day; on the Monday the deputy steps in.
      '2026-06-05 soon Bo',
      '2026-06-08 soon+1 Cilla',
      '2026-06-16 late Bo',
    ]);
    const days = new Map(spring.map(({ at, due }) => [due.key, dayOf(at)]));
    const pause = submitted.after(156).did('pause', { reason: 'Sommar', reviewOn: '2026-08-17' });
    expect(pause.setting().now.slice(0, 10)).toBe('2026-06-17');
    expect(play(pause, '2026-09-30', days).map(said)).toEqual(['2026-08-17 review Anna']);
    const resumed = pause.after(61).did('resume');
    expect(play(resumed, '2026-12-31', days).map(said)).toEqual([
      // A fortnight after the chair was told, not counting the pause: a Sunday.
      '2026-08-31 late+1 Anna',
      '2026-09-11 talk Dan',
    ]);
  });

  it('INV-40 asks somebody else where a role is vacant, and says so', () => {
    const [first] = play(submitted.did('end-role', { holding: 'holding-2' }), '2026-05-31');
    expect(first && said(first)).toBe('2026-05-26 fortnight Anna (chair)');
  });

  it('INV-39 sends nothing of what is done', () => {
    const decided = submitted.did('record-decision', { organisation: 'RKL', decision: 'yes', decidedOn: '2026-01-10' });
    expect(play(decided, '2026-07-01').map(said)).toEqual([]);
  });

  it('after years of standstill sends what is due once, in order, and a step not with what it follows', () => {
    const quiet = { key: 'quiet', when: { idle: 'P30D' }, to, escalate: [{ after: 'P7D', to: ['chair'] }] };
    const monthly = { key: 'month', when: { every: 'P1M' }, to };
    const late = has(begun({ reminders: [quiet, monthly] }), 'process-leader', ANNA).after(900);
    expect(play(late, '2028-07-20').map(said)).toEqual([
      '2028-06-30 quiet Anna',
      '2028-06-30 month Anna',
      '2028-07-12 month Anna',
    ]);
    expect(play(late, '2028-08-20').map(said)).toContain('2028-08-10 quiet+1 Anna (chair)');
  });

  it('in pieces is the same as at once', () => {
    const whole = play(submitted, '2027-01-31');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 380 }), (days) => {
        const cut = `${addDays('2026-01-12', days)}T12:00:00.000Z`;
        const { template: by, plan } = submitted;
        const first = calendarOf(by, plan, submitted.setting().now, cut, calendar);
        const sent = new Map(first.map(({ at, due }) => [due.key, dayOf(at)]));
        const rest = calendarOf(by, plan, cut, '2027-01-31T22:00:00Z', calendar, sent);
        expect([...first, ...rest].map(said)).toEqual(whole.map(said));
      }),
      { numRuns: 12 },
    );
  });

  it('nothing twice, nothing early, nothing at night or on a day of rest, nothing after its last day', () => {
    const every = { key: 'every', when: { every: 'P11D', first: 'P3D' }, to };
    const idle = { key: 'idle', when: { idle: 'P5D' }, to, escalate: [{ after: 'P3D', to: ['accountable'] }] };
    const soon = {
      key: 'soon',
      when: { before: 'meeting-planned', by: 'P6D' },
      to,
      until: 'meeting-held',
      escalate: [{ after: 'P2D', to: ['chair'] }],
    };
    const base = has(begun({ reminders: [every, idle, soon] }), 'process-leader', ANNA);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }), (meeting, quiet) => {
        const state = base.did('plan-meeting', { title: 'Möte', on: addDays('2026-01-12', meeting) }).after(quiet);
        const from = state.setting().now;
        const sendings = calendarOf(state.template, state.plan, from, '2026-12-31T22:00:00Z', calendar);
        expect(new Set(sendings.map(({ due }) => due.key)).size).toBe(sendings.length);
        for (const { at, due } of sendings) {
          const day = dayOf(at);
          if (due.latest === undefined) expect(day >= due.dueOn).toBe(true);
          else expect(day <= due.latest).toBe(true);
          expect(at >= from && calendar.awake(at) === at).toBe(true);
          if (due.latest === undefined) expect(calendar.isWorkingDay(day)).toBe(true);
        }
        expect(sendings.map(({ at }) => at)).toEqual(sendings.map(({ at }) => at).toSorted());
      }),
      { numRuns: 15 },
    );
  });

  it('a step waits for the one before it, also where a short month turns their days round', () => {
    const escalate = [
      { after: 'P30D', to: ['chair'] },
      { after: 'P1M', to: ['board'] },
    ];
    const notes = {
      key: 'notes',
      when: { after: 'meeting-planned', by: 'P1D' },
      to,
      until: 'notes-recorded',
      escalate,
    };
    const held = begun({ reminders: [{ ...notes, until: 'meeting-held' }] });
    const planned = has(held, 'process-leader', ANNA).did('plan-meeting', { title: 'Möte', on: '2026-02-02' });
    expect(play(planned, '2026-04-30').map(said)).toEqual([
      '2026-02-03 notes Anna',
      '2026-03-05 notes+1 Anna (chair)',
      '2026-03-06 notes+2 Anna (board)',
    ]);
    expect(play(planned.after(60), '2026-04-30').map(said)).toEqual([
      '2026-03-13 notes Anna',
      '2026-04-13 notes+1 Anna (chair)',
      '2026-04-14 notes+2 Anna (board)',
    ]);
  });

  it('begins when it is asked to: what comes up in the evening goes out in the morning', () => {
    const welcome = { key: 'welcome', when: { entered: 'P0D' }, to };
    const state = has(begun({ reminders: [welcome] }), 'process-leader', ANNA);
    const from = (instant: string, until: string) =>
      calendarOf(state.template, state.plan, instant, until, calendar).map(({ at }) => at);
    expect(from('2026-01-12T18:00:00Z', '2026-01-14T00:00:00Z')).toEqual(['2026-01-13T06:00:00.000Z']);
    expect(from('2026-01-12T10:00:00Z', '2026-01-12T10:00:00Z')).toEqual(['2026-01-12T10:00:00.000Z']);
    expect(from('2026-01-12T10:00:00Z', '2026-01-12T09:00:00Z')).toEqual([]);
  });

  it('plays nothing when the end comes before the beginning, and is quick at ten years', () => {
    expect(play(submitted, '2026-01-11')).toEqual([]);
    expect(play(submitted, '2036-01-11').length).toBeLessThan(20);
  });
});
