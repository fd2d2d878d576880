import { Chance } from './chance.js';
import { simulate } from './simulation.js';

// A sample; `npm run test:deep` takes thousands. STEGVIS_SEED runs one seed again, STEGVIS_SEEDS so many from STEGVIS_FIRST_SEED.
const one = process.env['STEGVIS_SEED'];
const first = Number(process.env['STEGVIS_FIRST_SEED'] ?? 1);
const count = Number(process.env['STEGVIS_SEEDS'] ?? 40);
const seeds = one === undefined ? Array.from({ length: count }, (_, index) => first + index) : [Number(one)];

it('many plans, clocks, crashes and late readers: nothing lost, nothing twice, nothing half', () => {
  const sum = { accepted: 0, refused: 0, crashes: 0, events: 0 };
  for (const seed of seeds) {
    let outcome: ReturnType<typeof simulate>;
    try {
      outcome = simulate(seed);
    } catch (error) {
      throw new Error(`seed ${seed} broke it (STEGVIS_SEED=${seed} runs it again): ${(error as Error).message}`, {
        cause: error,
      });
    }
    for (const key of ['accepted', 'refused', 'crashes', 'events'] as const) sum[key] += outcome[key];
  }
  // A simulation in which nothing happens proves nothing.
  expect(sum.accepted).toBeGreaterThan(20 * seeds.length);
  expect(sum.crashes).toBeGreaterThan(seeds.length);
  expect(sum.refused).toBeGreaterThan(seeds.length);
}, 600_000);

it('the same seed gives the same run', () => {
  expect(simulate(7)).toEqual(simulate(7));
  const [a, b] = [new Chance(7), new Chance(7)];
  expect(Array.from({ length: 100 }, () => a.uuid())).toEqual(Array.from({ length: 100 }, () => b.uuid()));
});
