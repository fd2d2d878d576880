// accept-risk, plan-trial, set-trial-terms, start-trial, evaluate-trial, stop-trial, scale-up.
import { verb, type Setting, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, type Reason } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { ended, judged, type EvaluateTrial } from './ending.js';
import { isOpen, recordedOf, risksOf, trialsOf, type Terms } from './facts.js';
import { inTrial, startable, termsCannotBeSet } from './terms.js';

export interface AcceptRisk {
  organisation: string;
  role?: string;
  level: string;
  reason?: string;
}

export interface PlanTrial extends Terms {
  title: string;
  idea?: string;
}

export interface OfTrial {
  trial: string;
}

export interface SetTrialTerms extends OfTrial, Terms {}

export interface StopTrial extends OfTrial {
  reason: string;
  costSek?: number;
}

export interface ScaleUp extends OfTrial {
  scale: string;
}

export const verbs: Record<string, Verb> = {
  'accept-risk': verb<AcceptRisk>({
    name: { sv: 'Godta risknivå', en: 'Accept a level of risk' },
    decide: (plan, { reason, ...accepted }) => {
      const { organisation, role, level } = accepted;
      if (risksOf(plan).some((one) => one.organisation === organisation && one.role === role && one.level === level))
        return refuse('risk-already-accepted', { field: '/level', params: { organisation, level } });
      const data = told({ risk: nextKey('risk', recordedOf(plan).risks), organisation, role, level });
      return [{ type: 'risk.accepted', data, texts: { reasonText: reason } }];
    },
  }),
  'plan-trial': verb<PlanTrial>({
    name: { sv: 'Planera försök', en: 'Plan a trial' },
    decide: (plan, { title, scale, ceilingSek, due, idea }) => {
      const trial = nextKey('trial', recordedOf(plan).trials);
      const trialRound = nextRound(plan);
      return [{ type: 'trial.planned', data: told({ trial, trialRound, title, scale, ceilingSek, due, idea }) }];
    },
  }),
  'set-trial-terms': verb<SetTrialTerms>({
    name: { sv: 'Sätt ramar för försök', en: 'Set the terms of a trial' },
    ready: (plan) =>
      some(
        trialsOf(plan).some((trial) => trial.status !== 'stopped'),
        'no-trial-for-terms',
      ),
    decide: (plan, { trial: key, scale, ceilingSek, due }) =>
      inTrial(plan, key, (trial) => {
        const terms = told({ scale, ceilingSek, due });
        return termsCannotBeSet(trial, terms) ?? [{ type: 'trial.terms-set', data: { trial: key, ...terms } }];
      }),
  }),
  'start-trial': verb<OfTrial>({
    name: { sv: 'Starta försök', en: 'Start a trial' },
    ready: (plan, at) => startable(plan, trialsOf(plan), at),
    decide: (plan, { trial: key }, at) =>
      inTrial(plan, key, (trial) => {
        if (trial.status !== 'planned')
          return refuse('trial-already-started', { field: '/trial', params: { trial: trial.title } });
        const against = startable(plan, [trial], at).map((reason) => ({ ...reason, field: '/trial' }));
        return against.length > 0 ? { refused: against } : [{ type: 'trial.started', data: { trial: key } }];
      }),
  }),
  'evaluate-trial': verb<EvaluateTrial>({
    name: { sv: 'Bedöm försök', en: 'Evaluate a trial' },
    ready: (plan, at) =>
      some(
        trialsOf(plan).some((trial) => canEnd(trial.status, at)),
        'no-running-trial',
      ),
    decide: (plan, body, at) =>
      inTrial(plan, body.trial, (trial) =>
        canEnd(trial.status, at)
          ? judged(plan, trial, body, at)
          : refuse('trial-not-running', { field: '/trial', params: { trial: trial.title } }),
      ),
  }),
  'stop-trial': verb<StopTrial>({
    name: { sv: 'Avbryt försök', en: 'Stop a trial' },
    ready: (plan) => some(trialsOf(plan).some(isOpen), 'no-open-trial'),
    decide: (plan, { trial: key, reason, costSek }) =>
      inTrial(plan, key, (trial) => {
        if (!isOpen(trial)) return refuse('trial-has-ended', { field: '/trial', params: { trial: trial.title } });
        const data = { trial: key, ...ended(plan, trial, 'stopped', costSek) };
        return [{ type: 'trial.stopped', data, texts: { reasonText: reason } }];
      }),
  }),
  'scale-up': verb<ScaleUp>({
    name: { sv: 'Skala upp lösning', en: 'Scale up a solution' },
    ready: (plan) =>
      some(
        trialsOf(plan).some((trial) => trial.status === 'working'),
        'no-working-trial',
      ),
    decide: (plan, { trial: key, scale }) =>
      inTrial(plan, key, (trial) => {
        const params = { trial: trial.title };
        if (trial.status !== 'working') return refuse('trial-not-working', { field: '/trial', params });
        if (trial.scaledUpTo === scale)
          return refuse('already-scaled-so', { field: '/scale', params: { ...params, scale } });
        return [{ type: 'solution.scaled-up', data: { trial: key, scale } }];
      }),
  }),
};

function nextRound(plan: Plan): number {
  return trialsOf(plan).reduce((so, { trialRound }) => Math.max(so, trialRound), 0) + 1;
}

/** A source may tell how a trial ended without a word of its start (INV-26). */
function canEnd(status: string, at: Setting): boolean {
  return status === 'running' || (at.imported && status === 'planned');
}

function some(there: boolean, otherwise: string): Reason[] {
  return there ? [] : [{ code: otherwise }];
}
