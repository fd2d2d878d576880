// Indicators of the plan's own choice: targets, what was measured, and what it says. Targets last over a new attempt, for they
// say what the plan is measured by; measurements belong to the attempt in which they were made.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { When } from '../../schedule/when.js';
import type { Count } from '../count.js';
import type { Assessed, Target } from './assess.js';

export interface TargetSet {
  /** The indicator's code, e.g. IND-1. */
  indicator: string;
  name: string;
  target: Target;
  /** Of whom or what it speaks: "the actors asked". */
  population?: string;
  method?: string;
  reasonText?: string;
}

export interface Measured {
  indicator: string;
  outcome: Count;
  /** Who was asked, which may be others than the population (INV-31). */
  asked?: string;
  conditionsMet?: string[];
  source?: string;
  /** The data-quality note. */
  noteText?: string;
}

export interface IndicatorAssessed extends Assessed {
  indicator: string;
  /** Which of the indicator's targets it was held against, counted from 1. */
  target: number;
}

export interface Measurement extends Made {
  outcome: Count;
  asked?: string;
  conditionsMet: string[];
}

export interface Indicator {
  code: string;
  name: string;
  population?: string;
  /** Every target it has had, the latest last (INV-30). */
  targets: (Target & { reasonText?: string })[];
  setAt: When;
  measurements: Measurement[];
  /** Where it was said that it will not be measured; a measurement takes it back. */
  notMeasured?: Made;
  /** The latest assessment; the earlier ones are in the history. */
  assessed?: Assessed & { target: number };
  imported: boolean;
}

export interface Indicators {
  indicators: Indicator[];
}

export const nothing: Indicators = { indicators: [] };

export const events: Record<string, Evolve<Indicators>> = {
  'indicator.target-set': on(({ indicators }, data: TargetSet, event) => {
    const before = indicators.find((one) => one.code === data.indicator);
    const after = retargeted(before ?? begun(data.indicator, event.imported === true), data, event.occurredAt);
    return { indicators: before ? indicators.map((one) => (one === before ? after : one)) : [...indicators, after] };
  }),
  'indicator.measured': on((facts, { indicator, outcome, asked, conditionsMet }: Measured, _event, plan) =>
    changed(facts, indicator, ({ notMeasured: _takenBack, ...one }) => {
      const who = asked === undefined ? {} : { asked };
      const measurement = { outcome, ...who, conditionsMet: conditionsMet ?? [], ...madeIn(plan) };
      return { ...one, measurements: [...one.measurements, measurement] };
    }),
  ),
  'indicator.declared-not-measured': on((facts, { indicator }: { indicator: string }, _event, plan) =>
    changed(facts, indicator, (one) => ({ ...one, notMeasured: madeIn(plan) })),
  ),
  'indicator.assessed': on((facts, { indicator, ...assessed }: IndicatorAssessed) =>
    changed(facts, indicator, (one) => ({ ...one, assessed })),
  ),
};

function begun(code: string, imported: boolean): Indicator {
  return { code, name: code, targets: [], setAt: null, measurements: [], imported };
}

function retargeted(indicator: Indicator, { name, target, population, reasonText }: TargetSet, setAt: When): Indicator {
  const kept = reasonText === undefined ? target : { ...target, reasonText };
  const of = population === undefined ? {} : { population };
  return { ...indicator, name, ...of, targets: [...indicator.targets, kept], setAt };
}

function changed({ indicators }: Indicators, code: string, change: (indicator: Indicator) => Indicator): Indicators {
  return { indicators: indicators.map((one) => (one.code === code ? change(one) : one)) };
}

export function indicatorsOf(plan: Plan): Indicator[] {
  return factsOf({ key: 'indicators', nothing }, plan).indicators;
}

export function indicatorOf(plan: Plan, code: string): Indicator | undefined {
  return indicatorsOf(plan).find((indicator) => indicator.code === code);
}

/** @throws when the indicator has no target: it came into being with one. */
export function targetOf({ code, targets }: Pick<Indicator, 'code' | 'targets'>): Target {
  const target = targets.at(-1);
  if (!target) throw new Error(`indicator ${code} has no target`);
  return target;
}

/** The latest measurement of the present attempt that can be held against the target; units that differ cannot (INV-27). */
export function measurementOf(plan: Plan, { measurements }: Indicator, target: Target): Measurement | undefined {
  return measurements.findLast((one) => one.outcome.unit === target.unit && stands(plan, one));
}

/** Measured, or said not to be, in the present attempt. */
export function isSettled(plan: Plan, indicator: Indicator): boolean {
  if (indicator.notMeasured && stands(plan, indicator.notMeasured)) return true;
  return measurementOf(plan, indicator, targetOf(indicator)) !== undefined;
}
