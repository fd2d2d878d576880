import { isRestDay, workingDayFrom } from './holidays.js';

describe('rest days', () => {
  // Good Friday, Easter Monday and Ascension Day as the almanac has them.
  it.each([
    ['2024-03-29', '2024-04-01', '2024-05-09'],
    ['2025-04-18', '2025-04-21', '2025-05-29'],
    ['2026-04-03', '2026-04-06', '2026-05-14'],
    ['2027-03-26', '2027-03-29', '2027-05-06'],
    ['2038-04-23', '2038-04-26', '2038-06-03'],
    ['2049-04-16', '2049-04-19', '2049-05-27'],
  ])('the days around Easter: %s, %s, %s', (...days) => {
    expect(days.map(isRestDay)).toEqual([true, true, true]);
  });

  it.each([
    '2026-01-01',
    '2026-01-06',
    '2026-05-01',
    '2025-06-06',
    '2026-06-19',
    '2026-12-24',
    '2026-12-25',
    '2026-12-31',
  ])('%s is a rest day', (day) => expect(isRestDay(day)).toBe(true));

  it.each(['2026-01-07', '2026-04-02', '2026-06-18', '2026-06-22', '2027-06-18', '2026-12-23', '2026-12-30'])(
    '%s is a working day',
    (day) => expect(isRestDay(day)).toBe(false),
  );

  it('the first working day after a rest day, over the year end', () => {
    expect(workingDayFrom('2026-12-31')).toBe('2027-01-04');
    expect(workingDayFrom('2026-04-02')).toBe('2026-04-02');
  });
});
