// risk-accepted, trials-evaluated, trial-judged-working and trials-within-ceiling.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import type { Missing } from '../../engine/refusal.js';
import { howMany, parameters } from '../parameters.js';
import { overCeiling } from './account.js';
import { isJudged, isOpen, risksOf, trialsOf, type Trial, type TrialStatus } from './facts.js';
import { noRisk } from './terms.js';

export const criteria: Record<string, CriterionKind> = {
  'risk-accepted': criterionKind({
    name: { sv: 'En risknivå är godtagen', en: 'A level of risk is accepted' },
    suppliedBy: ['accept-risk'],
    missing: (plan) => (risksOf(plan).length > 0 ? [] : [noRisk]),
  }),
  'trials-evaluated': criterionKind<{ min?: number }>({
    name: { sv: 'Försök är bedömda', en: 'Trials have been evaluated' },
    with: parameters({ min: howMany('How many trials, whatever their outcome; 1 by default.') }),
    suppliedBy: ['evaluate-trial'],
    ofItsPlan: true,
    missing: (plan, { min = 1 }) => {
      const have = trialsOf(plan).filter(isJudged).length;
      return have >= min ? [] : [{ code: 'trials-evaluated-too-few', verb: 'evaluate-trial', params: { min, have } }];
    },
  }),
  'trial-judged-working': criterionKind<{ min?: number }>({
    name: { sv: 'Ett försök har bedömts fungera', en: 'A trial has been judged to work' },
    with: parameters({ min: howMany('How many trials that work; 1 by default.') }),
    suppliedBy: ['evaluate-trial'],
    ofItsPlan: true,
    missing: (plan, { min = 1 }) => notYetWorking(plan, min),
  }),
  'trials-within-ceiling': criterionKind({
    name: { sv: 'Försöken har hållit sig under kostnadstaket', en: 'The trials have kept to their cost ceilings' },
    suppliedBy: ['set-trial-terms'],
    holdsAtFirst: true,
    missing: (plan) => trialsOf(plan).flatMap(costsTooMuch),
  }),
};

/** What to say of a trial that does not work yet, and what goes on from there. */
const STANDS: Record<TrialStatus, { code: string; verb: string } | null> = {
  planned: { code: 'trial-not-started', verb: 'start-trial' },
  running: { code: 'trial-not-judged', verb: 'evaluate-trial' },
  failed: { code: 'trial-failed', verb: 'plan-trial' },
  inconclusive: { code: 'trial-inconclusive', verb: 'plan-trial' },
  stopped: { code: 'trial-stopped', verb: 'plan-trial' },
  working: null,
};

function notYetWorking(plan: Plan, min: number): Missing[] {
  const trials = trialsOf(plan);
  const have = trials.filter(({ status }) => status === 'working').length;
  if (have >= min) return [];
  const tooFew = min > 1 ? [{ code: 'trials-working-too-few', verb: 'evaluate-trial', params: { min, have } }] : [];
  return [...tooFew, ...trials.flatMap(told), ...(trials.some(isOpen) ? [] : [next(trials)])];
}

function told({ key, title, trialRound, status }: Trial): Missing[] {
  const stands = STANDS[status];
  return stands ? [{ ...stands, params: { trial: key, title, round: trialRound } }] : [];
}

/** INV-48: a trial that did not work opens the next round. */
function next(trials: Trial[]): Missing {
  const round = (trials.at(-1)?.trialRound ?? 0) + 1;
  return round === 1
    ? { code: 'trial-missing', verb: 'plan-trial' }
    : { code: 'next-trial-missing', verb: 'plan-trial', params: { round } };
}

function costsTooMuch(trial: Trial): Missing[] {
  const over = overCeiling(trial);
  if (over === undefined) return [];
  const { key, title, costSek = 0, ceilingSek = 0 } = trial;
  const params = { trial: key, title, cost: costSek, ceiling: ceilingSek, over };
  return [{ code: 'trial-over-ceiling', verb: 'set-trial-terms', params }];
}
