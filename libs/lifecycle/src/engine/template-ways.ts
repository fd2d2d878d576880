// Whether the ways of a template lead anywhere: to every stage, to an end from each, and to what each criterion asks for (INV-04).
import { isEnd, startStageOf, type Criterion, type Stage, type Template } from './template.js';
import type { Params } from './refusal.js';
import type { Vocabulary } from './vocabulary.js';

export type Report = (pointer: string, code: string, params?: Params) => void;

const onward = (stage: Stage) => [...stage.next, ...(stage.fork ? [stage.fork.to] : [])];

/** @param unknown a name led nowhere: then only the stages that nothing leads to are told, not all that lie behind them. */
export function ways(template: Template, unknown: boolean, report: Report): void {
  const { stages } = template;
  const anyWay = (stage: Stage) => [...onward(stage), ...(stage.returnsTo ?? [])];
  const reached = closure(stages, anyWay, [startStageOf(template)]);
  const named = new Set(stages.flatMap((stage) => anyWay(stage).filter((key) => key !== stage.key)));
  const out = closure(
    stages,
    backwards(stages, anyWay),
    stages.filter(isEnd).map(({ key }) => key),
  );
  stages.forEach((stage, index) => {
    if (!reached.has(stage.key) && (!unknown || !named.has(stage.key)))
      report(`/stages/${index}`, 'unreachable-stage', { stage: stage.key });
    if (!out.has(stage.key) && !unknown) report(`/stages/${index}`, 'no-way-out', { stage: stage.key });
    if (stage.optional && stage.next.length === 0)
      report(`/stages/${index}/optional`, 'optional-last-stage', { stage: stage.key });
  });
}

/** Every stage that can be come to from these, themselves included. */
function closure(stages: Stage[], ways: (stage: Stage) => string[], from: string[]): Set<string> {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const seen = new Set<string>();
  const ahead = [...from];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    const stage = byKey.get(key);
    if (!stage || seen.has(key)) continue;
    seen.add(key);
    for (const next of ways(stage)) ahead.push(next);
  }
  return seen;
}

function backwards(stages: Stage[], ways: (stage: Stage) => string[]): (stage: Stage) => string[] {
  const into = new Map<string, string[]>();
  for (const stage of stages)
    for (const key of ways(stage)) {
      const before = into.get(key);
      if (before) before.push(stage.key);
      else into.set(key, [stage.key]);
    }
  return (stage) => into.get(stage.key) ?? [];
}

/** A criterion whose verbs are open neither here, nor on the way here, nor on a track, holds the plan for ever. */
export function unmeetable(vocabulary: Vocabulary, template: Template, report: Report): void {
  const { stages, tracks = [] } = template;
  const always = new Set(tracks.flatMap((track) => track.opens));
  const suppliedIn = new Map<string, Set<string> | 'always'>();
  const supplied = (kind: string): Set<string> | 'always' => {
    const verbs = vocabulary.criteria.get(kind)?.suppliedBy ?? [];
    if (verbs.length === 0 || verbs.some((verb) => always.has(verb))) return 'always';
    const sources = stages.filter((stage) => verbs.some((verb) => stage.opens.includes(verb)));
    return closure(
      stages,
      onward,
      sources.map(({ key }) => key),
    );
  };
  const meetable = (stage: Stage, { kind }: Criterion) => {
    const where = suppliedIn.get(kind) ?? supplied(kind);
    suppliedIn.set(kind, where);
    return where === 'always' || where.has(stage.key);
  };
  stages.forEach((stage, index) =>
    stage.criteria.forEach((criterion, nth) => {
      if (meetable(stage, criterion)) return;
      const verbs = vocabulary.criteria.get(criterion.kind)?.suppliedBy.join(', ') ?? '';
      report(`/stages/${index}/criteria/${nth}`, 'criterion-unmeetable', { criterion: criterion.key, verbs });
    }),
  );
}
