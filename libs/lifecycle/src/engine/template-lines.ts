// The lines of a template: its main way, and the way of the plans that each fork makes. They are plans of their own (ADR 11), and
// what one records does not count in another, but for what a fork takes along.
import { closure, type Corner, type Outline } from './template-outline.js';

export interface Line {
  /** The stage at which its plans begin. */
  begin: string;
  /** Where its plans come to by going on. */
  ahead: Set<string>;
  /** Where they can come to at all. */
  stages: Set<string>;
}

/** The stages in which something can be recorded. */
export interface Sources {
  id: string;
  stages: Set<string>;
  /** Those where it is recorded so that a fork takes it along. */
  taken: Set<string>;
}

/** Whether it can have been recorded in a plan of this line that stands in this stage. */
export type Recorded = (line: Line, stage: string, sources: Sources) => boolean;

/** So many ways are followed at most, however hostile the template; beyond them branches are not looked at by themselves. */
const STEPS_MAX = 100_000;

const ownMoves = ({ moves }: Corner) => moves;

/** @returns none where names of stages are in doubt: then a way may seem to lead from one line into another. */
export function linesOf(outline: Outline): Line[] {
  const begins = new Set([outline.start, ...outline.corners.flatMap(({ makes }) => makes)]);
  if (!outline.certain || begins.size * waysIn(outline) > STEPS_MAX) return [];
  return [...begins].map((begin) => ({
    begin,
    ahead: closure(outline, ({ next }) => next, [begin]),
    stages: closure(outline, ownMoves, [begin]),
  }));
}

function waysIn({ corners }: Outline): number {
  return corners.reduce((count, { moves }) => count + moves.length + 1, 0);
}

/** @param on the ways by which one comes from where it is recorded to where it is asked for, to begin with. */
export function recordedIn(outline: Outline, lines: Line[], on: (corner: Corner) => string[]): Recorded {
  const known = new Map<string, Map<Line, Set<string>>>();
  const ways = waysIn(outline);
  let left = STEPS_MAX;
  return (line, stage, sources) => {
    if (sources.stages.has(stage)) return true;
    const where = known.get(sources.id) ?? whereRecorded(outline, lines, on, sources);
    known.set(sources.id, where);
    if (where.get(line)?.has(stage)) return true;
    left -= ways;
    return left > 0 && byADetour(outline, line, stage, sources);
  };
}

function whereRecorded(
  outline: Outline,
  lines: Line[],
  on: (corner: Corner) => string[],
  sources: Sources,
): Map<Line, Set<string>> {
  const begun = begunWithIt(outline, lines, sources.taken);
  const own = (line: Line) => [...sources.stages].filter((key) => line.stages.has(key));
  return new Map(
    lines.map((line) => [line, begun.has(line.begin) ? line.stages : closure(outline, on, own(line))] as const),
  );
}

/** Where plans begin that were made by one in which it was recorded. The first plan of all begins with nothing. */
function begunWithIt(outline: Outline, lines: Line[], taken: Set<string>): Set<string> {
  const begun = new Set<string>();
  const byBegin = new Map(lines.map((line) => [line.begin, line]));
  const makers = taken.size === 0 ? [] : lines.map((line) => [...taken].filter((key) => line.stages.has(key)));
  for (let from = makers.pop(); from; from = makers.pop()) {
    const made = [...closure(outline, ownMoves, from)].flatMap((key) => outline.byKey.get(key)?.makes ?? []);
    for (const begin of made) {
      if (begin === outline.start || begun.has(begin) || !byBegin.has(begin)) continue;
      begun.add(begin);
      makers.push([begin]);
    }
  }
  return begun;
}

/** Come to the stage later, by a way back or in a new cycle: without having gone on from it, for its criterion does not hold yet. */
function byADetour(outline: Outline, line: Line, stage: string, sources: Sources): boolean {
  const held = ({ key, anyhow, moves }: Corner) => (key === stage ? anyhow : moves);
  const before = closure(outline, held, [line.begin]);
  const from = [...sources.stages].filter((key) => before.has(key));
  return closure(outline, ownMoves, from).has(stage);
}
