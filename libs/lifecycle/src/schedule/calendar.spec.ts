import fc from 'fast-check';
import { CALENDAR_DEFAULTS, instantOf, swedishCalendar, type CalendarSettings } from './calendar.js';
import { addDays, dayOf } from './days.js';
import { isRestDay } from './holidays.js';

const calendar = swedishCalendar();
const DAY_MS = 86_400_000;
const days = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2199, 11, 31) })
  .map((ms) => dayOf(new Date(ms).toISOString()));
const instants = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2199, 11, 31) })
  .map((ms) => new Date(ms).toISOString());
const timeIn = (at: string) =>
  new Date(at).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm', timeStyle: 'short' });

describe('the calendar', () => {
  it.each([
    ['2026-01-12', '2026-01-12T06:00:00.000Z'],
    ['2026-03-28', '2026-03-28T06:00:00.000Z'],
    ['2026-03-29', '2026-03-29T05:00:00.000Z'],
    ['2026-10-24', '2026-10-24T05:00:00.000Z'],
    ['2026-10-25', '2026-10-25T06:00:00.000Z'],
    ['2040-07-01', '2040-07-01T05:00:00.000Z'],
    ['2028-02-29', '2028-02-29T06:00:00.000Z'],
  ])('INV-42 the mail of %s goes out at seven in Stockholm, %s', (day, at) => expect(calendar.sendAt(day)).toBe(at));

  it('INV-42 it is seven there on every day, whatever the clocks do', () => {
    fc.assert(
      fc.property(days, (day) => {
        const at = calendar.sendAt(day);
        expect([dayOf(at), timeIn(at)]).toEqual([day, '07:00']);
      }),
    );
  });

  it('a time that the spring leaves out comes an hour later, one that the autumn has twice is its first', () => {
    expect(instantOf('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(timeIn('2026-03-29T01:30:00.000Z')).toBe('03:30');
    expect(instantOf('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z');
  });

  it.each([
    ['2026-01-12T05:59:59.999Z', '2026-01-12T06:00:00.000Z'],
    ['2026-01-12T06:00:00.000Z', '2026-01-12T06:00:00.000Z'],
    ['2026-01-12T16:59:59.999Z', '2026-01-12T16:59:59.999Z'],
    ['2026-01-12T17:00:00.000Z', '2026-01-13T06:00:00.000Z'],
    ['2026-01-16T17:00:00.000Z', '2026-01-19T06:00:00.000Z'],
    ['2026-01-17T11:00:00.000Z', '2026-01-19T06:00:00.000Z'],
    ['2026-03-27T18:00:00.000Z', '2026-03-30T05:00:00.000Z'],
    ['2026-06-18T16:00:00.000Z', '2026-06-22T05:00:00.000Z'],
    ['2026-12-23T18:00:00.000Z', '2026-12-28T06:00:00.000Z'],
    ['2026-12-31T11:00:00.000Z', '2027-01-04T06:00:00.000Z'],
  ])('the first open hour of a working day from %s on is %s', (at, open) => expect(calendar.soonest(at)).toBe(open));

  it('the first hour outside the quiet ones comes on days of rest, too', () => {
    expect(calendar.awake('2026-01-16T17:00:00.000Z')).toBe('2026-01-17T06:00:00.000Z');
    expect(calendar.awake('2026-01-17T11:00:00.000Z')).toBe('2026-01-17T11:00:00.000Z');
  });

  it('quiet hours that end when the clocks go back do not end before now', () => {
    const early = swedishCalendar({ quietHours: { from: '18:00', to: '02:30' }, weekends: false });
    expect(early.awake('2026-10-25T00:10:00.000Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(early.awake('2026-10-25T01:10:00.000Z')).toBe('2026-10-25T01:10:00.000Z');
  });

  it('never goes back, and comes to rest: outside quiet hours, on a working day', () => {
    const hours = fc.tuple(fc.nat(23), fc.nat(59)).map((two) => two.map((n) => String(n).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(instants, hours, hours, fc.boolean(), (at, from, to, weekends) => {
        const one = swedishCalendar({ quietHours: { from, to }, weekends });
        const open = one.soonest(at);
        expect(open >= at).toBe(true);
        expect(one.isWorkingDay(dayOf(open))).toBe(true);
        expect(one.awake(at) >= at && one.awake(at) <= open).toBe(true);
        // Quiet hours that end when the clocks change may end twice.
        if (to < '02:00' || to > '03:00') expect([one.awake(open), one.soonest(open)]).toEqual([open, open]);
      }),
    );
  });

  it('a later instant is never sent earlier', () => {
    fc.assert(
      fc.property(instants, fc.nat(10 * DAY_MS), (at, later) => {
        const then = new Date(Date.parse(at) + later).toISOString();
        expect(calendar.soonest(then) >= calendar.soonest(at)).toBe(true);
      }),
    );
  });

  it('the nearest working days lie on both sides of a day, and it is its own when it is one', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [before, after] = [calendar.workingDayUpTo(day), calendar.workingDayFrom(day)];
        expect([isRestDay(before), isRestDay(after)]).toEqual([false, false]);
        expect(before === day).toBe(!isRestDay(day));
        expect(after === day).toBe(!isRestDay(day));
        for (let between = addDays(before, 1); between < after; between = addDays(between, 1))
          expect(isRestDay(between)).toBe(true);
      }),
    );
  });

  it('escalations rest until the first working day after the summer break; without one only on days of rest', () => {
    const asked = ['2026-06-21', '2026-06-22', '2026-08-09', '2026-08-10', '2026-08-15'];
    const then = ['2026-08-10', '2026-08-10', '2026-08-10', '2026-08-10', '2026-08-17'];
    expect(asked.map(calendar.escalationDayFrom)).toEqual(then);
    expect(asked.map(calendar.isSummerBreak)).toEqual([false, true, true, false, false]);
    const { summerBreak: _, ...without } = CALENDAR_DEFAULTS;
    expect(swedishCalendar(without).escalationDayFrom('2026-07-04')).toBe('2026-07-06');
  });

  it('where people work on Saturdays and Sundays, holidays are days of rest all the same', () => {
    const open = swedishCalendar({ ...CALENDAR_DEFAULTS, weekends: false });
    expect(['2026-01-17', '2026-04-05', '2026-06-20', '2026-10-31', '2026-05-24'].map(open.isWorkingDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('quiet hours within a day, and none at all', () => {
    const lunch = swedishCalendar({ quietHours: { from: '12:00', to: '13:00' }, weekends: true });
    expect(lunch.soonest('2026-01-12T11:30:00.000Z')).toBe('2026-01-12T12:00:00.000Z');
    expect(lunch.soonest('2026-01-12T01:30:00.000Z')).toBe('2026-01-12T01:30:00.000Z');
    const never = swedishCalendar({ quietHours: { from: '08:00', to: '08:00' }, weekends: true });
    expect(never.soonest('2026-01-12T23:30:00.000Z')).toBe('2026-01-12T23:30:00.000Z');
  });

  const wrong: [string, Partial<CalendarSettings>, string][] = [
    [
      'an hour',
      { quietHours: { from: '24:00', to: '07:00' } },
      'quietHours.from of the calendar cannot be read: 24:00',
    ],
    ['a time', { quietHours: { from: '18:00', to: '7' } }, 'quietHours.to of the calendar cannot be read: 7'],
    ['a date', { summerBreak: { from: '6-22', to: '08-09' } }, 'summerBreak.from of the calendar cannot be read: 6-22'],
    ['an end', { summerBreak: { from: '06-22', to: '08-32' } }, 'summerBreak.to of the calendar cannot be read: 08-32'],
    ['a winter', { summerBreak: { from: '12-20', to: '01-06' } }, 'summerBreak of the calendar must lie within a year'],
    ['a year', { summerBreak: { from: '01-01', to: '12-31' } }, 'summerBreak of the calendar must lie within a year'],
  ];
  it.each(wrong)('refuses %s that cannot be, and names it', (_what, settings, words) => {
    expect(() => swedishCalendar({ ...CALENDAR_DEFAULTS, ...settings })).toThrow(words);
  });
});
