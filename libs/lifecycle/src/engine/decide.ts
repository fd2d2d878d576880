// A decision: (template, plan, command, now) -> events or a refusal. No clock, no randomness, no I/O.
import type { Setting } from './capability.js';
import type { Draft, PlanEvent, Text } from './event.js';
import { evolve, type PlanForked, type PlanStarted } from './evolve.js';
import { factsAtFork } from './fork.js';
import { hasForked, openChildren, waitedFor } from './join.js';
import { watchesStages } from './lifecycle-criteria.js';
import { isLifecycleVerb } from './lifecycle-verbs.js';
import { decideMove, ended } from './move.js';
import { reasonsAgainst } from './open.js';
import { isEnded, type Plan, type Status } from './plan.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { startStageOf, type Language } from './template.js';
import type { Vocabulary } from './vocabulary.js';
import { liesAhead } from '../schedule/when.js';

/** What an accepted command leaves behind; all of it is stored together or not at all. */
export interface Accepted {
  plan: Plan;
  events: PlanEvent[];
  texts: Text[];
  /** Plans that the command made. */
  births: Accepted[];
  /** News for the initiative that this plan was forked out of. */
  tells: Tell[];
}

export interface Tell {
  /** The initiative. */
  plan: string;
  child: string;
  status: Status;
  /** The stage in which it stands now. */
  stage: string;
  /** Set when it was begun under the initiative just now. */
  added?: { title: string };
}

export interface StartBody {
  title: string;
  language?: Language;
  kind?: PlanStarted['kind'];
  public?: boolean;
  programme?: string;
  strand?: number;
  /** The initiative under which it is begun, by id. */
  parent?: string;
}

/** A new plan; its id is the command's. */
export function decideStart(vocabulary: Vocabulary, body: StartBody, at: Setting): Accepted | Refusal {
  const { template } = at;
  const unfit = tooEarly(at) ?? unfitParent(body.parent, at.parent);
  if (unfit) return unfit;
  const started: PlanStarted = {
    kind: body.kind ?? template.kind ?? 'plan',
    title: body.title,
    language: body.language ?? 'sv',
    public: body.public ?? false,
    template: { key: template.key, version: template.version },
    stage: startStageOf(template),
    ...(body.programme === undefined ? {} : { programme: programme(body.programme, body.strand) }),
    ...under(vocabulary, at.parent),
  };
  const accepted = born(vocabulary, at.command, started, at);
  if (!at.parent) return accepted;
  const { id: child, status, stage } = accepted.plan;
  return { ...accepted, tells: [{ plan: at.parent.id, child, status, stage, added: { title: body.title } }] };
}

function unfitParent(named: string | undefined, parent: Plan | undefined): Refusal | null {
  if (named === undefined) return null;
  if (!parent) return refuse('unknown-parent', { field: '/parent', params: { parent: named } });
  if (isEnded(parent)) return refuse('parent-ended', { field: '/parent' });
  return parent.kind === 'initiative' ? null : refuse('parent-takes-no-plans', { field: '/parent' });
}

/** What a plan begun under an initiative has from it: the same that a fork would give. */
function under(vocabulary: Vocabulary, parent: Plan | undefined): Partial<PlanStarted> {
  if (!parent) return {};
  const inherits = factsAtFork(vocabulary, parent, undefined);
  return { parent: parent.id, inherits, ...(parent.programme ? { programme: parent.programme } : {}) };
}

/** Any verb on a plan: the engine's own or a capability's. */
export function decide(
  vocabulary: Vocabulary,
  plan: Plan,
  verb: string,
  body: object,
  at: Setting,
): Accepted | Refusal {
  isOfItsTemplate(plan, at);
  const early = tooEarly(at);
  if (early) return early;
  const decision = isLifecycleVerb(verb)
    ? decideMove(vocabulary, plan, verb, body, at)
    : decideCapability(vocabulary, plan, verb, body, at);
  if (isRefusal(decision)) return decision;
  const accepted = record(vocabulary, plan, decision, at);
  return { ...accepted, births: births(vocabulary, plan, decision, at), tells: tells(plan, accepted.plan) };
}

/** @throws when it is asked by another version than its own: only a migration may move it (INV-11). */
function isOfItsTemplate({ id, template: own }: Plan, { template: { key, version } }: Setting): void {
  if (own.key !== key || own.version !== version)
    throw new Error(`plan ${id} goes by ${own.key} v${own.version}, not by ${key} v${version}`);
}

function decideCapability(vocabulary: Vocabulary, plan: Plan, verb: string, body: object, at: Setting) {
  const reasons = reasonsAgainst(vocabulary, plan, verb, at);
  const known = vocabulary.verbs.get(verb);
  if (reasons.length > 0 || !known) return { refused: reasons };
  return known.verb.decide(plan, body, at);
}

/**
 * An initiative hears how each of its plans stands; it completes when the last has ended (INV-14), but not one that joins
 * what it forked, or that has itself begun again and not yet forked: those go on.
 * @returns undefined when the news changes nothing for it.
 */
