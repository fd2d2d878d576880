// Whatever is sent to be checked as a template: a list of faults, each at a place that is there, in words; and what has none runs.
import { checkTemplate, wholeTemplate } from '#libs/templates';
import type { Template } from '#libs/lifecycle';
import fc from 'fast-check';
import { randomTemplate } from '../judge/random-template.js';
import { Walk } from '../judge/walk.js';
import { Chance } from '../simulation/chance.js';
import { NAMES, TEXTS } from './hostile.js';
import { runs } from './told.js';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const deep = (levels: number): Json => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`) as Json;
const WRONG: Json[] = [
  null,
  true,
  0,
  -1,
  1e300,
  '',
  'nowhere',
  [],
  {},
  [null],
  [[]],
  deep(50),
  deep(300),
  ...NAMES,
  ...TEXTS,
];
const MAX_MS = 3_000;

/** Every place in it, as a path. */
function places(value: Json, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inner.flatMap(([key, one]) => places(one, [...path, key]))];
}

type Way = 'replace' | 'remove' | 'double' | 'rename' | 'swap';

function mutated(whole: Json, way: Way, nth: number, other: number, wrong: Json, name: string): Json {
  const copy = structuredClone(whole);
  const all = places(copy).slice(1);
  const path = all[nth % all.length] as (string | number)[];
  const key = path.at(-1) as string;
  const holder = at(copy, path.slice(0, -1)) as Record<string, Json>;
  if (way === 'replace') holder[key] = wrong;
  else if (way === 'swap') holder[key] = structuredClone(at(copy, all[other % all.length] as []) as Json);
  else if (Array.isArray(holder)) {
    if (way === 'double') holder.push(structuredClone(holder[Number(key)] as Json));
    else holder.splice(Number(key), 1);
  } else {
    const value = holder[key] as Json;
    if (way !== 'double') delete holder[key];
    // An entry of its own, as JSON.parse makes it.
    if (way !== 'remove')
      Object.defineProperty(holder, name, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}

function at(whole: Json, path: (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => {
    const isThere = typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key);
    return isThere ? (inner as Record<string, Json>)[key] : undefined;
  }, whole);
}

function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** @returns whether it has none. */
function checked(candidate: Json): boolean {
  const before = process.cpuUsage();
  const faults = checkTemplate(candidate);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1_000).toBeLessThan(MAX_MS);
  for (const { pointer, code, message } of faults) {
    expect([code, message.length > 0 && !/\{(?!stage|1)\w+\}/.test(message)]).toEqual([code, true]);
    const parent = pathOf(pointer).slice(0, -1);
    expect([pointer, pointer === '' || at(candidate, parent) !== undefined]).toEqual([pointer, true]);
  }
  expect(checkTemplate(candidate, 'sv').map(({ pointer, code }) => [pointer, code])).toEqual(
    faults.map(({ pointer, code }) => [pointer, code]),
  );
  expect(new Set(faults.map(({ pointer }) => pointer)).size).toBe(faults.length);
  return faults.length === 0;
}

const change = fc.tuple(
  fc.constantFrom<Way>('replace', 'remove', 'double', 'rename', 'swap'),
  fc.nat(),
  fc.nat(),
  // By number: what is deep could not be printed.
  fc.nat(WRONG.length - 1),
  fc.constantFrom(...NAMES, 'next', 'key', 'with', 'fork', 'cycle'),
);

it('a valid template with something wrong in it: every fault at a place that is there; what has none runs', () => {
  let sound = 0;
  fc.assert(
    fc.property(fc.nat(100_000), fc.array(change, { maxLength: 4 }), (seed, changes) => {
      const whole = randomTemplate(new Chance(seed), 'unseen', 12) as unknown as Json;
      const candidate = changes.reduce(
        (made, [way, nth, other, wrong, name]) => mutated(made, way, nth, other, WRONG[wrong] as Json, name),
        whole,
      );
      if (!checked(candidate)) return;
      sound += 1;
      const walk = new Walk(new Chance(seed), wholeTemplate(candidate as unknown as Template));
      for (let step = 0; step < 10; step += 1) walk.step();
    }),
    runs(150),
  );
  expect(sound).toBeGreaterThan(0);
});

const name = { sv: 'Namn', en: 'Name' };
const stages = (count: number, more: (n: number) => object): Json =>
  Array.from({ length: count }, (_, n) => ({ key: `s${n}`, name, ...more(n) }));
const template = (more: object) =>
  ({ key: 'big', version: 1, name, roles: [{ key: 'lead', name }], ...more }) as unknown as Json;

it.each<[string, Json]>([
  ['nothing', null],
  ['a list', []],
  ['ten thousand stages', template({ stages: stages(10_000, (n) => ({ next: [`s${n + 1}`] })) })],
  ['ten thousand stages of one key', template({ stages: stages(10_000, () => ({ key: 's' })) })],
  [
    'a thousand stages, all to all',
    template({ stages: stages(1_000, () => ({ next: Array.from({ length: 1_000 }, (_, m) => `s${m}`) })) }),
  ],
  [
    'a thousand joins, one in another',
    template({
      stages: stages(1_000, (n) => ({ next: [`s${(n + 2) % 1000}`], fork: { to: `s${(n + 1) % 1000}`, join: true } })),
    }),
  ],
  [
    'a thousand optional stages in a row',
    template({ stages: stages(1_000, (n) => (n < 999 ? { optional: true, next: [`s${n + 1}`] } : {})) }),
  ],
  ['lists within lists', template({ stages: deep(10_000) })],
  [
    'an any-of within any-ofs',
    template({ stages: [{ key: 's', name, criteria: [{ key: 'c', name, kind: 'any-of', with: nested(3_000) }] }] }),
  ],
  ['a key of a megabyte', template({ stages: [{ key: 'k'.repeat(1_000_000), name }] })],
  [
    'a duration of nines',
    template({
      stages: [
        { key: 's', name, reminders: [{ key: 'r', when: { entered: `P${'9'.repeat(100_000)}D` }, to: ['lead'] }] },
      ],
    }),
  ],
])('%s', (_what, candidate) => {
  checked(candidate);
});

function nested(levels: number): Json {
  let inner: Json = { kind: 'meeting-held' };
  for (let level = 0; level < levels; level += 1) inner = { kind: 'any-of', with: { criteria: [inner, inner] } };
  return { criteria: [inner, inner] };
}
