// The quick way through a body says yes where class-validator finds nothing, and gives what class-transformer gives; never else.
import { soundBody } from '#libs/platform';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, validateSync } from 'class-validator';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { verbBodies } from './verb-bodies.js';

type Body = ClassConstructor<object>;

const TEXTS = [
  '',
  ' ',
  'RKL',
  'a-key',
  'En rad',
  'två\nrader',
  '2026-03-15',
  '2026-02-30',
  '2027-21',
  '2026',
  'yes',
  'exact',
];
const LONG = ['å'.repeat(201), 'x'.repeat(20_001), '7c9e6679-7425-40de-944b-e07fc1f90ae7', 'https://example.org/a'];
const OTHERS = [0, 1, -1, 3, 1.5, 1e13, 2026, true, false, null];
const LISTS = [[], ['RKL'], ['RKL', 'HOGSBY'], [''], [1], [null], [{}], [[]]];
const OBJECTS: object[] = [{}, { a: 1 }, { toString: 1 }, { value: 3, unit: 'personer', qualifier: 'about' }];
const VALUES: unknown[] = [...TEXTS, ...LONG, ...OTHERS, ...LISTS, ...OBJECTS];

const WHOLE = { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false };
const rulesOf = (type: Body) => getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
const namesOf = (type: Body) => [...new Set(rulesOf(type).map((one) => one.propertyName))];
const faultless = (type: Body, value: object) => validateSync(plainToInstance(type, value), WHOLE).length === 0;

/** What a rule of the field names is tried too, so that each field has values that will do. */
function valuesOf(type: Body, name: string): fc.Arbitrary<unknown> {
  const nested = defaultMetadataStorage.findTypeMetadata(type, name)?.typeFunction() as Body | undefined;
  const named = rulesOf(type).flatMap((one) => (one.propertyName === name ? (one.constraints?.flat(2) ?? []) : []));
  const all = [...VALUES, ...named.filter((one) => typeof one === 'string')];
  const isFit = (value: unknown) =>
    !validateSync(plainToInstance(type, { [name]: value }), WHOLE).some((error) => error.property === name);
  const fit = all.filter(isFit);
  const pools = [fc.constantFrom(...all), ...(fit.length > 0 ? [fc.constantFrom(...fit)] : [])];
  if (!nested)
    return fc.oneof(
      { arbitrary: pools[0] as fc.Arbitrary<unknown>, weight: 1 },
      { arbitrary: pools.at(-1) as fc.Arbitrary<unknown>, weight: 12 },
    );
  const inner = bodiesOf(nested);
  return fc.oneof(
    { arbitrary: inner, weight: 4 },
    { arbitrary: fc.array(inner, { maxLength: 3 }), weight: 4 },
    ...pools,
  );
}

function bodiesOf(type: Body): fc.Arbitrary<object> {
  const fields = Object.fromEntries(namesOf(type).map((name) => [name, valuesOf(type, name)]));
  const known = fc.record(fields, { requiredKeys: [] });
  const strange = fc.constantFrom({}, {}, {}, {}, {}, {}, {}, { unheardOf: 1 }, { toString: 1 });
  return fc.tuple(known, known, strange).map(([one, other, odd]) => ({ ...one, ...other, ...odd }));
}

const classes = [...new Set<Body>(Object.values(verbBodies))].map((type) => [type.name, type] as const);
const soundOnes = new Set<string>();

it.each(classes)('%s', (name, type) => {
  fc.assert(
    fc.property(bodiesOf(type), (value) => {
      const sound = soundBody(type, value);
      if (sound) soundOnes.add(name);
      const isStrange = JSON.stringify(value).includes('"toString"');
      expect(sound !== undefined).toBe(faultless(type, value) && !(isStrange && sound === undefined));
      if (!sound || isStrange) return;
      const instance = plainToInstance(type, value);
      expect(isDeepStrictEqual(sound, instance)).toBe(true);
      expect(JSON.stringify(sound)).toBe(JSON.stringify(instance));
    }),
    { numRuns: 25 },
  );
});

it('most classes were met by a body without fault', () => {
  expect(soundOnes.size).toBeGreaterThan(classes.length * 0.8);
});
