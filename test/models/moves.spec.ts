// `moves` and the verbs never disagree: a closed verb is refused for the reasons that `moves` gives, whatever the body says; an
// open one refuses nothing but what the body says, and some body is taken somewhere of every verb that opens.
// And families: what was forked is never lost, and each plan below has ended, is waited for, carries the work on, or was let go.
import { decide, isEnded, isLifecycleVerb, isRefusal, moves, type Template } from '#libs/lifecycle';
import fc from 'fast-check';
import { randomTemplate } from '../judge/random-template.js';
import { Walk } from '../judge/walk.js';
import { wholeTemplate } from '#libs/templates';
import { Chance } from '../simulation/chance.js';
import { bodiesOf, verbs } from './bodies.js';
import { openTemplate, runs, Told } from './told.js';

/** Those of the capabilities. */
const own = verbs.filter((verb) => !isLifecycleVerb(verb));
const half = own.filter((_, index) => index % 2 === 0);
/** Half of the verbs stand in the first stage alone, the others run beside. */
const template: Template = {
  ...openTemplate,
  kind: 'initiative',
  stages: openTemplate.stages.map((stage) => ({
    ...stage,
    opens: stage.key === 'begin' ? half : [],
    fork: { to: 'finish', join: stage.key === 'begin' },
  })),
  tracks: [{ key: 'all', name: openTemplate.name, opens: own.filter((verb) => !half.includes(verb)) }],
};

const saying = fc
  .constantFrom(...verbs, 'advance', 'return', 'pause', 'resume', 'restart', 'fork', 'release', 'discontinue')
  .chain((verb) => fc.record({ verb: fc.constant(verb), body: fc.constantFrom(...bodiesOf(verb)) }));

it('INV-02 a closed verb is refused with the same reasons for any body', () => {
  const [opened, taken] = [new Set<string>(), new Set<string>()];
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 25 }), fc.nat(), (all, nth) => {
      const told = new Told(template);
      for (const { verb, body } of all) if (told.say(verb, body).length === 0) taken.add(verb);
      for (const move of moves(told.plan, told.setting())) {
        if (move.allowed) opened.add(move.verb);
        const bodies = bodiesOf(move.verb);
        const body = bodies[nth % bodies.length] as object;
        const outcome = decide(told.plan, move.verb, body, told.setting());
        if (move.allowed && !isRefusal(outcome)) taken.add(move.verb);
        const unknownStage = isRefusal(outcome) && outcome.refused[0]?.code === 'unknown-stage';
        if (!move.allowed && !unknownStage)
          expect([move.verb, outcome]).toEqual([move.verb, { refused: move.reasons }]);
      }
    }),
    runs(30),
  );
  // Chance does not find the body of every verb; the walks through the shipped templates do.
  expect([...opened].filter((verb) => !taken.has(verb)).length).toBeLessThan(opened.size / 2);
});

it('INV-14 nobody that was forked is lost, over random walks of random templates', () => {
  for (let seed = 1; seed <= runs(8).numRuns; seed += 1) {
    const chance = new Chance(40_000 + seed);
    const walk = new Walk(chance, wholeTemplate(randomTemplate(chance)));
    const known = new Map<string, string[]>();
    for (let step = 0; step < 60; step += 1) {
      walk.step();
      for (const [id, plan] of walk.plans) {
        const children = plan.children.map((child) => child.id);
        expect(children.slice(0, known.get(id)?.length ?? 0)).toEqual(known.get(id) ?? []);
        known.set(id, children);
        for (const child of plan.children) {
          const below = walk.plans.get(child.id);
          expect([child.id, below?.status, below?.parent]).toEqual([child.id, child.status, id]);
          const holds = !isEnded(child) && !child.released;
          if (holds) expect([id, plan.status === 'completed' || plan.status === 'discontinued']).toEqual([id, false]);
        }
      }
    }
  }
});
