// How a trial ends: its outcome, what it cost and what was learnt.
import type { Decision, Setting } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { refuse } from '../../engine/refusal.js';
import { lessonsOf } from '../lessons/facts.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { accountOf, overCeiling, type Account } from './account.js';
import { trialsOf, type Trial, type TrialOutcome, type TrialStatus } from './facts.js';

export interface EvaluateTrial {
  trial: string;
  outcome: TrialOutcome;
  /** Who says so, those concerned first of all: codes of organisations, or groups in words. Required unless imported. */
  judgedBy?: string[];
  costSek?: number;
  /** Required when it failed, unless imported (INV-48). */
  lesson?: string;
}

export function judged(plan: Plan, trial: Trial, body: EvaluateTrial, at: Setting): Decision {
  const { outcome, judgedBy, costSek, lesson } = body;
  const params = { trial: trial.title };
  if (!judgedBy?.length && !at.imported) return refuse('trial-judged-by-nobody', { field: '/judgedBy', params });
  if (outcome === 'failed' && !lesson && !at.imported)
    return refuse('failed-trial-without-lesson', { field: '/lesson', params });
  const said = told({ trial: trial.key, outcome, judgedBy: judgedBy?.length ? [...new Set(judgedBy)] : undefined });
  const evaluated = { ...said, ...ended(plan, trial, outcome, costSek) };
  if (lesson === undefined) return [{ type: 'trial.evaluated', data: evaluated }];
  const key = nextKey('lesson', lessonsOf(plan));
  return [{ type: 'trial.evaluated', data: { ...evaluated, lesson: key } }, lessonFrom(key, lesson, outcome, at)];
}

/** What it cost, if that is told: also by how much that is over its ceiling, and what all trials have cost so far. */
export function ended(
  plan: Plan,
  trial: Trial,
  status: TrialStatus,
  costSek: number | undefined,
): { costSek?: number; overCeilingSek?: number; total?: Account } {
  if (costSek === undefined) return {};
  const now: Trial = { ...trial, status, costSek };
  const total = accountOf(trialsOf(plan).map((one) => (one.key === trial.key ? now : one)));
  return told({ costSek, overCeilingSek: overCeiling(now), total });
}

/** It stands among the plan's lessons, as any other (INV-37). */
function lessonFrom(lesson: string, text: string, outcome: TrialStatus, at: Setting): Draft {
  const organisation = at.imported ? undefined : at.who.organisation;
  const worked = outcome === 'inconclusive' ? undefined : outcome === 'working';
  return { type: 'lesson.recorded', data: told({ lesson, organisation, worked }), texts: { lessonText: text } };
}
