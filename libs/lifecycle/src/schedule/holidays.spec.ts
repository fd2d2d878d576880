import Holidays from 'date-holidays';
import { addDays } from './days.js';
import { isHoliday, isRestDay, isWeekend, workingDayFrom } from './holidays.js';

describe('rest days', () => {
  // Good Friday, Easter Monday and Ascension Day as the almanac has them.
  it.each([
    ['2024-03-29', '2024-04-01', '2024-05-09'],
    ['2025-04-18', '2025-04-21', '2025-05-29'],
    ['2026-04-03', '2026-04-06', '2026-05-14'],
    ['2027-03-26', '2027-03-29', '2027-05-06'],
    ['2038-04-23', '2038-04-26', '2038-06-03'],
    ['2049-04-16', '2049-04-19', '2049-05-27'],
    ['1818-03-20', '1818-03-23', '1818-04-30'],
    ['1943-04-23', '1943-04-26', '1943-06-03'],
    ['2100-03-26', '2100-03-29', '2100-05-06'],
    ['2200-04-04', '2200-04-07', '2200-05-15'],
    ['2300-04-06', '2300-04-09', '2300-05-17'],
    ['2499-03-27', '2499-03-30', '2499-05-07'],
  ])('the days around Easter: %s, %s, %s', (...days) => {
    expect(days.map(isRestDay)).toEqual([true, true, true]);
  });

  it.each([
    '2026-01-01',
    '2026-01-06',
    '2026-05-01',
    '2025-06-06',
    '2026-06-19',
    '2027-06-25',
    '2026-12-24',
    '2026-12-25',
    '2025-12-26',
    '2026-12-31',
  ])('%s is a rest day', (day) => expect(isRestDay(day)).toBe(true));

  it.each([
    '2026-01-07',
    '2026-04-02',
    '2026-06-18',
    '2026-06-22',
    '2027-06-18',
    '2026-06-26',
    '2026-12-23',
    '2026-12-30',
  ])('%s is a working day', (day) => expect(isRestDay(day)).toBe(false));

  it('the first working day after a rest day, over the year end', () => {
    expect(workingDayFrom('2026-12-31')).toBe('2027-01-04');
    expect(workingDayFrom('2026-04-02')).toBe('2026-04-02');
  });

  it('the calendar has an edge, and the search for a working day ends there', () => {
    expect(workingDayFrom('9999-12-31')).toBe('9999-12-31');
  });

  // The judge is a well-kept library (ADR 18). Since 2005 the free days are those of today.
  it('are those of the holiday library, day by day over a hundred years', () => {
    const judge = new Holidays('SE', { types: ['public', 'bank'], timezone: 'Europe/Stockholm' });
    const years = Array.from({ length: 100 }, (_, index) => 2005 + index);
    const free = new Set(years.flatMap((year) => judge.getHolidays(year).map(({ date }) => date.slice(0, 10))));
    const differing: string[] = [];
    for (let day = '2005-01-01'; day < '2105-01-01'; day = addDays(day, 1)) {
      if (isHoliday(day) !== free.has(day)) differing.push(day);
      if (isRestDay(day) !== (isHoliday(day) || isWeekend(day))) differing.push(day);
    }
    expect(differing).toEqual([]);
    expect(free.size).toBeGreaterThan(1500);
  });
});
