// undo(x) leaves what there would be had x never been said; correct(x as y) what there would be had y been said at once.
// Each is held against a plan in which it was so, told the same at the same times.
import { vocabulary, type Plan, type Template } from '#libs/lifecycle';
import fc from 'fast-check';
import { bodiesOf, verbs } from './bodies.js';
import { openTemplate, runs, Told } from './told.js';

const template: Template = {
  ...openTemplate,
  stages: openTemplate.stages.map((stage) =>
    stage.key === 'begin' ? stage : { ...stage, cycle: { to: 'begin' }, end: true, restart: true },
  ),
};
interface Said {
  verb: string;
  body: Record<string, unknown>;
}

/** Bodies that are let in; of many verbs only a few are said often, so that records meet. */
const COMMON = [
  'hold-meeting',
  'add-party',
  'consent',
  'tick-item',
  'add-checklist-item',
  'plan-trial',
  'name-owner',
  'advance',
  'repeat',
  'restart',
  'pause',
  'resume',
  'return',
];
/** What somebody keeps to itself is no step of the plan: undo goes past it (research-notes.spec.ts). */
const steps = verbs.filter((verb) => !vocabulary.verbs.get(verb)?.capability.kept);
const bodyOf = (verb: string) => fc.constantFrom(...bodiesOf(verb));

const said: fc.Arbitrary<Said> = fc
  .constantFrom(...steps, ...COMMON, ...COMMON, ...COMMON)
  .chain((verb) => bodyOf(verb).map((body) => ({ verb, body })));

/** Without what a repair leaves in the books by its nature: the count of commands, events and texts. */
function facts(plan: Plan): unknown {
  const { version: _v, sequence: _s, recordedAt: _r, texts: _t, last: _l, ...rest } = plan;
  return JSON.parse(
    JSON.stringify(rest, (_key, value: unknown) =>
      typeof value === 'string' && /^text-\d+$/.test(value) ? 'text' : value,
    ),
  );
}

/** The same minute passes, and nothing is said. */
function silent(told: Told): void {
  told.ms += 60_000;
  told.setting();
}

it('undo gives the facts of never-said, at once and after whatever follows', () => {
  let undone = 0;
  fc.assert(
    fc.property(fc.array(said, { maxLength: 12 }), said, fc.array(said, { maxLength: 8 }), (before, one, after) => {
      const [told, never] = [new Told(template), new Told(template)];
      for (const { verb, body } of before) expect(never.say(verb, body)).toEqual(told.say(verb, body));
      const said = told.say(one.verb, one.body).length === 0;
      silent(never);
      if (said && told.say('undo', {}).length === 0) silent(never);
      else return;
      undone += 1;
      expect(facts(told.plan)).toEqual(facts(never.plan));
      for (const { verb, body } of after) {
        const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code);
        expect(codes(told.say(verb, body))).toEqual(codes(never.say(verb, body)));
      }
      expect(facts(told.plan)).toEqual(facts(never.plan));
      expect(told.folded).toEqual(JSON.parse(JSON.stringify(told.plan)));
    }),
    runs(40),
  );
  expect(undone).toBeGreaterThan(5);
});

it('undo again and again goes back to the start, a step at a time', () => {
  fc.assert(
    fc.property(fc.array(said, { minLength: 1, maxLength: 12 }), (all) => {
      const told = new Told(template);
      const seen = [facts(told.plan)];
      for (const { verb, body } of all) if (told.say(verb, body).length === 0) seen.push(facts(told.plan));
      while (seen.length > 1) {
        seen.pop();
        expect(told.say('undo')).toEqual([]);
        expect(facts(told.plan)).toEqual(seen.at(-1));
      }
      expect(told.say('undo')).toEqual([{ code: 'undo-start' }]);
    }),
    runs(40),
  );
});

const twice = fc
  .constantFrom(
    ...steps.filter((verb) => !COMMON.slice(7).includes(verb)),
    ...COMMON.slice(0, 7),
    ...COMMON.slice(0, 7),
  )
  .chain((verb) => fc.record({ verb: fc.constant(verb), wrong: bodyOf(verb), right: bodyOf(verb) }));

it('correct gives the facts of said-right-at-once', () => {
  let corrected = 0;
  fc.assert(
    fc.property(fc.array(said, { maxLength: 10 }), twice, fc.array(said, { maxLength: 4 }), (before, one, after) => {
      const [told, right] = [new Told(template), new Told(template)];
      for (const { verb, body } of before) {
        told.say(verb, body);
        right.say(verb, body);
      }
      if (told.say(one.verb, one.wrong).length > 0) return;
      const event = told.events.at(-1)?.id;
      const isRight = right.say(one.verb, one.right).length === 0;
      const agreed = after.every(({ verb, body }) => told.say(verb, body).length === right.say(verb, body).length);
      const refused = told.say('correct', { event, verb: one.verb, body: one.right, reason: 'Fel' });
      silent(right);
      if (!isRight) expect(refused).not.toEqual([]);
      if (refused.length > 0 || !agreed) return;
      corrected += 1;
      expect(facts(told.plan)).toEqual(facts(right.plan));
      expect(told.folded).toEqual(JSON.parse(JSON.stringify(told.plan)));
    }),
    runs(60),
  );
  expect(corrected).toBeGreaterThan(3);
});
