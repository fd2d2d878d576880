import fc from 'fast-check';
import { sumOfDistinct, type Part } from './total.js';

const part = (value: number, qualifier: 'exact' | 'about' | 'more-than', distinct = true, unit = 'persons'): Part => ({
  count: { value, unit, qualifier },
  distinct,
});

const anyPart = fc.record({
  count: fc.record({
    value: fc.integer({ min: 0, max: 1000 }),
    unit: fc.constantFrom('persons', 'operations'),
    qualifier: fc.constantFrom('exact' as const, 'about' as const, 'more-than' as const),
  }),
  distinct: fc.boolean(),
});

describe('a total of counts', () => {
  it('INV-28 is not the sum of parts that may overlap', () => {
    expect(sumOfDistinct([part(2, 'exact'), part(2, 'exact', false)], 'persons')).toBeNull();
    expect(sumOfDistinct([], 'persons')).toBeNull();
    expect(sumOfDistinct([part(2, 'exact')], 'persons')).toBeNull();
  });

  it.each([
    [['exact', 'exact'], 'exact'],
    [['exact', 'more-than'], 'more-than'],
    [['more-than', 'about'], 'about'],
  ] as const)('INV-28 of distinct parts that are %s is %s', ([first, second], qualifier) => {
    const total = sumOfDistinct([part(2, first), part(30, second)], 'persons');
    expect(total).toEqual({ value: 32, unit: 'persons', qualifier });
  });

  it('INV-27 never adds different units', () => {
    fc.assert(
      fc.property(fc.array(anyPart), (parts) => {
        const persons = parts.filter((one) => one.count.unit === 'persons');
        expect(sumOfDistinct(parts, 'persons')).toEqual(sumOfDistinct(persons, 'persons'));
      }),
    );
  });

  it('INV-28 there is a total exactly when there are several parts of the unit and every one is distinct', () => {
    fc.assert(
      fc.property(fc.array(anyPart), (parts) => {
        const same = parts.filter((one) => one.count.unit === 'operations');
        const summed = same.length > 1 && same.every((one) => one.distinct);
        expect(sumOfDistinct(parts, 'operations') !== null).toBe(summed);
      }),
    );
  });
});
