// What nothing can bring about: a criterion, an until, a day or a thing to fork by that no open verb supplies.
import { askedBy, awaitedBy, innerOf, withInner, type Asked } from './template-asked.js';
import type { Outline } from './template-outline.js';
import { placesOf } from './template-places.js';
import { bringersOfDay, bringersOfFork, supplied, suppliersOf, type Supplied, type Where } from './template-supply.js';
import type { Report } from './template-ways.js';
import type { Stage, Template, Timing } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export function unmeetable(vocabulary: Vocabulary, template: Template, outline: Outline, report: Report): void {
  const suppliers = (asked: Asked) => suppliersOf(vocabulary, template, asked);
  const onTheWay = supplied(template, outline, ({ onward }) => onward);
  const here = supplied(template, outline, () => []);
  const ever = supplied(template, outline, ({ every }) => every);
  const isOfItsStage = ({ kind }: Asked) => vocabulary.criteria.get(kind)?.ofItsStage === true;
  const before = (asked: Asked) => (isOfItsStage(asked) ? here : onTheWay);
  const later = (asked: Asked) => (isOfItsStage(asked) ? here : ever);
  template.stages.forEach((stage, index) => {
    stage.criteria.forEach((criterion, nth) => {
      const at = `/stages/${index}/criteria/${nth}`;
      const asked = askedBy(criterion, at);
      if (canBeMet(asked, suppliers, before, stage.key)) return;
      report(at, isOfItsStage(asked) ? 'criterion-unmeetable-here' : 'criterion-unmeetable', {
        criterion: criterion.key,
        verbs: verbsFor(asked, suppliers),
      });
    });
    fork(vocabulary, stage, `/stages/${index}`, onTheWay, report);
  });
  for (const { at, list, stage, reminders, checkIns } of placesOf(template)) {
    const day = (when: Timing, place: string) =>
      anchor(when, place, (name) => bringersOfDay(vocabulary, template, name), ever, report);
    reminders.forEach((reminder, index) => {
      const place = `${at}/${list}/${index}`;
      day(reminder.when, place);
      for (const asked of awaitedBy(reminder, place))
        if (!canBeMet(asked, suppliers, later, stage))
          report(asked.kindAt, 'until-unmeetable', { until: asked.kind, verbs: verbsFor(asked, suppliers) });
    });
    checkIns.forEach(({ when }, index) => day(when, `${at}/checkIns/${index}`));
  }
}

/** Such a criterion holds the plan for ever, and such an until is never heard. */
function canBeMet(
  asked: Asked,
  suppliers: (asked: Asked) => string[],
  where: (asked: Asked) => Supplied,
  stage: string | undefined,
): boolean {
  const inner = innerOf(asked);
  if (inner.length > 0) return inner.some((one) => canBeMet(one, suppliers, where, stage));
  return isIn(where(asked)(suppliers(asked)), stage);
}

/** @param stage undefined on a track and for the whole plan: then somewhere is enough. */
function isIn(where: Where, stage: string | undefined): boolean {
  if (where === 'everywhere') return true;
  return stage === undefined ? where.size > 0 : where.has(stage);
}

function verbsFor(asked: Asked, suppliers: (asked: Asked) => string[]): string {
  return [...new Set(withInner(asked).flatMap(suppliers))].join(', ');
}

function fork(vocabulary: Vocabulary, { key, fork: made }: Stage, at: string, where: Supplied, report: Report): void {
  if (made?.each === undefined) return;
  const verbs = bringersOfFork(vocabulary, made.each);
  if (!isIn(where(verbs), key))
    report(`${at}/fork/each`, 'fork-unsuppliable', { each: made.each, verbs: verbs.join(', ') });
}

/** Wherever it is brought about: a stage hears of days of the plan from before and after. */
function anchor(when: Timing, at: string, bringers: (name: string) => string[], where: Supplied, report: Report): void {
  for (const way of ['on', 'after', 'before'] as const) {
    const name = (when as Partial<Record<typeof way, string>>)[way];
    if (name === undefined) continue;
    const verbs = bringers(name);
    if (!isIn(where(verbs), undefined))
      report(`${at}/when/${way}`, 'anchor-unsuppliable', { anchor: name, verbs: verbs.join(', ') });
  }
}