export function hear(vocabulary: Vocabulary, plan: Plan, tell: Tell, at: Setting): Accepted | undefined {
  const drafts = news(plan, tell, at);
  if (drafts.length === 0) return undefined;
  const accepted = record(vocabulary, plan, drafts, at);
  return { ...accepted, births: [], tells: tells(plan, accepted.plan) };
}

function news(plan: Plan, { child, status, stage, added }: Tell, at: Setting): Draft[] {
  if (added) return [{ type: 'child.added', data: { child, ...added } }];
  const before = plan.children.find((one) => one.id === child);
  const moved: Draft[] =
    watchesStages(at.template) && before?.stage !== stage ? [{ type: 'child.moved', data: { child, stage } }] : [];
  if (before?.status === status) return moved;
  const heard: Draft = { type: `child.${named(before?.status, status)}`, data: { child, status } };
  return [...moved, heard, ...(isEnded({ status }) ? whenEnded(plan, child) : [])];
}

function named(before: Status | undefined, now: Status): string {
  if (isEnded({ status: now })) return 'ended';
  if (now === 'paused') return 'paused';
  return before === 'paused' ? 'resumed' : 'restarted';
}

/** What follows when a plan below has ended: the last of them ends the initiative, or lets its join go on. */
function whenEnded(plan: Plan, child: string): Draft[] {
  const others = { ...plan, children: plan.children.filter((one) => one.id !== child) };
  const mine = plan.children.find((one) => one.id === child);
  if (mine?.joins !== undefined && !mine.released && waitedFor(others, mine.joins).length === 0)
    return [{ type: 'join.reached', data: { stage: mine.joins } }];
  if (isEnded(plan) || !hasForked(plan) || openChildren(others).length > 0) return [];
  return [{ type: ended(plan, 'completed'), data: { stage: plan.stage, because: 'plans-ended' } }];
}

/** Gives drafts their envelopes and folds them; prose gets keys and goes aside. */
function record(vocabulary: Vocabulary, before: Plan | undefined, drafts: Draft[], at: Setting, id = before?.id ?? '') {
  const recordedAt = before && before.recordedAt > at.now ? before.recordedAt : at.now;
  const version = (before?.version ?? 0) + 1;
  const events: PlanEvent[] = [];
  const texts: Text[] = [];
  let plan = before;
  for (const draft of drafts) {
    const sequence = (plan?.sequence ?? 0) + 1;
    const event: PlanEvent = {
      id: `${id}-${sequence}`,
      plan: id,
      sequence,
      version,
      type: draft.type,
      data: keyed(draft, id, plan?.texts ?? 0, recordedAt, texts),
      occurredAt: at.occurredAt,
      recordedAt,
      stage: plan?.stage ?? (draft.data as PlanStarted).stage,
      attempt: plan?.attempt ?? 1,
      who: at.who,
      command: at.command,
      ...(at.imported ? { imported: true as const } : {}),
    };
    plan = evolve(vocabulary, plan, event, at.history);
    events.push(event);
  }
  return { plan: plan as Plan, events, texts };
}

function keyed(draft: Draft, plan: string, had: number, recordedAt: string, texts: Text[]): Record<string, unknown> {
  const data = { ...draft.data } as Record<string, unknown>;
  let count = had;
  for (const [field, text] of Object.entries(draft.texts ?? {})) {
    if (text === undefined) continue;
    count += 1;
    data[field] = `text-${count}`;
    texts.push({ plan, key: `text-${count}`, field: field.replace(/Text$/, ''), text, recordedAt });
  }
  return data;
}

function born(vocabulary: Vocabulary, id: string, started: PlanStarted, at: Setting): Accepted {
  const type = started.kind === 'initiative' ? 'initiative.started' : 'plan.started';
  const drafts: Draft[] = [
    { type, data: started },
    { type: 'stage.entered', data: { stage: started.stage, from: null, kind: 'start' } },
  ];
  return { ...record(vocabulary, undefined, drafts, at, id), births: [], tells: [] };
}

function births(vocabulary: Vocabulary, parent: Plan, drafts: Draft[], at: Setting): Accepted[] {
  const forked = drafts.find((draft) => draft.type === 'plan.forked');
  if (!forked) return [];
  const { children, as: kind = 'plan' } = forked.data as PlanForked;
  return children.map(({ id, title, to, each }) => {
    const inherits = factsAtFork(vocabulary, parent, each);
    const { language, template, programme: of } = parent;
    const common = {
      kind,
      title,
      language,
      public: parent.public,
      template,
      stage: to,
      parent: parent.id,
    };
    return born(vocabulary, id, { ...common, ...(of ? { programme: of } : {}), inherits }, at);
  });
}

function tells(before: Plan, after: Plan): Tell[] {
  if (!after.parent || (before.status === after.status && before.stage === after.stage)) return [];
  return [{ plan: after.parent, child: after.id, status: after.status, stage: after.stage }];
}

function programme(code: string, strand: number | undefined): { code: string; strand?: number } {
  return strand === undefined ? { code } : { code, strand };
}

function tooEarly(at: Setting): Refusal | null {
  if (!liesAhead(at.occurredAt, at.now)) return null;
  return refuse('lies-ahead', { field: '/occurredAt', params: { when: at.occurredAt as string } });
}
