// Which verbs bring something about, and in which stages of a template that can have been done.
import { isLifecycleVerb } from './lifecycle-verbs.js';
import type { Asked } from './template-asked.js';
import { recordedIn, type Line, type Sources } from './template-lines.js';
import { closure, type Corner, type Outline } from './template-outline.js';
import type { Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

/** The stages in which one of these verbs can be used; `everywhere` where no verb is needed, or one of them is always open. */
export type Opened = (verbs: string[], kind?: string) => Sources | 'everywhere';

/** Each set of verbs is looked for once, however many ask for it. */
export function opened(vocabulary: Vocabulary, { kind: of }: Template, outline: Outline): Opened {
  const found = new Map<string, Sources>();
  const isThere = (verb: string) => isAlways(verb, of === 'initiative') || outline.beside.has(verb);
  return (verbs, kind = '') => {
    if (verbs.length === 0 || verbs.some(isThere)) return 'everywhere';
    const ofItsPlan = vocabulary.criteria.get(kind)?.ofItsPlan === true;
    const along = ofItsPlan ? [] : verbs.filter((verb) => vocabulary.verbs.get(verb)?.capability.inherit !== undefined);
    const id = `${verbs.join()} ${along.join()}`;
    const sources = found.get(id) ?? { id, stages: opening(outline, verbs), taken: opening(outline, along) };
    found.set(id, sources);
    return sources;
  };
}

function opening({ corners }: Outline, verbs: string[]): Set<string> {
  const found = verbs.length === 0 ? [] : corners.filter(({ opens }) => verbs.some((verb) => opens.has(verb)));
  return new Set(found.map(({ key }) => key));
}

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

/** Whether what these bring about can be there in this stage; of a line where one is given, else by whatever way. */
export type Supplied = (sources: Sources | 'everywhere', stage: string | undefined, line?: Line) => boolean;

/**
 * @param before whether it must hold before the plan goes on; else at a later visit is soon enough. Where lines are not told apart,
 * only ways on lead there then, and else every way.
 */
export function supplied(outline: Outline, lines: Line[], before: boolean): Supplied {
  const recorded = recordedIn(outline, lines, before);
  const ways = before ? ({ onward }: Corner) => onward : ({ every }: Corner) => every;
  const found = new Map<string, Set<string>>();
  return (sources, stage, line) => {
    if (sources === 'everywhere') return true;
    if (stage === undefined) return sources.stages.size > 0;
    if (line) return recorded(line, stage, sources);
    const where = found.get(sources.id) ?? closure(outline, ways, [...sources.stages]);
    found.set(sources.id, where);
    return where.has(stage);
  };
}

/** Of the stages that fork, those whose plans can come to the one that is waited for. */
export function comingTo(stage: string, outline: Outline, lines: Line[], sources: Sources): Sources {
  const there = new Set(lines.filter(({ stages }) => stages.has(stage)).map(({ begin }) => begin));
  const makers = [...sources.stages].filter((key) => outline.byKey.get(key)?.makes.some((begin) => there.has(begin)));
  return { id: `fork in ${makers.join()}`, stages: new Set(makers), taken: new Set() };
}
