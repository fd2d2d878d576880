import { isWhen } from '#libs/lifecycle';
import type { ToldDate } from './history.js';
import { whenTold } from './when-told.js';

const season = (name: 'spring' | 'summer' | 'autumn' | 'winter', from: number, to = from): ToldDate => ({
  season: name,
  year_from: from,
  year_to: to,
});

describe('INV-25 a date in the words of a source', () => {
  it.each<[string, ToldDate | undefined, string | null]>([
    ['våren 2021', season('spring', 2021), '2021-21'],
    ['sommaren 2021', season('summer', 2021), '2021-22'],
    ['hösten 2021', season('autumn', 2021), '2021-23'],
    ['Vinter 2021-2022', season('winter', 2021, 2022), '2021-24'],
    ['vintern 2021, its beginning or its end', season('winter', 2021), '2021'],
    ['vintrarna 2019-2022', season('winter', 2019, 2022), null],
    ['våren 2021 eller 2022', season('spring', 2021, 2022), null],
    ['2014', { year_from: 2014 }, '2014'],
    ['2017-2019', { year_from: 2017, year_to: 2019 }, null],
    ['13 mars 2021', { ...season('spring', 2021), iso_date: '2021-03-13' }, '2021-03-13'],
    ['nothing', { season: null, year_from: null, year_to: null, iso_date: null }, null],
    ['nothing at all', undefined, null],
  ])('%s', (_words, told, when) => {
    expect(whenTold(told)).toBe(when);
    if (when !== null) expect(isWhen(when)).toBe(true);
  });
});
