// A decision: (template, plan, command, now) -> events or a refusal. No clock, no randomness, no I/O.
import type { Setting } from './capability.js';
import type { Draft } from './event.js';
import type { PlanForked, PlanStarted } from './folded.js';
import { factsAtFork } from './fork.js';
import { isLifecycleVerb } from './lifecycle-verbs.js';
import { decideMove } from './move.js';
import { reasonsAgainst } from './open.js';
import { isEnded, type Plan } from './plan.js';
import { record, tells, type Accepted } from './record.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { startStageOf, type Language } from './template.js';
import type { Vocabulary } from './vocabulary.js';
import { liesAhead } from '../schedule/when.js';

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
  const begun = vocabulary.capabilities.flatMap((capability) => capability.begun?.(at) ?? []);
  const accepted = born(vocabulary, at.command, started, at, begun);
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

function born(vocabulary: Vocabulary, id: string, started: PlanStarted, at: Setting, begun: Draft[] = []): Accepted {
  const type = started.kind === 'initiative' ? 'initiative.started' : 'plan.started';
  const drafts: Draft[] = [
    { type, data: started },
    { type: 'stage.entered', data: { stage: started.stage, from: null, kind: 'start' } },
    ...begun,
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

function programme(code: string, strand: number | undefined): { code: string; strand?: number } {
  return strand === undefined ? { code } : { code, strand };
}

function tooEarly(at: Setting): Refusal | null {
  // Most often it happens now, and then there is no date to read.
  if (at.occurredAt === at.now || !liesAhead(at.occurredAt, at.now)) return null;
  return refuse('lies-ahead', { field: '/occurredAt', params: { when: at.occurredAt as string } });
}
