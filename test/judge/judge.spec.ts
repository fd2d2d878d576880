// The exported machine, run by XState itself, and the engine on templates that nobody has seen: they must agree on everything.
import { checkTemplate, wholeTemplate } from '#libs/templates';
import { Chance } from '../simulation/chance.js';
import { randomTemplate } from './random-template.js';
import { MOVES, Walk } from './walk.js';

// A sample; `npm run test:deep` takes thousands. STEGVIS_SEED runs one seed again, STEGVIS_WALKS so many from STEGVIS_FIRST_SEED.
const one = process.env['STEGVIS_SEED'];
const first = Number(process.env['STEGVIS_FIRST_SEED'] ?? 1);
const count = Number(process.env['STEGVIS_WALKS'] ?? 40);
const seeds = one === undefined ? Array.from({ length: count }, (_, index) => first + index) : [Number(one)];
const STEPS_MAX = 120;

function walked(seed: number): Walk {
  const chance = new Chance(seed);
  const template = randomTemplate(chance);
  expect(checkTemplate(template)).toEqual([]);
  const walk = new Walk(chance, wholeTemplate(template));
  for (let left = 20 + chance.below(STEPS_MAX); left > 0; left -= 1) walk.step();
  return walk;
}

it('INV-02 INV-04 the engine and the exported machine agree over random walks of random templates', () => {
  const taken = new Map<string, number>();
  let refused = 0;
  for (const seed of seeds) {
    let walk: Walk;
    try {
      walk = walked(seed);
    } catch (error) {
      throw new Error(`seed ${seed} broke it (STEGVIS_SEED=${seed} runs it again): ${(error as Error).message}`, {
        cause: error,
      });
    }
    refused += walk.refused;
    for (const [verb, times] of walk.told) taken.set(verb, (taken.get(verb) ?? 0) + times);
  }
  // A judge that nothing comes before judges nothing.
  const often = [...taken].flatMap(([verb, times]) => (times * 4 > seeds.length ? verb : []));
  if (one === undefined) expect(often).toEqual(expect.arrayContaining(MOVES));
  expect(refused).toBeGreaterThan(seeds.length);
}, 600_000);
