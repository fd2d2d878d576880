// Events into the plan. The engine folds its own; each capability folds the facts that are its own.
import type { PlanEvent } from './event.js';
import { factsOf } from './capability.js';
import { isEnded, roundOf, type Child, type Plan, type Status } from './plan.js';
import type { Language, PlanKind } from './template.js';
import type { Vocabulary } from './vocabulary.js';

export interface PlanStarted {
  kind: PlanKind;
  title: string;
  language: Language;
  public: boolean;
  template: { key: string; version: number };
  stage: string;
  programme?: { code: string; strand?: number };
  parent?: string;
  /** What a fork gave it. */
  inherits?: Record<string, unknown>;
}

/** @param plan undefined before the first event, which must be the start. */
export function evolve(vocabulary: Vocabulary, plan: Plan | undefined, event: PlanEvent): Plan {
  const folded = plan === undefined ? born(event) : own(plan, event);
  const evolver = vocabulary.evolvers.get(event.type);
  const facts = evolver
    ? { ...folded.facts, [evolver.capability.key]: evolver.evolve(factsOf(evolver.capability, folded), event, folded) }
    : folded.facts;
  return {
    ...folded,
    facts,
    version: event.version,
    sequence: event.sequence,
    texts: folded.texts + textsIn(event),
    recordedAt: event.recordedAt,
    imported: folded.imported || event.imported === true,
  };
}

function textsIn(event: PlanEvent): number {
  let count = 0;
  for (const field in event.data) if (field.endsWith('Text') && event.data[field] !== undefined) count += 1;
  return count;
}

function born(event: PlanEvent): Plan {
  if (event.type !== 'initiative.started' && event.type !== 'plan.started')
    throw new Error(`a plan begins with its start, not with ${event.type} (${event.id})`);
  const { inherits, ...started } = event.data as unknown as PlanStarted;
  return {
    id: event.plan,
    ...started,
    children: [],
    status: 'active',
    attempt: 1,
    rounds: {},
    since: {},
    version: 0,
    sequence: 0,
    texts: 0,
    startedAt: event.recordedAt,
    recordedAt: event.recordedAt,
    entered: { at: event.recordedAt, imported: event.imported === true },
    pauses: [],
    imported: false,
    facts: inherits ?? {},
  };
}

/** The engine's own events; any other leaves everything but the facts as it was. */
function own(plan: Plan, event: PlanEvent): Plan {
  switch (event.type) {
    case 'stage.entered':
      return enter(plan, event.data['stage'] as string, event);
    case 'stage.repeated':
      return { ...plan, rounds: { ...plan.rounds, [plan.stage]: roundOf(plan) + 1 } };
    case 'plan.paused':
      return { ...plan, status: 'paused', pauses: [...plan.pauses, pauseFrom(event)] };
    case 'plan.resumed':
      return { ...plan, status: 'active', pauses: closePause(plan, event) };
    case 'plan.restarted':
      return restart(plan, event);
    case 'plan.completed':
    case 'initiative.completed':
      return { ...plan, status: 'completed', pauses: closePause(plan, event) };
    case 'plan.discontinued':
    case 'initiative.discontinued':
      return { ...plan, status: 'discontinued', pauses: closePause(plan, event) };
    case 'plan.forked':
      return { ...plan, children: [...plan.children, ...forked(plan, event)] };
    case 'child.ended':
    case 'child.paused':
    case 'child.resumed':
      return withChild(plan, event.data['child'] as string, event.data['status'] as Status);
    case 'child.restarted':
      return {
        ...withChild(plan, event.data['child'] as string, 'active'),
        ...(isEnded(plan) ? { status: 'active' } : {}),
      };
    default:
      return plan;
  }
}

function enter(plan: Plan, stage: string, event: PlanEvent): Plan {
  return { ...plan, stage, entered: { at: event.recordedAt, imported: event.imported === true } };
}

function pauseFrom(event: PlanEvent): Plan['pauses'][number] {
  const reviewOn = event.data['reviewOn'] as string | undefined;
  const told = event.imported ? { imported: true as const } : {};
  return { from: event.recordedAt, ...told, ...(reviewOn === undefined ? {} : { reviewOn }) };
}

function closePause(plan: Plan, event: PlanEvent): Plan['pauses'] {
  const last = plan.pauses.at(-1);
  if (!last || last.to !== undefined) return plan.pauses;
  return [...plan.pauses.slice(0, -1), { ...last, to: event.recordedAt }];
}

function restart(plan: Plan, event: PlanEvent): Plan {
  const attempt = event.data['attempt'] as number;
  const again = event.data['takenUpAgain'] as string[];
  const since = Object.fromEntries(again.map((stage) => [stage, attempt]));
  const rounds = Object.fromEntries(Object.entries(plan.rounds).filter(([stage]) => !again.includes(stage)));
  const pauses = closePause(plan, event);
  return { ...plan, attempt, status: 'active', rounds, pauses, since: { ...plan.since, ...since } };
}

function forked(plan: Plan, event: PlanEvent): Child[] {
  const children = event.data['children'] as { id: string; title: string; each?: string }[];
  return children.map(({ id, title, each }) => ({
    id,
    title,
    status: 'active',
    attempt: plan.attempt,
    ...(each === undefined ? {} : { each }),
  }));
}

function withChild(plan: Plan, id: string, status: Status): Plan {
  return { ...plan, children: plan.children.map((child) => (child.id === id ? { ...child, status } : child)) };
}
