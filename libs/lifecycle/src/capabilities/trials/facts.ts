// Trials: an idea tried on a small scale, within an accepted risk and a ceiling on the cost (B84, INV-47). That one failed is a
// result like any other (INV-48).
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { Day } from '../../schedule/days.js';
import type { When } from '../../schedule/when.js';

export const TRIAL_OUTCOMES = ['working', 'failed', 'inconclusive'] as const;
export type TrialOutcome = (typeof TRIAL_OUTCOMES)[number];
export type TrialStatus = 'planned' | 'running' | 'stopped' | TrialOutcome;

/** How far an organisation is willing to go where nobody knows the answer beforehand (B84). */
export interface Risk extends Made {
  key: string;
  organisation: string;
  role?: string;
  level: string;
}

/** What a trial is held within; whole kronor. */
export interface Terms {
  scale?: string;
  ceilingSek?: number;
  due?: Day;
}

/** When it was, and whether that came from elsewhere: a trial may begin in imported history and end here. */
export interface Occasion {
  on: When;
  imported?: true;
}

export interface Trial extends Made, Terms {
  key: string;
  title: string;
  /** The idea that is tried, by its code or in a line. */
  idea?: string;
  /** 1, 2, 3 ... in the order of planning; not the round of the stage, which `round` is. */
  trialRound: number;
  status: TrialStatus;
  started?: Occasion;
  evaluated?: Occasion;
  judgedBy?: string[];
  costSek?: number;
  /** How widely it was taken up, the latest step. */
  scaledUpTo?: string;
  /** Whether its terms came from elsewhere. */
  imported: boolean;
}

export interface Trials {
  risks: Risk[];
  trials: Trial[];
}

export const nothing: Trials = { risks: [], trials: [] };

export interface RiskAccepted {
  risk: string;
  organisation: string;
  role?: string;
  level: string;
  reasonText?: string;
}

export interface TrialPlanned extends Terms {
  trial: string;
  trialRound: number;
  title: string;
  idea?: string;
}

export interface TrialEvaluated {
  trial: string;
  outcome: TrialOutcome;
  judgedBy?: string[];
  costSek?: number;
}

type Of<Data> = Data & { trial: string };

export const events: Record<string, Evolve<Trials>> = {
  'risk.accepted': on((facts, { risk: key, reasonText: _why, ...accepted }: RiskAccepted, _event, plan) => ({
    ...facts,
    risks: [...facts.risks, { key, ...accepted, ...madeIn(plan) }],
  })),
  'trial.planned': on((facts, { trial: key, ...told }: TrialPlanned, event, plan) => {
    const planned: Trial = { key, ...told, status: 'planned', imported: event.imported === true, ...madeIn(plan) };
    return { ...facts, trials: [...facts.trials, planned] };
  }),
  'trial.terms-set': changed<Terms>((terms, { imported = false }) => ({ ...terms, imported })),
  'trial.started': changed((_told, started) => ({ status: 'running', started })),
  'trial.evaluated': changed<TrialEvaluated>(({ outcome, judgedBy, costSek }, evaluated) => ({
    status: outcome,
    evaluated,
    ...(judgedBy ? { judgedBy } : {}),
    ...cost(costSek),
  })),
  'trial.stopped': changed<{ costSek?: number }>(({ costSek }) => ({ status: 'stopped', ...cost(costSek) })),
  'solution.scaled-up': changed<{ scale: string }>(({ scale }) => ({ scaledUpTo: scale })),
};

function cost(costSek: number | undefined): { costSek?: number } {
  return costSek === undefined ? {} : { costSek };
}

function changed<Data extends object>(change: (told: Data, at: Occasion) => Partial<Trial>): Evolve<Trials> {
  return on((facts, { trial: key, ...told }: Of<Data>, { occurredAt, imported }) => {
    const now = change(told as unknown as Data, { on: occurredAt, ...(imported ? { imported } : {}) });
    return { ...facts, trials: facts.trials.map((one) => (one.key === key ? { ...one, ...now } : one)) };
  });
}

export function recordedOf(plan: Plan): Trials {
  return factsOf({ key: 'trials', nothing }, plan);
}

/** The trials of the present attempt, in the order of their rounds. */
export function trialsOf(plan: Plan): Trial[] {
  return recordedOf(plan).trials.filter((trial) => stands(plan, trial));
}

/** The risk levels in force: of one organisation and role, the one accepted last. */
export function risksOf(plan: Plan): Risk[] {
  const standing = recordedOf(plan).risks.filter((risk) => stands(plan, risk));
  const isSame = (one: Risk, other: Risk) => one.organisation === other.organisation && one.role === other.role;
  return standing.filter((one, index) => !standing.slice(index + 1).some((later) => isSame(one, later)));
}

export function isOpen({ status }: Pick<Trial, 'status'>): boolean {
  return status === 'planned' || status === 'running';
}

export function isJudged({ status }: Pick<Trial, 'status'>): boolean {
  return TRIAL_OUTCOMES.some((outcome) => outcome === status);
}
