// What nothing can bring about: a criterion, an until, a day or a thing to fork by that no open verb supplies.
import { askedBy, awaitedBy, innerOf, withInner, type Asked } from './template-asked.js';
import { linesOf, type Line, type Sources } from './template-lines.js';
import type { Outline } from './template-outline.js';
import { placesOf } from './template-places.js';
import {
  bringersOfDay,
  bringersOfFork,
  comingTo,
  opened,
  supplied,
  suppliersOf,
  type Opened,
  type Supplied,
} from './template-supply.js';
import type { Report } from './template-ways.js';
import { ANCHORED, type Criterion, type Reminder, type Stage, type Template, type Timing } from './template.js';
import type { Vocabulary } from './vocabulary.js';

/** What is reckoned once for all that a template asks for. */
interface Reckoned {
  vocabulary: Vocabulary;
  template: Template;
  outline: Outline;
  lines: Line[];
  opens: Opened;
  /** By stage, the forks whose plans come to it. */
  coming: Map<string, Sources>;
  /** For what holds a plan until it is there, and for what may come at a later visit. */
  before: Supplied;
  ever: Supplied;
  report: Report;
}

export function unmeetable(vocabulary: Vocabulary, template: Template, outline: Outline, report: Report): void {
  const lines = linesOf(outline);
  const opens = opened(vocabulary, template, outline);
  const [before, ever] = [supplied(outline, lines, true), supplied(outline, lines, false)];
  const all: Reckoned = { vocabulary, template, outline, lines, opens, coming: new Map(), before, ever, report };
  template.stages.forEach((stage, index) => {
    stage.criteria.forEach((one, nth) => criterion(all, stage.key, one, `/stages/${index}/criteria/${nth}`));
    fork(all, stage, `/stages/${index}/fork/each`);
  });
  for (const { at, list, stage, reminders, checkIns } of placesOf(template)) {
    reminders.forEach((reminder, index) => {
      anchor(all, reminder.when, `${at}/${list}/${index}/when`);
      until(all, stage, reminder, `${at}/${list}/${index}`);
    });
    checkIns.forEach(({ when }, index) => anchor(all, when, `${at}/checkIns/${index}/when`));
  }
}

/** Such a criterion holds the plan for ever. */
function criterion(all: Reckoned, stage: string, { key, ...one }: Criterion, at: string): void {
  const asked = askedBy({ key, ...one }, at);
  const stuck = whereStuck(all, asked, stage);
  if (!stuck || toldBelow(all, asked, stage, key)) return;
  const isOfItsStage = all.vocabulary.criteria.get(asked.kind)?.ofItsStage === true;
  const { line } = stuck;
  all.report(at, isOfItsStage ? 'criterion-unmeetable-here' : 'criterion-unmeetable', {
    criterion: key,
    verbs: verbsFor(all, asked),
    ...(line && branchIn(all, asked, line)),
  });
}

/** In a branch: where it begins, and whether what would meet it is recorded in other plans alone. */
function branchIn(all: Reckoned, asked: Asked, line: Line): { begin: string } | { branch: string } | undefined {
  if (isElsewhere(all, asked, line)) return { begin: line.begin };
  return line.begin === all.outline.start ? undefined : { branch: line.begin };
}

/** @returns the line whose plans are held for ever, or nothing. Where a way back alone leads, no plan has to go, so one line will do. */
function whereStuck(all: Reckoned, asked: Asked, stage: string): { line?: Line } | undefined {
  const held = (line?: Line) => !canBeMet(all, all.before, asked, stage, line);
  const onTheWay = all.lines.filter(({ ahead }) => ahead.has(stage));
  if (onTheWay.length > 0) {
    const line = onTheWay.find(held);
    return line && { line };
  }
  const beside = all.lines.filter(({ stages }) => stages.has(stage));
  const [line] = beside;
  if (line) return beside.every(held) ? { line } : undefined;
  return held() ? {} : undefined;
}

/** Such an until is never heard, in no plan that comes to the stage. */
function until(all: Reckoned, stage: string | undefined, reminder: Reminder, at: string): void {
  for (const asked of awaitedBy(reminder, at))
    if (!inSomeLine(all, stage, (line) => canBeMet(all, all.ever, asked, stage, line)))
      if (!toldBelow(all, asked, stage, undefined))
        all.report(asked.kindAt, 'until-unmeetable', { until: asked.kind, verbs: verbsFor(all, asked) });
}

