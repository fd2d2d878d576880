// The ways of a template as far as they can be known though it is broken: what a misspelt name may mean is held possible,
// so that no fault is told that would only follow from another (a stage named wrongly, a key that stands twice).
import { isLifecycleVerb } from './lifecycle-verbs.js';
import { isEnd, startStageOf, type Stage, type Template } from './template.js';
import { guesses } from './template-nearest.js';
import type { Vocabulary } from './vocabulary.js';

export interface Corner {
  key: string;
  next: string[];
  /** The ways on, of a plan and of the plans that it makes. */
  onward: string[];
  /** These, and back, and to a new cycle. */
  every: string[];
  /** The same without what is made and waited for: where the plan itself can go. */
  own: string[];
  end: boolean;
  opens: Set<string>;
}

export interface Outline {
  corners: Corner[];
  start: string;
  /** Where a name leads: to the stage of that name, to the one that it must mean, or to what stands for any. */
  to(name: string): string;
  /** What is open in every stage, on tracks. */
  beside: Set<string>;
}

/** A name that is like no other may lead to any stage, and from there to an end. */
const ANY = '*';

export function outlineOf(vocabulary: Vocabulary, template: Template): Outline {
  const { stages, tracks = [] } = template;
  const keys = new Set(stages.map(({ key }) => key));
  const guess = guesses(keys);
  const to = (name: string) => (keys.has(name) ? name : (guess(name) ?? ANY));
  const verbs = guesses(vocabulary.verbs.keys());
  const opened = (verb: string) => (vocabulary.verbs.has(verb) || isLifecycleVerb(verb) ? verb : (verbs(verb) ?? verb));
  const corners = new Map<string, Corner>();
  for (const stage of stages) {
    const corner = cornerOf(stage, to, opened);
    corners.set(stage.key, merged(corners.get(stage.key), corner));
  }
  const all = [...keys];
  const any = { key: ANY, next: all, onward: all, every: all, own: all, end: true, opens: new Set<string>() };
  const beside = new Set(tracks.flatMap(({ opens }) => opens.map(opened)));
  return { corners: [...corners.values(), any], start: to(startStageOf(template)), to, beside };
}

function cornerOf(stage: Stage, to: (name: string) => string, opened: (verb: string) => string): Corner {
  const { key, fork, cycle, returnsTo = [] } = stage;
  const next = stage.next.map(to);
  const onward = fork ? [...next, to(fork.to)] : next;
  const every = [...onward, ...(cycle ? [to(cycle.to)] : []), ...returnsTo.map(to)];
  const opens = new Set([...stage.opens.map(opened), ...(fork ? ['fork'] : [])]);
  const own = fork?.join ? [...next, ...every.slice(onward.length)] : every;
  return { key, next, onward, every, own, end: isEnd(stage), opens };
}

/** Of a key that stands twice it is not known which was meant. */
function merged(one: Corner | undefined, other: Corner): Corner {
  if (!one) return other;
  return {
    key: one.key,
    next: [...one.next, ...other.next],
    onward: [...one.onward, ...other.onward],
    every: [...one.every, ...other.every],
    own: [...one.own, ...other.own],
    end: one.end || other.end,
    opens: new Set([...one.opens, ...other.opens]),
  };
}

/** Every stage that can be come to from these, themselves included. */
export function closure({ corners }: Outline, from: (corner: Corner) => string[], start: string[]): Set<string> {
  const byKey = new Map(corners.map((corner) => [corner.key, corner]));
  const seen = new Set<string>();
  const ahead = [...start];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    const corner = byKey.get(key);
    if (!corner || seen.has(key)) continue;
    seen.add(key);
    for (const next of from(corner)) ahead.push(next);
  }
  return seen;
}
