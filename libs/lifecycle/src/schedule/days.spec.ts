import fc from 'fast-check';
import { addDays, addDuration, dayOf, daysBetween } from './days.js';

const DAY_MS = 86_400_000;
const days = fc.integer({ min: -20_000, max: 40_000 }).map((n) => new Date(n * DAY_MS).toISOString().slice(0, 10));
const months = fc.integer({ min: 0, max: 600 });

/** The last Sunday of a month, 01:00 UTC: when the clocks change in the Union (directive 2000/84/EC). */
function clockChange(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 0, 1));
  return last.getTime() - last.getUTCDay() * DAY_MS;
}

function isSummer(ms: number): boolean {
  const year = new Date(ms).getUTCFullYear();
  return ms >= clockChange(year, 3) && ms < clockChange(year, 10);
}

describe('days', () => {
  it('INV-42 an instant falls on its day in Stockholm, summer and winter', () => {
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) });
    fc.assert(
      fc.property(instants, (ms) => {
        const local = new Date(ms + (isSummer(ms) ? 2 : 1) * 3_600_000);
        expect(dayOf(new Date(ms).toISOString())).toBe(local.toISOString().slice(0, 10));
      }),
    );
  });

  it.each([
    ['2026-03-28T22:59:59Z', '2026-03-28'],
    ['2026-03-28T23:00:00Z', '2026-03-29'],
    ['2026-03-29T21:59:59Z', '2026-03-29'],
    ['2026-03-29T22:00:00Z', '2026-03-30'],
    ['2026-10-24T22:00:00Z', '2026-10-25'],
    ['2026-10-25T22:59:59Z', '2026-10-25'],
    ['2026-10-25T23:00:00Z', '2026-10-26'],
    ['2026-01-01T00:30:00+02:00', '2025-12-31'],
    ['2026-05-01', '2026-05-01'],
    ['0000-05-01', '0000-05-01'],
    ['0000-05-01T10:00:00Z', '0000-05-01'],
    ['0000-01-01T00:00:00+14:00', '0000-01-01'],
    ['0001-05-01T10:00:00Z', '0001-05-01'],
    ['9999-12-31T12:00:00Z', '9999-12-31'],
    ['9999-12-31T23:30:00Z', '9999-12-31'],
    ['9999-12-31T23:59:59-23:59', '9999-12-31'],
    ['0999-06-01T12:00:00Z', '0999-06-01'],
  ])('INV-42 %s is on %s, also where the clocks change', (when, day) => {
    expect(dayOf(when)).toBe(day);
  });

  it('days on and days between agree, and no clock change makes a day longer', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count);
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('a month on is the same date of the next month, or its last', () => {
    fc.assert(
      fc.property(days, months, (day, count) => {
        const then = addDuration(day, `P${count}M`);
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
        const first = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString();
        expect(then.slice(0, 7)).toBe(first.slice(0, 7));
        expect(Number(then.slice(8))).toBe(Math.min(date, lastDate));
      }),
    );
  });

  it('later stays later, whatever is added', () => {
    const durations = fc.tuple(fc.nat(3), fc.nat(30), fc.nat(60)).map(([y, m, d]) => `P${y}Y${m}M${d}D`);
    fc.assert(
      fc.property(days, fc.nat(400), durations, (day, count, duration) => {
        expect(addDuration(addDays(day, count), duration) >= addDuration(day, duration)).toBe(true);
      }),
    );
  });

  it.each([
    ['2026-01-31', 'P1M', 1, '2026-02-28'],
    ['2028-01-31', 'P1M', 1, '2028-02-29'],
    ['2028-02-29', 'P1Y', 1, '2029-02-28'],
    ['2028-02-29', 'P1Y', 4, '2032-02-29'],
    ['2026-03-31', 'P1M', -1, '2026-02-28'],
    ['2026-01-31', 'P1M', 2, '2026-03-31'],
    ['2026-12-31', 'P2W', 1, '2027-01-14'],
    ['2026-01-05', 'P10W', 1, '2026-03-16'],
    ['2026-01-05', 'P10Y', 1, '2036-01-05'],
    ['2026-01-05', 'P1Y2M3W4D', 1, '2027-03-30'],
    ['2026-01-30', 'P1M1D', 1, '2026-03-01'],
    ['2026-03-20', 'P14D', -1, '2026-03-06'],
    ['9999-12-01', 'P1Y', 1, '9999-12-31'],
  ])('%s and %s, %i times, is %s', (day, duration, times, then) => {
    expect(addDuration(day, duration, times)).toBe(then);
  });

  it.each(['PT5H', '-P1D', 'P1D ', 'P1.5D', '1D', ''])('«%s», no duration of days, is refused loudly', (duration) => {
    expect(() => addDuration('2026-01-01', duration)).toThrow(
      `not a duration in days, weeks, months or years: ${duration}`,
    );
  });
});
