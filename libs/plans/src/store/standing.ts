// How a plan has stood, from when on each: the rows that the board of an earlier instant is read from (6-board.ts), out of its events.
import { isPublic, type Plan, type PlanEvent } from '#libs/lifecycle';
import { foldedStepwise } from './fold.js';

export interface Standing {
  since: string;
  title: string;
  /** Whether it was called something else before. */
  retitled: boolean;
  template: string;
  template_version: number;
  stage: string;
  status: string;
  attempt: number;
  public: boolean;
  imported: boolean;
}

export interface FoldedPlan {
  plan: Plan;
  standings: Standing[];
}

/** @param events the whole history, the oldest first. @returns undefined when there are none */
export function foldedWithStandings(events: PlanEvent[]): FoldedPlan | undefined {
  const told: Standing[] = [];
  const plan = foldedStepwise(events, (now) => {
    // What was recorded at the same instant was never seen apart.
    if (told.at(-1)?.since === now.recordedAt) told.pop();
    told.push(standingOf(now));
  });
  return plan && { plan, standings: withoutEchoes(told) };
}

/** Without those that say what the one before them says. */
export function withoutEchoes(told: Standing[]): Standing[] {
  const standings: Standing[] = [];
  for (const next of told) {
    const last = standings.at(-1);
    if (last && isSame(last, next)) continue;
    standings.push({ ...next, retitled: last !== undefined && last.title !== next.title });
  }
  return standings;
}

export function areSame(some: Standing[], others: Standing[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index];
      return one.since === other?.since && isSame(one, other);
    })
  );
}

function isSame(one: Standing, other: Standing): boolean {
  return COMPARED.every((column) => one[column] === other[column]);
}

const COMPARED = ['title', 'template', 'template_version', 'stage', 'status', 'attempt', 'public', 'imported'] as const;

function standingOf(plan: Plan): Standing {
  const { recordedAt, title, template, stage, status, attempt, imported } = plan;
  return {
    since: recordedAt,
    title,
    retitled: false,
    template: template.key,
    template_version: template.version,
    stage,
    status,
    attempt,
    public: isPublic(plan),
    imported,
  };
}