function fork(all: Reckoned, { key, fork: made }: Stage, at: string): void {
  if (made?.each === undefined) return;
  const verbs = bringersOfFork(all.vocabulary, made.each);
  const sources = all.opens(verbs);
  if (!inSomeLine(all, key, (line) => all.before(sources, key, line)))
    all.report(at, 'fork-unsuppliable', { each: made.each, verbs: verbs.join(', ') });
}

/** Wherever it is brought about: a stage hears of days of the plan from before and after. */
function anchor(all: Reckoned, when: Timing, at: string): void {
  for (const way of ANCHORED) {
    const name = (when as Partial<Record<typeof way, string>>)[way];
    if (name === undefined) continue;
    const verbs = bringersOfDay(all.vocabulary, all.template, name);
    if (!all.ever(all.opens(verbs), undefined))
      all.report(`${at}/${way}`, 'anchor-unsuppliable', { anchor: name, verbs: verbs.join(', ') });
  }
}

function inSomeLine({ lines }: Reckoned, stage: string | undefined, holds: (line?: Line) => boolean): boolean {
  const comingThere = stage === undefined ? [] : lines.filter(({ stages }) => stages.has(stage));
  return comingThere.length > 0 ? comingThere.some(holds) : holds();
}

/** @param stage undefined on a track and for the whole plan: then somewhere is enough. */
function canBeMet(all: Reckoned, by: Supplied, asked: Asked, stage: string | undefined, line?: Line): boolean {
  const inner = innerOf(asked);
  if (inner.length > 0) return inner.some((one) => canBeMet(all, by, one, stage, line));
  const sources = sourcesOf(all, asked);
  const { ofItsStage, holdsAtFirst } = all.vocabulary.criteria.get(asked.kind) ?? {};
  if (ofItsStage && sources !== 'everywhere' && stage !== undefined) return sources.stages.has(stage);
  return by(sources, stage, holdsAtFirst ? undefined : line);
}

function sourcesOf(all: Reckoned, asked: Asked): Sources | 'everywhere' {
  const sources = all.opens(suppliersOf(all.vocabulary, all.template, asked), asked.kind);
  const waited = stageBelow(all, asked);
  if (sources === 'everywhere' || waited === undefined) return sources;
  const coming = all.coming.get(waited) ?? comingTo(waited, all.outline, all.lines, sources);
  all.coming.set(waited, coming);
  return coming;
}

/** The stage of this template to which the plans below are to come, where that can be looked into. */
function stageBelow({ outline, lines }: Reckoned, { kind, given }: Asked): string | undefined {
  const { stage } = given;
  const isKnown = kind === 'plans-in-stage' && typeof stage === 'string' && outline.byKey.has(stage);
  return isKnown && lines.length > 0 ? stage : undefined;
}

/** The plans below are made, but none of them comes where it is waited for. @param key of the criterion */
function toldBelow(all: Reckoned, asked: Asked, stage: string | undefined, key: string | undefined): boolean {
  const waited = stageBelow(all, asked);
  if (waited === undefined) return false;
  const made = all.opens(suppliersOf(all.vocabulary, all.template, asked), asked.kind);
  if (!inSomeLine(all, stage, (line) => all.ever(made, stage, line))) return false;
  all.report(`${asked.givenAt}/stage`, 'criterion-unmeetable-below', {
    stage: waited,
    ...(key ? { criterion: key } : {}),
  });
  return true;
}

/** Whether it is recorded in other plans, but never in those of this line. */
function isElsewhere(all: Reckoned, asked: Asked, line: Line): boolean {
  const recorded = withInner(asked).flatMap((one) => {
    const sources = innerOf(one).length > 0 ? 'everywhere' : sourcesOf(all, one);
    return sources === 'everywhere' ? [] : [...sources.stages];
  });
  return recorded.length > 0 && !recorded.some((key) => line.stages.has(key));
}

function verbsFor({ vocabulary, template }: Reckoned, asked: Asked): string {
  return [...new Set(withInner(asked).flatMap((one) => suppliersOf(vocabulary, template, one)))].join(', ');
}
