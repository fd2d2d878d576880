// set-target, measure-indicator, declare-not-measured. The assessment follows of itself: nobody types it in (INV-29).
import { verb, type Setting, type Verb } from '../../engine/capability.js';
import type { Draft } from '../../engine/event.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import type { Count } from '../count.js';
import { told } from '../told.js';
import { assess, type Assessed, type Target } from './assess.js';
import { indicatorOf, indicatorsOf, measurementOf, targetOf, type Indicator, type IndicatorAssessed } from './facts.js';

export interface SetTarget {
  code: string;
  name: string;
  target: Target;
  population?: string;
  method?: string;
  /** Why the target is changed; required once the indicator has been measured (INV-30). */
  reason?: string;
}

export interface MeasureIndicator {
  /** The indicator's code. */
  indicator: string;
  outcome: Count;
  asked?: string;
  conditionsMet?: string[];
  note?: string;
  source?: string;
}

export interface DeclareNotMeasured {
  indicator: string;
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'set-target': verb<SetTarget>({
    name: { sv: 'Sätt målvärde för indikator', en: 'Set the target of an indicator' },
    decide: (plan, { code, name, target, population, method, reason }, at) => {
      const before = indicatorOf(plan, code);
      if (before && before.measurements.length > 0 && !reason && !at.imported)
        return refuse('target-change-needs-reason', { field: '/reason', params: { indicator: code } });
      const data = told({ indicator: code, name, target: told(target), population, method });
      const set = { type: 'indicator.target-set', data, texts: { reasonText: reason } };
      return before ? [set, ...heldAgainst(plan, before, target)] : [set];
    },
  }),
  'measure-indicator': verb<MeasureIndicator>({
    name: { sv: 'Ange utfall för indikator', en: 'Record the outcome of an indicator' },
    ready: needsIndicators,
    decide: (plan, body, at) => {
      const found = indicatorOf(plan, body.indicator);
      if (!found) return unknownRecord('/indicator', body.indicator);
      const wrong = cannotMeasure(found, body) ?? asksOthers(found, body, at);
      if (wrong) return wrong;
      const { indicator, outcome, asked, conditionsMet, source, note } = body;
      const data = told({ indicator, outcome, asked, conditionsMet, source });
      return [
        { type: 'indicator.measured', data, texts: { noteText: note } },
        assessed(found, assess(targetOf(found), outcome, conditionsMet)),
      ];
    },
  }),
  'declare-not-measured': verb<DeclareNotMeasured>({
    name: { sv: 'Indikatorn mäts inte', en: 'The indicator is not measured' },
    ready: needsIndicators,
    decide: (plan, { indicator, reason }) => {
      const found = indicatorOf(plan, indicator);
      if (!found) return unknownRecord('/indicator', indicator);
      if (measurementOf(plan, found, targetOf(found)))
        return refuse('indicator-already-measured', { field: '/indicator', params: { indicator } });
      return [
        { type: 'indicator.declared-not-measured', data: { indicator }, texts: { reasonText: reason } },
        assessed(found, assess(targetOf(found), null)),
      ];
    },
  }),
};

function needsIndicators(plan: Plan): Reason[] {
  return indicatorsOf(plan).length > 0 ? [] : [{ code: 'no-indicators' }];
}

function assessed({ code, targets }: Pick<Indicator, 'code' | 'targets'>, result: Assessed): Draft {
  const data: IndicatorAssessed = { indicator: code, target: targets.length, ...result };
  return { type: 'indicator.assessed', data };
}

/** A changed target is held against what was measured already; the earlier assessment stays in the history (INV-30). */
function heldAgainst(plan: Plan, indicator: Indicator, target: Target): Draft[] {
  const measured = measurementOf(plan, indicator, target);
  if (!measured) return [];
  const targets = [...indicator.targets, target];
  return [assessed({ code: indicator.code, targets }, assess(target, measured.outcome, measured.conditionsMet))];
}

function cannotMeasure(indicator: Indicator, { outcome, conditionsMet = [] }: MeasureIndicator): Refusal | null {
  const { unit, conditions = [] } = targetOf(indicator);
  if (outcome.unit !== unit)
    return refuse('outcome-in-another-unit', { field: '/outcome/unit', params: { unit, given: outcome.unit } });
  const index = conditionsMet.findIndex((condition) => !conditions.includes(condition));
  if (index < 0) return null;
  const condition = conditionsMet[index] as string;
  return refuse('no-such-condition', { field: `/conditionsMet/${index}`, params: { condition } });
}

/** INV-31: a result names who was asked, and says so when that is not the population. A source may be silent (INV-26). */
function asksOthers({ population }: Indicator, { asked, note }: MeasureIndicator, at: Setting): Refusal | null {
  if (population === undefined || at.imported) return null;
  if (asked === undefined) return refuse('asked-missing', { field: '/asked', params: { population } });
  if (note || sameWords(asked, population)) return null;
  return refuse('asked-others-needs-note', { field: '/note', params: { asked, population } });
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
