// The days that calendars trip over: leap days, the last of a month, long delays, both changes of the clocks, and past 2039.
import fc from 'fast-check';
import { due } from '../engine.js';
import { swedishCalendar } from './calendar.js';
import { addDays, dayOf } from './days.js';
import { deliveryInstant } from './delivery.js';
import { begun, duesOf } from './given-rules.js';

const to = ['process-leader'];
const calendar = swedishCalendar();

function planned(on: string, when: object) {
  const rule = { key: 'rule', when, to } as Parameters<typeof begun>[0]['reminders'] extends (infer One)[] | undefined
    ? One
    : never;
  return begun({ reminders: [rule] }).did('plan-meeting', { title: 'Möte', on });
}

/** The day of the rule, and the instant at which it goes out. */
function falls(on: string, when: object): [string, string] {
  const [one] = duesOf(planned(on, when));
  if (!one) throw new Error('nothing is due');
  return [one.dueOn, deliveryInstant(one, calendar)];
}
const after = (on: string, by: string) => falls(on, { after: 'meeting-planned', by });
const before = (on: string, by: string) => falls(on, { before: 'meeting-planned', by });

describe('the bounds of the calendar', () => {
  it.each([
    ['2027-01-29', 'P1M', '2027-02-28', '2027-03-01T06:00:00.000Z'],
    ['2028-01-31', 'P1M', '2028-02-29', '2028-02-29T06:00:00.000Z'],
    ['2028-02-29', 'P1Y', '2029-02-28', '2029-02-28T06:00:00.000Z'],
    ['2028-02-29', 'P4Y', '2032-02-29', '2032-03-01T06:00:00.000Z'],
    ['2026-08-31', 'P1M', '2026-09-30', '2026-09-30T05:00:00.000Z'],
    ['2026-03-16', 'P25D', '2026-04-10', '2026-04-10T05:00:00.000Z'],
    ['2026-03-16', 'P30D', '2026-04-15', '2026-04-15T05:00:00.000Z'],
    ['2026-03-16', 'P90D', '2026-06-14', '2026-06-15T05:00:00.000Z'],
    ['2026-03-16', 'P400D', '2027-04-20', '2027-04-20T05:00:00.000Z'],
    ['2026-03-27', 'P2D', '2026-03-29', '2026-03-30T05:00:00.000Z'],
    ['2026-10-23', 'P2D', '2026-10-25', '2026-10-26T06:00:00.000Z'],
    ['2039-12-30', 'P60D', '2040-02-28', '2040-02-28T06:00:00.000Z'],
    ['2040-02-29', 'P10Y', '2050-02-28', '2050-02-28T06:00:00.000Z'],
  ])('%s and %s is %s, sent %s', (on, by, day, at) => expect(after(on, by)).toEqual([day, at]));

  it.each([
    ['2026-03-31', 'P1M', '2026-02-28', '2026-02-27T06:00:00.000Z'],
    ['2028-03-30', 'P1M', '2028-02-29', '2028-02-29T06:00:00.000Z'],
    ['2027-06-30', 'P400D', '2026-05-26', '2026-05-26T05:00:00.000Z'],
    ['2026-04-12', 'P14D', '2026-03-29', '2026-03-27T06:00:00.000Z'],
    ['2041-11-11', 'P17D', '2041-10-25', '2041-10-25T05:00:00.000Z'],
    ['2041-11-11', 'P14D', '2041-10-28', '2041-10-28T06:00:00.000Z'],
  ])('%s less %s is %s, sent %s', (on, by, day, at) => expect(before(on, by)).toEqual([day, at]));

  it('what recurs on the 31st keeps to the last day of each month, and to the 31st where there is one', () => {
    const monthly = { key: 'month', when: { every: 'P1M', first: 'P19D' }, to };
    const begunOnThe12th = begun({ reminders: [monthly] });
    const seen = new Set(Array.from({ length: 400 }, (_, days) => duesOf(begunOnThe12th, days)[0]?.dueOn));
    expect([...seen].slice(0, 6)).toEqual([
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
    ]);
  });

  it('INV-42 the same instant is the same day however its clock is written', () => {
    const offsets = fc.integer({ min: -23 * 60, max: 23 * 60 });
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 0, 1) });
    fc.assert(
      fc.property(instants, fc.array(offsets, { minLength: 1, maxLength: 5 }), (ms, minutes) => {
        const whole = ms - (ms % 60_000);
        const told = minutes.map((offset) => dayOf(writtenWith(whole, offset)));
        expect(new Set(told)).toEqual(new Set([dayOf(new Date(whole).toISOString())]));
      }),
    );
  });

  it('what is due does not hang on the hour of the day, nor on how it is written', () => {
    const state = planned('2026-06-30', { before: 'meeting-planned', by: 'P14D' });
    fc.assert(
      fc.property(
        fc.nat(400),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.integer({ min: -720, max: 720 }),
        (days, minute, offset) => {
          const day = addDays('2026-01-12', days);
          const midnight = Date.parse(`${day}T00:00:00Z`);
          const at = writtenWith(midnight + minute * 60_000, offset);
          const noon = `${dayOf(at)}T10:00:00Z`;
          expect(due(state.plan, at, state.template)).toEqual(due(state.plan, noon, state.template));
        },
      ),
    );
  });
});

/** RFC 3339 with an offset of so many minutes. */
function writtenWith(ms: number, minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number) => String(n).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
  return new Date(ms + minutes * 60_000).toISOString().replace('Z', offset);
}
