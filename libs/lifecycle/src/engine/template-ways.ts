// Whether the ways of a template lead anywhere: to every stage, to an end from each, and out of each fork that is joined (INV-04).
import type { Params } from './refusal.js';
import { closure, type Corner, type Outline } from './template-outline.js';
import type { Stage, Template } from './template.js';

export type Report = (pointer: string, code: string, params?: Params) => void;

export function ways({ stages }: Template, outline: Outline, report: Report): void {
  const reached = closure(outline, ({ every }) => every, [outline.start]);
  const ends = outline.corners.filter(({ end }) => end).map(({ key }) => key);
  const out = closure(outline, backwards(outline.corners), ends);
  const told = new Set<string>();
  stages.forEach((stage, index) => {
    const at = `/stages/${index}`;
    const isFirst = !told.has(stage.key);
    told.add(stage.key);
    if (isFirst && !reached.has(stage.key)) report(at, 'unreachable-stage', { stage: stage.key });
    if (isFirst && !out.has(stage.key)) report(`${at}/next`, 'no-way-out', { stage: stage.key });
    if (stage.optional && stage.next.length === 0)
      report(`${at}/optional`, 'optional-last-stage', { stage: stage.key });
    cycle(stage, at, report);
    if (stage.fork?.join) join(outline, stage, at, report);
  });
}

function cycle({ key, cycle: again, next }: Stage, at: string, report: Report): void {
  if (again?.to === key) report(`${at}/cycle/to`, 'cycle-to-itself', { stage: key });
  else if (again && next.includes(again.to)) report(`${at}/cycle/to`, 'cycle-also-next', { stage: again.to });
}

/** Who waits goes on afterwards, and what it waits for can end without coming to the same fork again. */
function join(outline: Outline, { key, fork, next, cycle: again }: Stage, at: string, report: Report): void {
  if (next.length === 0 && !again) report(`${at}/fork/join`, 'join-without-next', { stage: key });
  if (fork === undefined) return;
  const isEndOfIt = (corner: Corner | undefined) => corner?.end === true && corner.key !== key;
  const on = (corner: Corner) => (corner.key === key ? [] : corner.next);
  const branch = closure(outline, on, [outline.to(fork.to)], isEndOfIt);
  if (![...branch].some((one) => isEndOfIt(outline.byKey.get(one))))
    report(`${at}/fork/to`, 'branch-without-end', { stage: fork.to, fork: key });
}

function backwards(corners: Corner[]): (corner: Corner) => string[] {
  const into = new Map<string, string[]>();
  for (const { key, own } of corners)
    for (const to of own) {
      const before = into.get(to);
      if (before) before.push(key);
      else into.set(to, [key]);
    }
  return ({ key }) => into.get(key) ?? [];
}
