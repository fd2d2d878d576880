// Where a lifecycle verb can lead from here, and what stands in its way: asked by the verb itself and by `moves`.
import { unmetReasons } from './criteria.js';
import { anyToJoin, hasForked, joinReasons, openChildren } from './join.js';
import { mends, type LifecycleVerbName } from './lifecycle-verbs.js';
import { restartTargets } from './own-line.js';
import { isEnded, type Plan } from './plan.js';
import type { Reason } from './refusal.js';
import { isEnd, stageOf, type Stage, type Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export interface Ways {
  /** The stages it can lead to; empty for verbs that stay where they are. */
  to: string[];
  /** Why it is not open now; empty when it is. */
  reasons: Reason[];
}

interface Asked {
  template: Template;
  /** RFC 3339 */
  now: string;
  /** Imported history moves on without criteria; what was not met is recorded as not verified (INV-26). */
  imported: boolean;
}

export function waysOf(vocabulary: Vocabulary, plan: Plan, verb: LifecycleVerbName, at: Asked): Ways {
  const { template } = at;
  const stage = stageOf(template, plan.stage);
  const standing = statusReasons(plan, verb);
  if (standing.length > 0) return { to: [], reasons: standing };
  const criteria = () => (at.imported ? [] : unmetReasons(vocabulary, template, plan, at.now));
  const join = () => (at.imported ? [] : joinReasons(vocabulary, plan, stage));
  switch (verb) {
    case 'advance':
      return onward(plan, stage, [...criteria(), ...join()]);
    case 'override':
      return onward(plan, stage, overridable(at, criteria(), join()));
    case 'skip':
      return past(template, plan, stage);
    case 'return':
      return { to: stage.returnsTo ?? [], reasons: stage.returnsTo?.length ? [] : [{ code: 'no-way-back' }] };
    case 'fork':
      return fork(stage, criteria);
    case 'release':
      return { to: [], reasons: anyToJoin(vocabulary, plan, stage) ? [] : [{ code: 'nothing-waited-for' }] };
    case 'restart':
      return { to: restartTargets(template, plan.stage), reasons: [] };
    case 'complete':
      return { to: [], reasons: completion(plan, stage, () => [...criteria(), ...join()]) };
    case 'discontinue':
      return { to: [], reasons: openChildren(plan) };
    case 'undo':
      return { to: [], reasons: whyNotUndone(plan) };
    case 'repeat':
    case 'pause':
    case 'resume':
    case 'migrate':
    case 'correct':
      return { to: [], reasons: [] };
  }
}

/** What the plan's status alone forbids (INV-07, INV-08). */
function statusReasons(plan: Plan, verb: LifecycleVerbName): Reason[] {
  if (verb === 'restart' || mends(verb)) return [];
  if (isEnded(plan)) return [{ code: 'ended', params: { status: plan.status } }];
  if (verb === 'resume') return plan.status === 'paused' ? [] : [{ code: 'not-paused' }];
  if (verb === 'discontinue' || verb === 'migrate') return [];
  return plan.status === 'paused' ? [{ code: 'paused' }] : [];
}

/** Past a fork that nothing joins only the plans go on; up to it an initiative that went back may come again and make more. */
function onward(plan: Plan, stage: Stage, reasons: Reason[]): Ways {
  const to = [...stage.next, ...(stage.cycle ? [stage.cycle.to] : [])];
  if (to.length === 0) return { to, reasons: [{ code: 'last-stage' }] };
  if (stage.fork && !stage.fork.join && hasForked(plan)) return { to: [], reasons: [{ code: 'forked' }] };
  return { to, reasons };
}

/** Criteria can be overridden; a join is released instead, so that nobody is forgotten on the way. */
function overridable(at: Asked, criteria: Reason[], join: Reason[]): Reason[] {
  if (join.length > 0) return join;
  return criteria.length > 0 || at.imported ? [] : [{ code: 'nothing-to-override' }];
}

/** Optional stages in a row may be passed together. */
function past(template: Template, plan: Plan, stage: Stage): Ways {
  if (!stage.optional) return { to: [], reasons: [{ code: 'stage-required', params: { stage: plan.stage } }] };
  const to = [...passedTo(template, stage).keys()];
  if (to.length === 0) return { to, reasons: [{ code: 'last-stage' }] };
  const ways = onward(plan, stage, openChildren(plan, stage.key));
  return { to, reasons: ways.reasons };
}

/** Each stage that can be come to over optional stages alone, with those that lie between. */
export function passedTo(template: Template, from: Stage): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const ahead = from.next.map((key) => ({ key, between: [] as string[] }));
  for (let one = ahead.shift(); one; one = ahead.shift()) {
    if (found.has(one.key) || one.key === from.key) continue;
    found.set(one.key, one.between);
    const stage = stageOf(template, one.key);
    const between = [...one.between, one.key];
    if (stage.optional) ahead.push(...stage.next.map((key) => ({ key, between })));
  }
  return found;
}

/** Where the template joins, forking begins the work of the stage; elsewhere it is the way out of it. */
function fork({ fork: made }: Stage, criteria: () => Reason[]): Ways {
  if (!made) return { to: [], reasons: [{ code: 'no-fork-here' }] };
  return { to: [made.to], reasons: made.join ? [] : criteria() };
}

function completion(plan: Plan, stage: Stage, leaving: () => Reason[]): Reason[] {
  if (hasForked(plan)) return openChildren(plan);
  return isEnd(stage) ? [...leaving(), ...openChildren(plan)] : [{ code: 'not-at-the-end' }];
}

function whyNotUndone({ last }: Plan): Reason[] {
  if (!last) return [{ code: 'undo-start' }];
  return last.lasting === undefined ? [] : [{ code: last.lasting }];
}
