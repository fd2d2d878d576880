// The lines of a template: its main way, and the way of the plans that each fork makes. They are plans of their own (ADR 11), and
// what one records does not count in another, but for what a fork takes along.
import { closure, type Corner, type Outline } from './template-outline.js';

export interface Line {
  /** The stage at which its plans begin. */
  begin: string;
  /** Where its plans come to by going on. */
  ahead: Set<string>;
  /** Where they can come to at all, and in how many moves at least. */
  stages: Map<string, number>;
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
/** And so many to find out what comes before what; beyond them it is held possible. */
const SEARCHED_MAX = 1_000_000;

const ownMoves = ({ moves }: Corner) => moves;

/** @returns none where names of stages are in doubt: then a way may seem to lead from one line into another. */
export function linesOf(outline: Outline): Line[] {
  const begins = new Set([outline.start, ...outline.corners.flatMap(({ makes }) => makes)]);
  if (!outline.certain || begins.size * waysIn(outline) > STEPS_MAX) return [];
  return [...begins].map((begin) => ({
    begin,
    ahead: closure(outline, ({ next }) => next, [begin]),
    stages: movesFrom(outline, begin),
  }));
}

function waysIn({ corners }: Outline): number {
  return corners.reduce((count, { moves }) => count + moves.length + 1, 0);
}

function movesFrom({ byKey }: Outline, begin: string): Map<string, number> {
  const found = new Map([[begin, 0]]);
  for (const [key, far] of found)
    for (const to of byKey.get(key)?.moves ?? []) if (!found.has(to)) found.set(to, far + 1);
  return found;
}

/** @param before whether it must hold before the plan goes on from that stage; else at a later visit is soon enough. */
export function recordedIn(outline: Outline, lines: Line[], before: boolean): Recorded {
  const known = new Map<string, Map<Line, Where>>();
  const comesBefore = reachedBefore(outline);
  const ways = waysIn(outline);
  let searched = 0;
  return (line, stage, sources) => {
    if (sources.stages.has(stage)) return true;
    const lineByLine = known.get(sources.id) ?? whereRecorded(outline, lines, sources);
    known.set(sources.id, lineByLine);
    const { there, from } = lineByLine.get(line) as Where;
    if (!there.has(stage)) return false;
    if (!before || from === undefined) return true;
    // Whatever is no farther than the stage is come to without it.
    const far = line.stages.get(stage) ?? 0;
    if (from.every((key) => (line.stages.get(key) ?? 0) <= far)) return true;
    searched += ways;
    if (searched > SEARCHED_MAX) return true;
    const earlier = comesBefore(line, stage);
    return closure(
      outline,
      ownMoves,
      from.filter((key) => earlier.has(key)),
    ).has(stage);
  };
}

interface Where {
  there: { has(stage: string): boolean };
  /** The stages of the line in which it is recorded; absent where the line begins with it. */
  from?: string[];
}

function whereRecorded(outline: Outline, lines: Line[], sources: Sources): Map<Line, Where> {
  const begun = begunWithIt(outline, lines, sources.taken);
  const where = (line: Line): Where => {
    if (begun.has(line.begin)) return { there: line.stages };
    const from = [...sources.stages].filter((key) => line.stages.has(key));
    return { there: closure(outline, ownMoves, from), from };
  };
  return new Map(lines.map((line) => [line, where(line)]));
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

/** By line and stage, where plans come to that have not gone on from there, for its criterion does not hold yet. */
function reachedBefore(outline: Outline): (line: Line, stage: string) => Set<string> {
  const known = new Map<string, Set<string>>();
  return ({ begin }, stage) => {
    const id = `${begin} ${stage}`;
    const held = ({ key, anyhow, moves }: Corner) => (key === stage ? anyhow : moves);
    const earlier = known.get(id) ?? closure(outline, held, [begin]);
    known.set(id, earlier);
    return earlier;
  };
}
