// Where a lifecycle verb can lead from here, and what stands in its way: asked by the verb itself and by `moves`.
import { unmetReasons } from './criteria.js';
import type { LifecycleVerbName } from './lifecycle-verbs.js';
import { isEnded, type Plan } from './plan.js';
import type { Reason } from './refusal.js';
import { isEnd, stageOf, startStageOf, type Stage, type Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export interface Ways {
  /** The stages it can lead to; empty for verbs that stay where they are. */
  to: string[];
  /** Why it is not open now; empty when it is. */
  reasons: Reason[];
}

/** @param skipCriteria imported history moves on without them; what was not met is recorded as not verified (INV-26). */
export function waysOf(
  vocabulary: Vocabulary,
  template: Template,
  plan: Plan,
  verb: LifecycleVerbName,
  skipCriteria = false,
): Ways {
  const stage = stageOf(template, plan.stage);
  const standing = statusReasons(plan, verb);
  if (standing.length > 0) return { to: [], reasons: standing };
  const criteria = () => (skipCriteria ? [] : unmetReasons(vocabulary, template, plan));
  switch (verb) {
    case 'advance':
      return onward(plan, stage, criteria());
    case 'override':
      return onward(plan, stage, criteria().length > 0 || skipCriteria ? [] : [{ code: 'nothing-to-override' }]);
    case 'skip':
      return onward(plan, stage, stage.optional ? [] : [{ code: 'stage-required', params: { stage: plan.stage } }]);
    case 'return':
      return { to: stage.returnsTo ?? [], reasons: stage.returnsTo?.length ? [] : [{ code: 'no-way-back' }] };
    case 'repeat':
      return { to: [], reasons: [] };
    case 'fork':
      return { to: stage.fork ? [stage.fork.to] : [], reasons: stage.fork ? criteria() : [{ code: 'no-fork-here' }] };
    case 'restart':
      return { to: restartTargets(template), reasons: [] };
    case 'complete':
      return { to: [], reasons: completion(plan, isEnd(stage), criteria) };
    case 'discontinue':
      return { to: [], reasons: openChildren(plan) };
    case 'pause':
    case 'resume':
      return { to: [], reasons: [] };
  }
}

/** What the plan's status alone forbids (INV-07, INV-08). */
function statusReasons(plan: Plan, verb: LifecycleVerbName): Reason[] {
  if (verb === 'restart') return [];
  if (isEnded(plan)) return [{ code: 'ended', params: { status: plan.status } }];
  if (verb === 'resume') return plan.status === 'paused' ? [] : [{ code: 'not-paused' }];
  if (verb === 'discontinue') return [];
  return plan.status === 'paused' ? [{ code: 'paused' }] : [];
}

/** Past the fork only the plans go on; up to it an initiative that went back may come again and make more of them. */
function onward(plan: Plan, stage: Stage, reasons: Reason[]): Ways {
  if (stage.next.length === 0) return { to: [], reasons: [{ code: 'last-stage' }] };
  if (stage.fork && hasForked(plan)) return { to: [], reasons: [{ code: 'forked' }] };
  return { to: stage.next, reasons };
}

function completion(plan: Plan, atEnd: boolean, criteria: () => Reason[]): Reason[] {
  if (hasForked(plan)) return openChildren(plan);
  return atEnd ? criteria() : [{ code: 'not-at-the-end' }];
}

/** Plans made by a fork in this attempt carry the work on; the initiative waits for them (INV-14). */
export function hasForked(plan: Plan): boolean {
  return plan.children.some((child) => child.attempt === plan.attempt);
}

function openChildren(plan: Plan): Reason[] {
  const open = plan.children.filter((child) => !isEnded(child));
  if (open.length === 0) return [];
  const missing = open.map((child) => ({ code: 'plan-not-ended', params: { plan: child.id, title: child.title } }));
  return [{ code: 'plans-not-ended', missing }];
}

/** Where an attempt may begin: where the template says, else at its first stage. */
function restartTargets(template: Template): string[] {
  const targets = template.stages.filter((stage) => stage.restart).map((stage) => stage.key);
  return targets.length > 0 ? targets : [startStageOf(template)];
}
