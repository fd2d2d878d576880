// Trials: the accepted risk, the trials one after the other or side by side, and what is scaled up from them (template B, B5).
import type { Anchor, Capability } from '../../engine/capability.js';
import { stands, type Plan } from '../../engine/plan.js';
import { criteria } from './criteria.js';
import { events, isJudged, isOpen, nothing, recordedOf, trialsOf, type Trial, type Trials } from './facts.js';
import { verbs } from './verbs.js';
import { words } from './words.js';

export const trials: Capability<Trials> = {
  key: 'trials',
  name: { sv: 'Försök', en: 'Trials' },
  nothing,
  verbs,
  events,
  criteria,
  anchors: {
    'trial-due': anchored(isOpen, ({ due }) => due),
    'trial-started': anchored(
      ({ status }) => status === 'running',
      ({ startedAt }) => startedAt,
    ),
    'trial-evaluated': anchored(isJudged, ({ evaluatedAt }) => evaluatedAt),
  },
  /** How far the organisations are willing to go holds for what is made out of it; each tries for itself. */
  inherit: (_facts, _fork, from) => ({
    risks: recordedOf(from).risks.filter((risk) => stands(from, risk)),
    trials: [],
  }),
  words,
};

function anchored(concerns: (trial: Trial) => boolean, day: (trial: Trial) => Anchor['at'] | undefined) {
  return (plan: Plan): Anchor[] =>
    trialsOf(plan)
      .filter(concerns)
      .map((trial) => ({ record: trial.key, at: day(trial) ?? null, imported: trial.imported }));
}
