// The fold: what decisions need to know about a plan, and no more.
import type { Language, PlanKind } from './template.js';

export type Status = 'active' | 'paused' | 'completed' | 'discontinued';

/** A plan that was made out of this one by a fork, or begun under it. */
export interface Child {
  id: string;
  title: string;
  status: Status;
  attempt: number;
  /** The cycle in which it was made; the first when absent. */
  cycle?: number;
  /** What it was made for: a theme's key, say. */
  each?: string;
  /** The stage that made it and waits for it, where a template joins what it forks. */
  joins?: string;
  /** Begun under this one, not forked out of it. */
  added?: true;
  /** Waited for no longer; it goes on by itself. */
  released?: true;
  /** The stage in which it stands, where the template asks for that. */
  stage?: string;
}

/** The last command: what undoing it would take back. */
export interface Step {
  version: number;
  /** The sequence of its first event. */
  from: number;
  command: string;
  /** Why it cannot be undone, as a refusal's code. */
  lasting?: string;
}

export interface Pause {
  from: string;
  to?: string;
  /** Known from imported history only: nothing falls due from it (INV-26). */
  imported?: true;
  /** A day to look again, as given. */
  reviewOn?: string;
}

export interface Plan {
  id: string;
  kind: PlanKind;
  title: string;
  language: Language;
  public: boolean;
  /** The programme it belongs to and the strand of it, by code and number. */
  programme?: { code: string; strand?: number };
  parent?: string;
  children: Child[];
  template: { key: string; version: number };
  /** The templates that it went by before, the earliest first. */
  formerly?: { key: string; version: number }[];
  stage: string;
  status: Status;
  attempt: number;
  /** How many rounds each stage that was repeated has begun; 1 when absent. */
  rounds: Record<string, number>;
  /** For each stage that a restart takes up again, the attempt from which its records count. */
  since: Record<string, number>;
  /** The number of the cycle; the first when absent. */
  cycle?: number;
  /** For each stage that a new cycle takes up again, the cycle from which its records count. */
  cycleSince?: Record<string, number>;
  /** What a join no longer waits for though no plan was made of it: candidates, by the stage that forks. */
  letGo?: Record<string, string[]>;
  version: number;
  sequence: number;
  /** How many text rows it has; the next is `text-<n+1>`. */
  texts: number;
  startedAt: string;
  recordedAt: string;
  /** When the present stage was entered, and whether only imported history says so. */
  entered: { at: string; imported: boolean };
  pauses: Pause[];
  last?: Step;
  /** True when any of its history was imported. */
  imported: boolean;
  /** What each capability has recorded, by its key. */
  facts: Record<string, unknown>;
}

export function isEnded(plan: Pick<Plan, 'status'>): boolean {
  return plan.status === 'completed' || plan.status === 'discontinued';
}

/** What is kept for a stage; a template may call one `constructor`, which every object seems to have. */
export function ofStage<Value>(kept: Record<string, Value> | undefined, stage: string): Value | undefined {
  return kept !== undefined && Object.hasOwn(kept, stage) ? kept[stage] : undefined;
}

export function roundOf(plan: Plan, stage: string = plan.stage): number {
  return ofStage(plan.rounds, stage) ?? 1;
}

/** Where and when a record was made; every record that a restart may set aside carries it. */
export interface Made {
  stage: string;
  attempt: number;
  round: number;
  /** The cycle; the first when absent. */
  cycle?: number;
}

export function madeIn(plan: Plan): Made {
  const made = { stage: plan.stage, attempt: plan.attempt, round: roundOf(plan) };
  return plan.cycle === undefined ? made : { ...made, cycle: plan.cycle };
}

/** Whether a record still counts: a restart sets aside what earlier attempts did in the stages taken up again (INV-05), a new cycle what earlier cycles did. */
export function stands(plan: Plan, made: Made): boolean {
  const inAttempt = made.attempt >= (ofStage(plan.since, made.stage) ?? 1);
  return inAttempt && (made.cycle ?? 1) >= (ofStage(plan.cycleSince, made.stage) ?? 1);
}

/** Whether it was made in the present attempt and cycle. */
export function isOfNow(plan: Plan, child: Child): boolean {
  return child.attempt === plan.attempt && (child.cycle ?? 1) === (plan.cycle ?? 1);
}
