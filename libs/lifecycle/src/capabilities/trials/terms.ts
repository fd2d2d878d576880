// What a trial is held within, and what it lacks to start: INV-47 is kept here.
import type { Decision, Setting } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Missing, type Reason, type Refusal } from '../../engine/refusal.js';
import { isOpen, risksOf, trialsOf, type Terms, type Trial } from './facts.js';

export function inTrial(plan: Plan, key: string, decide: (trial: Trial) => Decision): Decision {
  const trial = trialsOf(plan).find((one) => one.key === key);
  return trial ? decide(trial) : unknownRecord('/trial', key);
}

/** Why none of the trials can start; empty when one can. INV-47: a risk accepted, a ceiling and a scale before it starts. */
export function startable(plan: Plan, trials: Trial[], at: Setting): Reason[] {
  const planned = trials.filter((trial) => trial.status === 'planned');
  if (planned.length === 0)
    return [{ code: 'no-planned-trial', missing: [{ code: 'trial-missing', verb: 'plan-trial' }] }];
  // What a source does not tell of the terms is not made up, and does not undo that the trial was held (INV-26).
  if (at.imported) return [];
  const reasons: Reason[] = [];
  if (risksOf(plan).length === 0) reasons.push({ code: 'trial-without-risk', missing: [noRisk] });
  if (planned.every((trial) => lacking(trial).length > 0))
    reasons.push({ code: 'trial-without-terms', missing: planned.flatMap(lacking) });
  return reasons;
}

export const noRisk: Missing = { code: 'risk-missing', verb: 'accept-risk' };

function lacking({ key, title, scale, ceilingSek }: Trial): Missing[] {
  const one = { verb: 'set-trial-terms', params: { trial: key, title } };
  const missing: Missing[] = [];
  if (ceilingSek === undefined) missing.push({ code: 'trial-without-ceiling', ...one });
  if (scale === undefined) missing.push({ code: 'trial-without-scale', ...one });
  return missing;
}

/** Once it has ended only its ceiling can be told anew: that it was let cost more, or what the ceiling was. */
export function termsCannotBeSet(trial: Trial, terms: Terms): Refusal | null {
  const params = { trial: trial.title };
  if (trial.status === 'stopped') return refuse('trial-has-ended', { field: '/trial', params });
  const fields = (Object.keys(terms) as (keyof Terms)[]).filter((field) => terms[field] !== trial[field]);
  if (fields.length === 0) return refuse('trial-terms-unchanged', { params });
  const late = fields.find((field) => field !== 'ceilingSek');
  if (late === undefined || isOpen(trial)) return null;
  return refuse('trial-has-ended', { field: `/${late}`, params });
}
