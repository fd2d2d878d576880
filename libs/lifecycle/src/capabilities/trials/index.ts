// Trials: the accepted risk, the trials one after the other or side by side, and what is scaled up from them (template B, B5).
import type { Anchor, Capability } from '../../engine/capability.js';
import { stands, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import { criteria } from './criteria.js';
import { events, isOpen, nothing, recordedOf, trialsOf, type Trial, type Trials } from './facts.js';
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
    'trial-due': anchored((trial) => (isOpen(trial) ? { on: trial.due ?? null, imported: trial.imported } : undefined)),
    'trial-started': anchored(({ status, started }) => (status === 'running' ? started : undefined)),
    'trial-evaluated': anchored(({ evaluated }) => evaluated),
  },
  /** How far the organisations are willing to go holds for what is made out of it; each tries for itself. */
  inherit: (_facts, _fork, from) => ({
    risks: recordedOf(from).risks.filter((risk) => stands(from, risk)),
    trials: [],
  }),
  words,
};

/** @param occasion none when the trial is past it, or not there yet. */
function anchored(occasion: (trial: Trial) => { on: When; imported?: boolean } | undefined) {
  return (plan: Plan): Anchor[] =>
    trialsOf(plan).flatMap((trial) => {
      const found = occasion(trial);
      return found ? [{ record: trial.key, at: found.on, imported: found.imported === true }] : [];
    });
}
