import { adoptedOn } from './adopted-on.js';

describe('adoptedOn', () => {
  it.each([
    [['2025-11-03', '2025-10-28'], '2025-11-03'],
    [['2025-24', '2025-12-31'], '2025-24'], // the winter of 2025 goes on into 2026
    [['2025-22', '2025-09-01'], '2025-09-01'],
    [['2025-09', '2025-09-12'], '2025-09'],
    [['2025-09-12T22:30:00Z', '2025-09-12'], '2025-09-12T22:30:00Z'], // the 13th in Sweden
    [['2025-09-12T08:00:00Z', '2025-09-12T15:00:00+02:00'], '2025-09-12T15:00:00+02:00'],
    [['2025-09-12T08:00:00Z', '2025-09-12'], '2025-09-12'],
    [['2025', '2024-12-31'], '2025'],
  ])('of %j is %s: the one that can be the latest', (days, latest) => {
    expect(adoptedOn(days)).toBe(latest);
    expect(adoptedOn(days.toReversed())).toBe(latest);
  });

  it('INV-25 is not known when one of them is not', () => {
    expect(adoptedOn(['2025-11-03', null])).toBeNull();
    expect(adoptedOn([])).toBeNull();
  });
});
