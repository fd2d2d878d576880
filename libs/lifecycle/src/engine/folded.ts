// What the engine's own events make of a plan: where it stands, how it rests, what it was divided into.
import type { PlanEvent } from './event.js';
import { migrated, type PlanMigrated } from './migrated.js';
import { isEnded, ofStage, roundOf, type Child, type Plan, type Status } from './plan.js';
import type { Language, PlanKind } from './template.js';

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

export interface PlanForked {
  stage: string;
  children: { id: string; title: string; to: string; each?: string }[];
  as?: PlanKind;
  /** The stage that waits for them. */
  joins?: string;
}

export function born(event: PlanEvent): Plan {
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
export function own(plan: Plan, event: PlanEvent): Plan {
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
    case 'cycle.started':
      return newCycle(plan, event);
    case 'join.released':
      return release(plan, event);
    case 'plan.migrated':
      return migrated(plan, event.data as unknown as PlanMigrated);
    case 'plan.forked':
      return { ...plan, children: [...plan.children, ...forked(plan, event)] };
    case 'child.added':
      return { ...plan, children: [...plan.children, added(plan, event)] };
    case 'child.moved':
      return withChild(plan, event.data['child'] as string, { stage: event.data['stage'] as string });
    case 'child.ended':
    case 'child.paused':
    case 'child.resumed':
      return withChild(plan, event.data['child'] as string, { status: event.data['status'] as Status });
    case 'child.restarted':
      return {
        ...withChild(plan, event.data['child'] as string, { status: 'active' }),
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
  const { letGo: _, ...rest } = plan;
  return { ...rest, attempt, status: 'active', rounds, pauses, since: { ...plan.since, ...since } };
}

function newCycle(plan: Plan, event: PlanEvent): Plan {
  const cycle = event.data['cycle'] as number;
  const again = event.data['takenUpAgain'] as string[];
  const since = Object.fromEntries(again.map((stage) => [stage, cycle]));
  const rounds = Object.fromEntries(Object.entries(plan.rounds).filter(([stage]) => !again.includes(stage)));
  const { letGo: _, ...rest } = plan;
  return { ...rest, cycle, rounds, cycleSince: { ...plan.cycleSince, ...since } };
}

interface JoinReleased {
  stage: string;
  children: string[];
  /** Candidates that no plan was made of. */
  candidates?: string[];
}

function release(plan: Plan, event: PlanEvent): Plan {
  const { stage, children: noLonger, candidates = [] } = event.data as unknown as JoinReleased;
  const children = plan.children.map((child) =>
    noLonger.includes(child.id) ? { ...child, released: true as const } : child,
  );
  if (candidates.length === 0) return { ...plan, children };
  return {
    ...plan,
    children,
    letGo: { ...plan.letGo, [stage]: [...(ofStage(plan.letGo, stage) ?? []), ...candidates] },
  };
}

function forked(plan: Plan, event: PlanEvent): Child[] {
  const { children, joins } = event.data as unknown as PlanForked;
  return children.map(({ id, title, each, to }) => ({
    id,
    title,
    status: 'active',
    attempt: plan.attempt,
    ...(plan.cycle === undefined ? {} : { cycle: plan.cycle }),
    ...(each === undefined ? {} : { each }),
    ...(joins === undefined ? {} : { joins, stage: to }),
  }));
}

function added(plan: Plan, { data }: PlanEvent): Child {
  const { child: id, title } = data as { child: string; title: string };
  const cycle = plan.cycle === undefined ? {} : { cycle: plan.cycle };
  return { id, title, status: 'active', attempt: plan.attempt, ...cycle, added: true };
}

function withChild(plan: Plan, id: string, change: Partial<Child>): Plan {
  return { ...plan, children: plan.children.map((child) => (child.id === id ? { ...child, ...change } : child)) };
}
