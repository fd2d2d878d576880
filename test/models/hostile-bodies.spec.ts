// Whatever a body class lets in, the engine takes or refuses: it never throws, and what it makes of it can be stored and read again.
import {
  decide,
  due,
  isRefusal,
  moves,
  previewMigration,
  sayMissing,
  sayReason,
  vocabulary,
  type MigrateBody,
  type Template,
} from '#libs/lifecycle';
import { schemaOf } from '#libs/plans';
import { Problem, readBody, readJson } from '#libs/platform';
import fc from 'fast-check';
import { verbBodies } from '../../apps/api/src/verb-bodies.js';
import { hostileBody, NAMES } from './hostile.js';
import { openTemplate, runs, Told } from './told.js';

const label = openTemplate.name;
const anchors = [...vocabulary.anchors.keys()];
const reminder = (key: string, when: object) => ({ key, when, to: ['lead'] }) as never;

/** Everything is open and everything falls due, by every anchor there is. */
const template: Template = {
  ...openTemplate,
  kind: 'initiative',
  stages: [
    { ...openTemplate.stages[0], next: ['finish'], fork: { to: 'finish', join: true }, returnsTo: ['finish'] } as never,
    {
      key: 'finish',
      name: label,
      opens: [],
      criteria: [],
      next: [],
      returnsTo: ['begin'],
      cycle: { to: 'begin' },
      end: true,
    },
  ],
  rules: {
    reminders: anchors.flatMap((anchor, index) => [
      reminder(`before-${index}`, { before: anchor, by: 'P999Y9999M' }),
      reminder(`after-${index}`, { after: anchor, by: 'P999Y9999M' }),
      reminder(`on-${index}`, { on: anchor }),
    ]),
    whilePaused: [reminder('look', { entered: 'P1D' })],
  },
};
const target = { ...template, version: 2 };

const verbs = Object.keys(verbBodies);
const KNOWN = [
  'begin',
  'finish',
  ...[
    'meeting',
    'decision',
    'version',
    'trial',
    'ownership',
    'risk',
    'workgroup',
    'idea',
    'section',
    'checklist-item',
    'activity',
    'potential',
  ].map((noun) => `${noun}-1`),
];

/** One command, its body as it came over the wire, or null where the body class refuses it. */
const command = fc.constantFrom(...verbs).chain((verb) => {
  const type = verbBodies[verb] as NonNullable<(typeof verbBodies)[string]>;
  return hostileBody(schemaOf(type), KNOWN).map((sent) => ({ verb, sent, body: read(type, sent) }));
});

function read(type: NonNullable<(typeof verbBodies)[string]>, sent: object): Record<string, unknown> | null {
  const text = JSON.stringify(sent);
  // Such names are stopped before any class reads them, unless they are of text, as in a map of stages.
  if (/"(__proto__":|(constructor|prototype)":(?!"))/.test(text)) return refusedAtTheDoor(text);
  try {
    return readBody(type, sent) as unknown as Record<string, unknown>;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

function refusedAtTheDoor(text: string): null {
  expect(() => readJson(Buffer.from(text))).toThrow(Problem);
  return null;
}

function held(told: Told, ids: Set<string>, from: number): void {
  const fresh = told.events.slice(from);
  for (const event of fresh) {
    expect(JSON.parse(JSON.stringify(event))).toEqual(JSON.parse(JSON.stringify(structuredClone(event))));
    expect(structuredClone(JSON.parse(JSON.stringify(event)))).toEqual(event);
    expect(ids.has(event.id)).toBe(false);
    ids.add(event.id);
  }
  for (const { dueOn } of due(told.plan, told.now, template)) expect(dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  moves(told.plan, told.setting());
}

/** Tried out only: the plan stays with its template. */
function wouldMove({ plan, ...told }: Told, body: MigrateBody): void {
  const at = { template, now: new Date(told.ms).toISOString(), who: { id: 'x' }, command: plan.id, occurredAt: null };
  const outcome = decide(plan, 'migrate', body, { ...at, imported: false, target });
  const preview = previewMigration(plan, body, { ...at, imported: false, target });
  expect(preview.possible).toBe(!isRefusal(outcome));
  if (!isRefusal(outcome)) expect(target.stages.some(({ key }) => key === outcome.plan.stage)).toBe(true);
}

it('any body that is let in is taken or refused in words, and what comes of it is stored and read the same', () => {
  const accepted = new Set<string>();
  fc.assert(
    fc.property(fc.array(command, { minLength: 5, maxLength: 40 }), (commands) => {
      const told = new Told(template);
      const ids = new Set<string>();
      for (const { verb, body } of commands) {
        if (body === null) continue;
        const from = told.events.length;
        const { occurredAt, ...rest } = body;
        const at = occurredAt === undefined ? {} : { occurredAt: occurredAt as string };
        if (verb === 'migrate') wouldMove(told, rest as never);
        const reasons = verb === 'migrate' ? told.say(verb, rest) : told.say(verb, rest, at);
        for (const reason of reasons)
          for (const language of ['sv', 'en'] as const) {
            expect(sayReason(reason, language)).toBeTruthy();
            sayMissing(reason.missing ?? [], language);
          }
        if (reasons.length === 0) accepted.add(verb);
        held(told, ids, from);
      }
      expect(told.folded).toEqual(JSON.parse(JSON.stringify(told.plan)));
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      for (const name of NAMES) expect(Object.hasOwn(Object.prototype, name)).toBe(name in Object.prototype);
    }),
    runs(25),
  );
  expect(accepted.size).toBeGreaterThan(20);
});
