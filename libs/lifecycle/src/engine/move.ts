// The lifecycle verbs decided: each gives the events of its move, or says why not.
import type { Decision, Setting } from './capability.js';
import type { Draft } from './event.js';
import { unmetReasons } from './criteria.js';
import {
  LIFECYCLE_VERBS,
  type CorrectBody,
  type LifecycleBody,
  type LifecycleVerbName,
  type MigrateBody,
  type PauseBody,
} from './lifecycle-verbs.js';
import { correct, historyOf } from './correct.js';
import { fork, release } from './forking.js';
import { migrate } from './migrate.js';
import { roundOf, type Plan } from './plan.js';
import { isRefusal, refuse, type Reason, type Refusal } from './refusal.js';
import { stageNames, stageOf, stagesOnwardFrom, type Template } from './template.js';
import type { Vocabulary } from './vocabulary.js';
import { passedTo, waysOf } from './ways.js';

export function decideMove(
  vocabulary: Vocabulary,
  plan: Plan,
  verb: LifecycleVerbName,
  body: LifecycleBody,
  at: Setting,
): Decision {
  const ways = waysOf(vocabulary, plan, verb, at);
  if (verb !== 'migrate' && body.to !== undefined && !at.template.stages.some((stage) => stage.key === body.to))
    return refuse('unknown-stage', { field: '/to', params: { stage: body.to } });
  if (ways.reasons.length > 0) return { refused: ways.reasons };
  const silent = saysWhy(verb, body, at);
  if (silent) return silent;
  switch (verb) {
    case 'fork':
      return fork(vocabulary, plan, body, at);
    case 'release':
      return release(vocabulary, plan, body, at);
    case 'migrate':
      return migrate(plan, body as MigrateBody, at);
    case 'undo':
      return undo(plan, body, at);
    case 'correct':
      return correct(vocabulary, body as CorrectBody, at);
    default: {
      const target = chooseTarget(at.template, ways.to, body.to, preferred(at.template, plan, verb));
      return isRefusal(target) ? target : drafts(vocabulary, plan, verb, body, at, target.to);
    }
  }
}

/** Where a verb goes of several ways when nobody says: a restart begins the stage again, a skip goes to the next. */
function preferred(template: Template, plan: Plan, verb: LifecycleVerbName): string | undefined {
  const { next } = stageOf(template, plan.stage);
  if (verb === 'restart') return plan.stage;
  return verb === 'skip' && next.length === 1 ? next[0] : undefined;
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
  verb: Exclude<LifecycleVerbName, 'fork' | 'release' | 'migrate' | 'undo' | 'correct'>,
  body: LifecycleBody,
  at: Setting,
  to: string,
): Draft[] {
  const from = plan.stage;
  const texts = { reasonText: body.reason };
  const cycle = newCycle(at.template, plan, verb, to);
  const entered = (kind: string): Draft => ({ type: 'stage.entered', data: { stage: to, from, kind } });
  switch (verb) {
    case 'advance':
      return [
        { type: 'stage.completed', data: { stage: from, ...unverified(vocabulary, plan, at) }, texts },
        ...cycle,
        entered(verb),
      ];
    case 'override':
      return [
        { type: 'criterion.overridden', data: { stage: from, criteria: openCriteria(vocabulary, plan, at) }, texts },
        { type: 'stage.completed', data: { stage: from } },
        ...cycle,
        entered(verb),
      ];
    case 'skip':
      return [
        { type: 'stage.skipped', data: { stage: from }, texts },
        ...between(at.template, plan, to),
        entered(verb),
      ];
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

/** The optional stages between, when a skip passes several. */
function between(template: Template, plan: Plan, to: string): Draft[] {
  const passed = passedTo(template, stageOf(template, plan.stage)).get(to) ?? [];
  return passed.map((stage) => ({ type: 'stage.skipped', data: { stage } }));
}

/** Going on from the stage where a cycle ends to where it begins gives the next its number (seed 002: a programme is never just done). */
function newCycle(template: Template, plan: Plan, verb: LifecycleVerbName, to: string): Draft[] {
  const stage = stageOf(template, plan.stage);
  if ((verb !== 'advance' && verb !== 'override') || stage.cycle?.to !== to) return [];
  const cycle = (plan.cycle ?? 1) + 1;
  const data = { cycle, from: plan.stage, to, takenUpAgain: stagesOnwardFrom(template, to) };
  return [{ type: 'cycle.started', data }];
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
  return unmetReasons(vocabulary, at.template, plan, at.now).map((reason: Reason) => reason.criterion as string);
}

/** Imported history goes on where a criterion does not hold, and the event says which the source is silent about. */
function unverified(vocabulary: Vocabulary, plan: Plan, at: Setting): { unverified?: string[] } {
  if (!at.imported) return {};
  const open = openCriteria(vocabulary, plan, at);
  return open.length > 0 ? { unverified: open } : {};
}

/** The last step no longer counts; what it had recorded stays in the journal. */
function undo({ last }: Plan, body: LifecycleBody, at: Setting): Decision {
  const { version, command } = last as NonNullable<Plan['last']>;
  const events = historyOf(at).filter((event) => event.version === version && event.command === command);
  const data = { version, events: events.map(({ id }) => id) };
  return [{ type: 'step.undone', data, texts: { reasonText: body.reason } }];
}
