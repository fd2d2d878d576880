// Criteria that nothing can meet: what would is open neither here, nor on the way here, nor on a track.
import { isLifecycleVerb } from './lifecycle-verbs.js';
import { askedBy, innerOf, withInner, type Asked } from './template-asked.js';
import { closure, onward, type Report } from './template-ways.js';
import type { Stage, Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

/** Stages in which a kind can have been met, by key. */
type Where = Set<string> | 'everywhere';

/** Such a criterion holds the plan for ever. */
export function unmeetable(vocabulary: Vocabulary, template: Template, report: Report): void {
  const supplied = suppliedIn(vocabulary, template);
  const canBeMet = (stage: Stage, asked: Asked): boolean => {
    const inner = innerOf(asked);
    if (inner.length > 0) return inner.some((one) => canBeMet(stage, one));
    const where = supplied(asked.kind);
    return where === 'everywhere' || where.has(stage.key);
  };
  template.stages.forEach((stage, index) =>
    stage.criteria.forEach((criterion, nth) => {
      const at = `/stages/${index}/criteria/${nth}`;
      const asked = askedBy(criterion, at);
      if (canBeMet(stage, asked)) return;
      const verbs = withInner(asked).flatMap(({ kind }) => vocabulary.criteria.get(kind)?.suppliedBy ?? []);
      report(at, 'criterion-unmeetable', { criterion: criterion.key, verbs: [...new Set(verbs)].join(', ') });
    }),
  );
}

/** Each kind is looked up once, however many ask for it. */
function suppliedIn(vocabulary: Vocabulary, template: Template): (kind: string) => Where {
  const found = new Map<string, Where>();
  return (kind) => {
    const where = found.get(kind) ?? whereSupplied(template, vocabulary.criteria.get(kind)?.suppliedBy ?? []);
    found.set(kind, where);
    return where;
  };
}

function whereSupplied({ stages, tracks = [], kind }: Template, verbs: string[]): Where {
  const always = (verb: string) =>
    isAlways(verb, kind === 'initiative') || tracks.some(({ opens }) => opens.includes(verb));
  if (verbs.length === 0 || verbs.some(always)) return 'everywhere';
  const sources = stages.filter((stage) => verbs.some((verb) => isOpen(stage, verb)));
  return closure(
    stages,
    onward,
    sources.map(({ key }) => key),
  );
}

/** Plans can be begun under an initiative at any time; under others they come of a fork alone. */
function isAlways(verb: string, ofInitiative: boolean): boolean {
  return isLifecycleVerb(verb) && (verb !== 'fork' || ofInitiative);
}

function isOpen(stage: Stage, verb: string): boolean {
  return verb === 'fork' ? stage.fork !== undefined : stage.opens.includes(verb);
}
