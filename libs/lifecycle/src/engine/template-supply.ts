// Which verbs bring something about, and in which stages of a template that can have been done.
import { isLifecycleVerb } from './lifecycle-verbs.js';
import type { Asked } from './template-asked.js';
import { closure, type Corner, type Outline } from './template-outline.js';
import type { Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

/** Stages, by key. */
export type Where = Set<string> | 'everywhere';

/** Where one of these verbs can have been used; of none, time is enough. */
export type Supplied = (verbs: string[]) => Where;

/**
 * Each set of verbs is looked for once, however many ask for it.
 * @param ways on alone for what must hold before a plan goes on, every way for what may as well hold at a later visit.
 */
export function supplied({ kind }: Template, outline: Outline, ways: (corner: Corner) => string[]): Supplied {
  const found = new Map<string, Where>();
  const isThere = (verb: string) => isAlways(verb, kind === 'initiative') || outline.beside.has(verb);
  return (verbs) => {
    if (verbs.length === 0 || verbs.some(isThere)) return 'everywhere';
    const id = verbs.join();
    const sources = () => outline.corners.filter(({ opens }) => verbs.some((verb) => opens.has(verb)));
    const where = found.get(id) ?? closure(outline, ways, keysOf(sources()));
    found.set(id, where);
    return where;
  };
}

const keysOf = (corners: Corner[]) => corners.map(({ key }) => key);

/** Plans can be begun under an initiative at any time; under others they come of a fork alone. */
function isAlways(verb: string, ofInitiative: boolean): boolean {
  return isLifecycleVerb(verb) && (verb !== 'fork' || ofInitiative);
}

/** The verbs that a kind of criterion can be met by; a day that is waited for must be brought first. */
export function suppliersOf(vocabulary: Vocabulary, template: Template, { kind, given }: Asked): string[] {
  const { anchor } = given;
  if (kind === 'day-reached' && typeof anchor === 'string') return bringersOfDay(vocabulary, template, anchor);
  return vocabulary.criteria.get(kind)?.suppliedBy ?? [];
}

/** None when the day may have come along from an initiative that goes by another template. */
export function bringersOfDay(vocabulary: Vocabulary, template: Template, anchor: string): string[] {
  const brings = vocabulary.capabilities.find(({ anchors = {} }) => Object.hasOwn(anchors, anchor));
  if (!brings || (brings.inherit && template.kind !== 'initiative')) return [];
  return Object.keys(brings.verbs);
}

export function bringersOfFork(vocabulary: Vocabulary, each: string): string[] {
  const brings = vocabulary.capabilities.find(({ forks = {} }) => Object.hasOwn(forks, each));
  return Object.keys(brings?.verbs ?? {});
}
