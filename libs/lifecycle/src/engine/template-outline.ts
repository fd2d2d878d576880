// The ways of a template as far as they can be known though it is broken: what a misspelt name may mean is held possible,
// so that no fault is told that would only follow from another (a stage named wrongly, a key that stands twice).
import { isLifecycleVerb } from './lifecycle-verbs.js';
import { isEnd, startStageOf, type Stage, type Template } from './template.js';
import { guesses } from './template-nearest.js';
import type { Vocabulary } from './vocabulary.js';

export interface Corner {
  key: string;
  next: string[];
  /** The ways that are open though a criterion does not hold: back, and past an optional stage. */
  anyhow: string[];
  /** Ways on, back and to a new cycle: those of the plan itself. What a fork makes are plans of their own. */
  moves: string[];
  /** Where the plans begin that it makes. */
  makes: string[];
  /** The ways on, of a plan and of the plans that it makes. */
  onward: string[];
  /** These, and back, and to a new cycle. */
  every: string[];
  /** The same without what is made and waited for: where the work itself can go. */
  own: string[];
  end: boolean;
  opens: Set<string>;
}

export interface Outline {
  corners: Corner[];
  byKey: Map<string, Corner>;
  start: string;
  /** Where a name leads: to the stage of that name, to the one that it must mean, or to what stands for any. */
  to(name: string): string;
  /** What is open in every stage, on tracks. */
  beside: Set<string>;
  /** Whether every name of a stage is known and stands for one: else ways may seem to lead where they were not meant to. */
  certain: boolean;
}

/** A name that is like no other may lead to any stage, and from there to an end. */
const ANY = '*';

export function outlineOf(vocabulary: Vocabulary, template: Template): Outline {
  const { stages, tracks = [] } = template;
  const keys = new Set(stages.map(({ key }) => key));
  const guess = guesses(keys);
  let certain = keys.size === stages.length;
  const to = (name: string) => {
    if (keys.has(name)) return name;
    certain = false;
    return guess(name) ?? ANY;
  };
  const verbs = guesses(vocabulary.verbs.keys());
  const opened = (verb: string) => (vocabulary.verbs.has(verb) || isLifecycleVerb(verb) ? verb : (verbs(verb) ?? verb));
  const corners = new Map<string, Corner>();
  for (const stage of stages) {
    const corner = cornerOf(stage, to, opened);
    corners.set(stage.key, merged(corners.get(stage.key), corner));
  }
  const all = [...keys];
  const ways = { next: all, anyhow: all, moves: all, makes: [], onward: all, every: all, own: all };
  corners.set(ANY, { key: ANY, ...ways, end: true, opens: new Set<string>() });
  const beside = new Set(tracks.flatMap(({ opens }) => opens.map(opened)));
  const start = to(startStageOf(template));
  return { corners: [...corners.values()], byKey: corners, start, to, beside, certain };
}

function cornerOf(stage: Stage, to: (name: string) => string, opened: (verb: string) => string): Corner {
  const { key, optional, fork, cycle, returnsTo = [] } = stage;
  const next = stage.next.map(to);
  const makes = fork ? [to(fork.to)] : [];
  const back = returnsTo.map(to);
  const anyhow = optional ? [...back, ...next] : back;
  const onward = [...next, ...makes];
  const moves = [...next, ...(cycle ? [to(cycle.to)] : []), ...back];
  const every = [...moves, ...makes];
  const opens = new Set([...stage.opens.map(opened), ...(fork ? ['fork'] : [])]);
  const own = fork?.join ? moves : every;
  return { key, next, anyhow, moves, makes, onward, every, own, end: isEnd(stage), opens };
}

/** Of a key that stands twice it is not known which was meant. */
function merged(one: Corner | undefined, other: Corner): Corner {
  if (!one) return other;
  const both = (name: 'next' | 'anyhow' | 'moves' | 'makes' | 'onward' | 'every' | 'own') => [
    ...one[name],
    ...other[name],
  ];
  return {
    key: one.key,
    next: both('next'),
    anyhow: both('anyhow'),
    moves: both('moves'),
    makes: both('makes'),
    onward: both('onward'),
    every: both('every'),
    own: both('own'),
    end: one.end || other.end,
    opens: new Set([...one.opens, ...other.opens]),
  };
}

/** Every stage that can be come to from these, themselves included; the search ends with the first that is sought. */
export function closure(
  { byKey }: Outline,
  from: (corner: Corner) => string[],
  start: string[],
  sought?: (corner: Corner) => boolean,
): Set<string> {
  const seen = new Set<string>();
  const ahead = [...start];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    const corner = byKey.get(key);
    if (!corner || seen.has(key)) continue;
    seen.add(key);
    if (sought?.(corner)) break;
    for (const next of from(corner)) ahead.push(next);
  }
  return seen;
}
