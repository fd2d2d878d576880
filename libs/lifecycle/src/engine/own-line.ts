// Where an attempt may begin: a plan begins again in its own line of the template, a branch that a join waits for in the branch.
import { startStageOf, type Stage, type Template } from './template.js';

const reckoned = new WeakMap<Template, Map<string, string[]>>();

/** The stages that a restart of a plan in this stage can lead to: where the template says, else where the line begins. */
export function restartTargets(template: Template, stage: string): string[] {
  let targets = reckoned.get(template);
  if (!targets) reckoned.set(template, (targets = reckon(template)));
  return targets.get(stage) ?? [startStageOf(template)];
}

/** The main line first: a stage that a branch shares with it belongs to it. */
function reckon(template: Template): Map<string, string[]> {
  const byKey = new Map(template.stages.map((stage) => [stage.key, stage]));
  const joined = template.stages.flatMap(({ fork }) => (fork?.join ? [fork.to] : []));
  const targets = new Map<string, string[]>();
  for (const begin of [startStageOf(template), ...joined]) {
    const line = [...lineFrom(byKey, begin)].filter((key) => !targets.has(key));
    const told = template.stages.filter(({ key, restart }) => restart && line.includes(key)).map(({ key }) => key);
    for (const key of line) targets.set(key, told.length > 0 ? told : [begin]);
  }
  return targets;
}

/** What a plan that begins here can come to by itself: not what it makes and waits for. */
function lineFrom(byKey: Map<string, Stage>, begin: string): Set<string> {
  const seen = new Set([begin]);
  for (const key of seen) {
    const { next = [], returnsTo = [], cycle, fork } = byKey.get(key) ?? {};
    const own = [...next, ...returnsTo, ...(cycle ? [cycle.to] : []), ...(fork && !fork.join ? [fork.to] : [])];
    for (const one of own) seen.add(one);
  }
  return seen;
}
