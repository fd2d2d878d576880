// Whether the ways of a template lead anywhere: to every stage, to an end from each, and out of each fork that is joined (INV-04).
import type { Params } from './refusal.js';
import { isEnd, startStageOf, type Stage, type Template } from './template.js';

export type Report = (pointer: string, code: string, params?: Params) => void;

/** The ways on, of a plan and of the plans that it makes. */
export const onward = (stage: Stage) => [...stage.next, ...(stage.fork ? [stage.fork.to] : [])];

const anyWay = (stage: Stage) => [
  ...onward(stage),
  ...(stage.cycle ? [stage.cycle.to] : []),
  ...(stage.returnsTo ?? []),
];

/** @param unknown a name led nowhere: then only the stages that nothing leads to are told, not all that lie behind them. */
export function ways(template: Template, unknown: boolean, report: Report): void {
  const { stages } = template;
  const reached = closure(stages, anyWay, [startStageOf(template)]);
  const named = new Set(stages.flatMap((stage) => anyWay(stage).filter((key) => key !== stage.key)));
  const ends = stages.filter(isEnd).map(({ key }) => key);
  const out = closure(stages, backwards(stages, anyWay), ends);
  stages.forEach((stage, index) => {
    const at = `/stages/${index}`;
    if (!reached.has(stage.key) && (!unknown || !named.has(stage.key)))
      report(at, 'unreachable-stage', { stage: stage.key });
    if (!out.has(stage.key) && !unknown) report(at, 'no-way-out', { stage: stage.key });
    if (stage.optional && stage.next.length === 0)
      report(`${at}/optional`, 'optional-last-stage', { stage: stage.key });
    cycle(stage, at, report);
    if (stage.fork?.join) join(stages, stage, unknown, at, report);
  });
}

function cycle({ key, cycle: again, next }: Stage, at: string, report: Report): void {
  if (again?.to === key) report(`${at}/cycle/to`, 'cycle-to-itself', { stage: key });
  else if (again && next.includes(again.to)) report(`${at}/cycle/to`, 'cycle-also-next', { stage: again.to });
}

/** Who waits goes on afterwards, and what it waits for can end without coming to the same fork again. */
function join(
  stages: Stage[],
  { key, fork, next, cycle: again }: Stage,
  unknown: boolean,
  at: string,
  report: Report,
): void {
  if (next.length === 0 && !again) report(`${at}/fork/join`, 'join-without-next', { stage: key });
  if (unknown || fork === undefined) return;
  const branch = closure(stages, (stage) => (stage.key === key ? [] : stage.next), [fork.to]);
  branch.delete(key);
  if (!stages.some((stage) => branch.has(stage.key) && isEnd(stage)))
    report(`${at}/fork/to`, 'branch-without-end', { stage: fork.to, fork: key });
}

/** Every stage that can be come to from these, themselves included. */
export function closure(stages: Stage[], from: (stage: Stage) => string[], start: string[]): Set<string> {
  const byKey = new Map(stages.map((stage) => [stage.key, stage]));
  const seen = new Set<string>();
  const ahead = [...start];
  for (let key = ahead.pop(); key !== undefined; key = ahead.pop()) {
    const stage = byKey.get(key);
    if (!stage || seen.has(key)) continue;
    seen.add(key);
    for (const next of from(stage)) ahead.push(next);
  }
  return seen;
}

function backwards(stages: Stage[], from: (stage: Stage) => string[]): (stage: Stage) => string[] {
  const into = new Map<string, string[]>();
  for (const stage of stages)
    for (const key of from(stage)) {
      const before = into.get(key);
      if (before) before.push(stage.key);
      else into.set(key, [stage.key]);
    }
  return (stage) => into.get(stage.key) ?? [];
}
