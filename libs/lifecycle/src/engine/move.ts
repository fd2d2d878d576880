// The lifecycle verbs decided: each gives the events of its move, or says why not.
import type { Decision, Setting } from './capability.js';
import type { Draft } from './event.js';
import { unmetReasons } from './criteria.js';
import {
  LIFECYCLE_VERBS,
  type ForkBody,
  type LifecycleBody,
  type LifecycleVerbName,
  type PauseBody,
} from './lifecycle-verbs.js';
import { idFrom } from './fork.js';
import { roundOf, type Plan } from './plan.js';
import { isRefusal, refuse, type Reason, type Refusal } from './refusal.js';
import { stageNames, stagesOnwardFrom, type Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';
import { waysOf } from './ways.js';

export function decideMove(
  vocabulary: Vocabulary,
  plan: Plan,
  verb: LifecycleVerbName,
  body: LifecycleBody,
  at: Setting,
): Decision {
  const ways = waysOf(vocabulary, at.template, plan, verb, at.imported);
  if (body.to !== undefined && !at.template.stages.some((stage) => stage.key === body.to))
    return refuse('unknown-stage', { field: '/to', params: { stage: body.to } });
  if (ways.reasons.length > 0) return { refused: ways.reasons };
  const silent = saysWhy(verb, body, at);
  if (silent) return silent;
  if (verb === 'fork') return fork(vocabulary, plan, body, at, ways.to[0] as string);
  const target = chooseTarget(at.template, ways.to, body.to, verb === 'restart' ? plan.stage : undefined);
  if (isRefusal(target)) return target;
  return drafts(vocabulary, plan, verb, body, at, target.to);
}

function saysWhy(verb: LifecycleVerbName, body: LifecycleBody, at: Setting): Refusal | null {
  if (!LIFECYCLE_VERBS[verb].reasonRequired || at.imported) return null;
  return body.reason?.trim() ? null : refuse('reason-required', { field: '/reason', params: { verb } });
}

/** @param preferred taken when it is one of several and nothing was named. */
function chooseTarget(
  template: Template,
  ways: string[],
  named: string | undefined,
  preferred?: string,
): { to: string } | Refusal {
  const params = { ways: ways.join(', ') };
  const names = { ways: stageNames(template, ways, (name, key) => `${name} (${key})`) };
  if (named !== undefined) {
    if (ways.length === 0 || ways.includes(named)) return { to: named };
    return refuse('no-way-there', {
      field: '/to',
      params: { stage: named, ...params },
      names: { stage: stageNames(template, [named]), ...names },
    });
  }
  if (ways.length <= 1) return { to: ways[0] ?? '' };
  if (preferred !== undefined && ways.includes(preferred)) return { to: preferred };
  return refuse('choose-where', { field: '/to', params, names });
}

function drafts(
  vocabulary: Vocabulary,
  plan: Plan,
  verb: Exclude<LifecycleVerbName, 'fork'>,
  body: LifecycleBody,
  at: Setting,
  to: string,
): Draft[] {
  const from = plan.stage;
  const texts = { reasonText: body.reason };
  const entered = (kind: string): Draft => ({ type: 'stage.entered', data: { stage: to, from, kind } });
  switch (verb) {
    case 'advance':
      return [
        { type: 'stage.completed', data: { stage: from, ...unverified(vocabulary, plan, at) }, texts },
        entered(verb),
      ];
    case 'override':
      return [
        { type: 'criterion.overridden', data: { stage: from, criteria: openCriteria(vocabulary, plan, at) }, texts },
        { type: 'stage.completed', data: { stage: from } },
        entered(verb),
      ];
    case 'skip':
      return [{ type: 'stage.skipped', data: { stage: from }, texts }, entered(verb)];
    case 'return':
      return [{ type: 'stage.returned', data: { stage: from, to }, texts }, entered(verb)];
    case 'repeat':
      return [{ type: 'stage.repeated', data: { stage: from, round: roundOf(plan) + 1 }, texts }];
    case 'restart':
      return [restarted(at.template, plan, to, texts), entered(verb)];
    case 'pause':
      return [{ type: 'plan.paused', data: { stage: from, ...reviewDay(body) }, texts }];
    case 'resume':
      return [{ type: 'plan.resumed', data: { stage: from }, texts }];
    case 'complete':
      return [{ type: ended(plan, 'completed'), data: { stage: from, ...unverified(vocabulary, plan, at) }, texts }];
    case 'discontinue':
      return [{ type: ended(plan, 'discontinued'), data: { stage: from }, texts }];
  }
}

function restarted(template: Template, plan: Plan, to: string, texts: Draft['texts']): Draft {
  const data = { from: plan.stage, to, attempt: plan.attempt + 1, takenUpAgain: stagesOnwardFrom(template, to) };
  return { type: 'plan.restarted', data, ...(texts ? { texts } : {}) };
}

export function ended(plan: Pick<Plan, 'kind'>, how: 'completed' | 'discontinued'): string {
  return `${plan.kind === 'initiative' ? 'initiative' : 'plan'}.${how}`;
}

function reviewDay(body: PauseBody): { reviewOn?: string } {
  return body.reviewOn === undefined ? {} : { reviewOn: body.reviewOn };
}

function openCriteria(vocabulary: Vocabulary, plan: Plan, at: Setting): string[] {
  return unmetReasons(vocabulary, at.template, plan).map((reason: Reason) => reason.criterion as string);
}

/** Imported history goes on where a criterion does not hold, and the event says which the source is silent about. */
function unverified(vocabulary: Vocabulary, plan: Plan, at: Setting): { unverified?: string[] } {
  if (!at.imported) return {};
  const open = openCriteria(vocabulary, plan, at);
  return open.length > 0 ? { unverified: open } : {};
}

function fork(vocabulary: Vocabulary, plan: Plan, body: ForkBody, at: Setting, to: string): Decision {
  const possible = candidates(vocabulary, plan, at);
  const wanted = body.plans?.length ? body.plans : possible;
  if (wanted.length === 0) return refuse('nothing-to-fork', { field: '/plans' });
  const wrong = wanted.findIndex(({ each }) => each !== undefined && !possible.some((one) => one.each === each));
  if (wrong >= 0)
    return refuse('not-to-fork-by', { field: `/plans/${wrong}/each`, params: { each: wanted[wrong]?.each ?? '' } });
  const children = wanted.map((one, index) => ({
    id: idFrom(at.command, index + 1),
    title: one.title,
    to,
    ...(one.each === undefined ? {} : { each: one.each }),
  }));
  return [{ type: 'plan.forked', data: { stage: plan.stage, children }, texts: { reasonText: body.reason } }];
}

/** What the template forks by, without what this attempt has already made a plan of. */
function candidates(vocabulary: Vocabulary, plan: Plan, at: Setting): { title: string; each?: string }[] {
  const each = at.template.stages.find((stage) => stage.key === plan.stage)?.fork?.each;
  const found = each === undefined ? [] : (vocabulary.forks.get(each)?.(plan) ?? []);
  const taken = plan.children.filter((child) => child.attempt === plan.attempt).map((child) => child.each);
  return found.filter(({ key }) => !taken.includes(key)).map(({ key, title }) => ({ title, each: key }));
}
