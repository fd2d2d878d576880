// The check beside a model that tries everything: plans of small random templates go every way there is, fork and record what they can,
// and wherever the check says that a criterion cannot be met, no plan ever meets it; wherever it says nothing, one does.
import type { Stage, Template } from '#libs/lifecycle';
import fc from 'fast-check';
import { checkTemplate } from './index.js';

const label = { sv: 'Namn', en: 'Name' };
/** What a fork takes along, and what it does not. */
const KINDS = { 'parties-consented': 'add-party', 'insights-recorded': 'record-insight' } as const;
type Kind = keyof typeof KINDS;

interface Small {
  kind: Kind;
  /** By number: the ways on, back, the fork and its join, what may be skipped, and where it is recorded. */
  stages: { next: number[]; back: number[]; fork: number | null; join: boolean; optional: boolean; opens: boolean }[];
  /** The stage that asks. */
  asks: number;
}

const SIZE = 6;
const stageNo = fc.nat(SIZE - 1);
const small: fc.Arbitrary<Small> = fc.record({
  kind: fc.constantFrom<Kind>('parties-consented', 'insights-recorded'),
  stages: fc.array(
    fc.record({
      next: fc.uniqueArray(stageNo, { maxLength: 2 }),
      back: fc.uniqueArray(stageNo, { maxLength: 1 }),
      fork: fc.option(stageNo, { freq: 2 }),
      join: fc.boolean(),
      optional: fc.boolean(),
      opens: fc.boolean(),
    }),
    { minLength: SIZE, maxLength: SIZE },
  ),
  asks: stageNo,
});

function templateOf({ kind, stages, asks }: Small): Template {
  const name = (nth: number) => `s${nth}`;
  const written = stages.map(({ next, back, fork, join, optional, opens }, nth): Stage => ({
    key: name(nth),
    name: label,
    opens: opens ? [KINDS[kind]] : [],
    criteria: nth === asks ? [{ key: 'c', kind, name: label }] : [],
    next: next.map(name),
    returnsTo: back.map(name),
    optional,
    end: true,
    ...(fork === null ? {} : { fork: { to: name(fork), join } }),
  }));
  return { key: 'small', version: 1, name: label, roles: [{ key: 'lead', name: label }], stages: written };
}

/** A plan: where it began, where it stands, and whether it is recorded in it. */
interface Stand {
  began: number;
  at: number;
  has: boolean;
}

/** Every stand of every plan, those of the plans that are made too. @param holds whether the criterion holds plans back until it is met */
function stands({ kind, stages, asks }: Small, holds: boolean): Stand[] {
  const found = new Map<string, Stand>();
  // Whether who forks is held back itself is not looked into: whatever can be made, is.
  const begun = holds ? stands({ kind, stages, asks }, false).map(({ began }) => began) : [0];
  const ahead: Stand[] = begun.map((began) => ({ began, at: began, has: false }));
  for (let one = ahead.pop(); one; one = ahead.pop()) {
    const id = JSON.stringify(one);
    if (found.has(id)) continue;
    found.set(id, one);
    const { began, at, has } = one;
    const { next, back, fork, optional, opens } = stages[at] as Small['stages'][0];
    if (opens) ahead.push({ began, at, has: true });
    const isHeld = holds && at === asks && !has && !optional;
    for (const to of isHeld ? back : [...next, ...back]) ahead.push({ began, at: to, has });
    // Of the plans that begin where the first one does, only those that begin with nothing are looked at.
    if (fork !== null) ahead.push({ began: fork, at: fork, has: has && kind === 'parties-consented' && fork !== 0 });
  }
  return [...found.values()];
}

/** Where plans that began here come to by going on alone. */
function onward({ stages }: Small, began: number): Set<number> {
  const seen = new Set([began]);
  for (const at of seen) for (const to of stages[at]?.next ?? []) seen.add(to);
  return seen;
}

/** Whether plans of some line have to come to the stage that asks, and never meet it. */
function isStuck(template: Small, holds = true): boolean {
  const all = stands(template, holds);
  const there = all.filter(({ at }) => at === template.asks);
  const lines = [...new Set(all.map(({ began }) => began))];
  const meets = (began: number) => there.some((one) => one.began === began && one.has);
  const must = lines.filter((began) => onward(template, began).has(template.asks));
  if (must.length > 0) return must.some((began) => !meets(began));
  return there.length > 0 && !there.some(({ has }) => has);
}

it('tells of a criterion that no plan of a line can ever meet, and of no other', () => {
  const seen = { stuck: 0, free: 0 };
  fc.assert(
    fc.property(small, (template) => {
      const codes = checkTemplate(templateOf(template)).map(({ code }) => code);
      // Of what cannot be come to or ended nothing more is asked.
      if (codes.includes('unreachable-stage')) return;
      const told = codes.includes('criterion-unmeetable');
      const isSure = template.kind === 'insights-recorded' || isStuck(template) === isStuck(template, false);
      expect([told, template]).toEqual([isSure ? isStuck(template) : told && isStuck(template), template]);
      seen[told ? 'stuck' : 'free'] += 1;
    }),
    { numRuns: Number(process.env['STEGVIS_TEMPLATES'] ?? 600) },
  );
  // Both kinds occur, however many were tried.
  expect(Math.min(seen.stuck, seen.free)).toBeGreaterThanOrEqual(Math.floor((seen.stuck + seen.free) / 100));
});
