// Dates as precise as they were told: what is one, what may be reckoned from, and what cannot have been yet (INV-25).
import { addDays } from './days.js';
import { earliest, isDay, isExact, isOver, isWhen, liesAhead, precisionOf } from './when.js';

/** What is almost a year, a season and so on. */
const NO_DATES = {
  year: ['', '26', '20261', '12026', 'x2026', '2026x', ' 2026', '-2026'],
  season: ['2026-20', '2026-25', '2026-2', '2026-211', '12026-21', '202-21', '2026-21x'],
  month: ['2026-00', '2026-13', '2026-19', '2026-1', '2026-011', '12026-01', 'year-01'],
  day: [
    '2026-01-00',
    '2026-01-32',
    '2026-00-01',
    '2026-13-01',
    '2026-01-1',
    '2026-01-011',
    '12026-01-01',
    '2026-1-01',
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-01-40',
    'yyyy-mm-dd',
  ],
  instant: [
    '12026-01-09T08:00Z',
    '2026-01-09T08:00Zx',
    '2026-02-30T08:00Z',
    '2026-13-09T08:00Z',
    '2026-00-09T08:00Z',
    '2026-01-00T08:00Z',
    '2026-01-32T08:00Z',
    '2026-01-09T24:00Z',
    '2026-01-09T30:00Z',
    '2026-01-09T08:60Z',
    '2026-01-09T08:00:60Z',
    '2026-01-09T08:00:6Z',
    '2026-01-09T08:00:00.Z',
    '2026-01-09T08:00:00.1234567890Z',
    '2026-01-09T08:00',
    '2026-01-09T8:00Z',
    '2026-01-09T08:0Z',
    '2026-01-09T08Z',
    '2026-01-09T08:00z',
    '2026-01-09T08:00+24:00',
    '2026-01-09T08:00+30:00',
    '2026-01-09T08:00+02:60',
    '2026-01-09T08:00+0200',
    '2026-01-09T08:00*02:00',
    '2026-01-09T08:00+2:00',
    '2026-01-09T08:00+02',
    '2026-01-09 08:00Z',
  ],
};

describe('when', () => {
  it.each([
    [null, 'unknown', null],
    ['2026', 'year', '2026-01-01T00:00:00.000Z'],
    ['2026-21', 'season', '2026-03-01T00:00:00.000Z'],
    ['2026-22', 'season', '2026-06-01T00:00:00.000Z'],
    ['2026-23', 'season', '2026-09-01T00:00:00.000Z'],
    ['2026-24', 'season', '2026-12-01T00:00:00.000Z'],
    ['2026-01', 'month', '2026-01-01T00:00:00.000Z'],
    ['2026-09', 'month', '2026-09-01T00:00:00.000Z'],
    ['2026-10', 'month', '2026-10-01T00:00:00.000Z'],
    ['2026-12', 'month', '2026-12-01T00:00:00.000Z'],
    ['2026-01-09', 'day', '2026-01-09T00:00:00.000Z'],
    ['2026-10-10', 'day', '2026-10-10T00:00:00.000Z'],
    ['2026-08-31', 'day', '2026-08-31T00:00:00.000Z'],
    ['2028-02-29', 'day', '2028-02-29T00:00:00.000Z'],
    ['2026-01-09T23:59Z', 'instant', '2026-01-09T23:59:00.000Z'],
    ['2026-10-30T19:05:59Z', 'instant', '2026-10-30T19:05:59.000Z'],
    ['2026-12-31T08:00:00.5Z', 'instant', '2026-12-31T08:00:00.500Z'],
    ['2026-05-04T08:00:00.123456789Z', 'instant', '2026-05-04T08:00:00.123Z'],
    ['2026-05-04T08:00:00+02:00', 'instant', '2026-05-04T06:00:00.000Z'],
    ['2026-05-04T08:00-09:30', 'instant', '2026-05-04T17:30:00.000Z'],
    ['2026-05-04T08:00+13:45', 'instant', '2026-05-03T18:15:00.000Z'],
    ['2026-05-04T08:00-23:00', 'instant', '2026-05-05T07:00:00.000Z'],
  ])('%s is known to the %s, and is no earlier than %s', (when, precision, first) => {
    expect([precisionOf(when), earliest(when)]).toEqual([precision, first]);
    if (when !== null) expect(isWhen(when)).toBe(true);
  });

  it.each(Object.values(NO_DATES).flat())('«%s» is no date', (words) => {
    expect([precisionOf(words), isWhen(words), isDay(words), isExact(words), earliest(words)]).toEqual([
      null,
      false,
      false,
      false,
      null,
    ]);
  });

  it('a day is a day alone; only a day or an instant is exact', () => {
    const told = [null, '2026', '2026-21', '2026-05', '2026-05-04', '2026-05-04T08:00Z'];
    expect(told.filter(isExact)).toEqual(['2026-05-04', '2026-05-04T08:00Z']);
    expect(told.filter((when) => when !== null && isDay(when))).toEqual(['2026-05-04']);
  });

  const now = '2026-05-04T08:00:00.000Z';

  it.each([
    '2026-05-04T08:01:00Z',
    '2026-05-04T21:31:00+13:30',
    '2026-05-04',
    '2026-05',
    '2026',
    '2026-21',
    '2025-12-31',
    null,
    'no date',
  ])('%s may have been', (when) => expect(liesAhead(when, now)).toBe(false));

  it.each([
    '2026-05-05',
    '2026-05-04T08:01:00.001Z',
    '2026-05-04T22:00:00Z',
    '2026-05-04T07:59-00:03',
    '2026-06',
    '2027',
    '2026-22',
  ])('%s lies ahead', (when) => expect(liesAhead(when, now)).toBe(true));

  it('a day may have been as soon as it has begun somewhere, an instant only when it has come', () => {
    expect(['2026-05-05', '2026-05-04T10:01:00Z'].map((when) => liesAhead(when, '2026-05-04T09:59:59.999Z'))).toEqual([
      true,
      true,
    ]);
    expect(['2026-05-05', '2026-05-05T00:00:00Z'].map((when) => liesAhead(when, '2026-05-04T10:00:00Z'))).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['2026-05-04', '2026-05-05'],
    ['2026-05-04T21:59:59Z', '2026-05-05'],
    ['2026-05-04T22:00:00Z', '2026-05-06'],
    ['2026-05', '2026-06-01'],
    ['2026-12', '2027-01-01'],
    ['2026-21', '2026-06-01'],
    ['2026-24', '2027-03-01'],
    ['2026', '2027-01-01'],
  ])('%s is over on %s and not the day before', (when, day) => {
    expect([isOver(when, addDays(day, -1)), isOver(when, day), isOver(when, '9999-12-31')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each([null, 'no date', '9999-12-31'])('%s is never over', (when) =>
    expect(isOver(when, '9999-12-31')).toBe(false),
  );
});
