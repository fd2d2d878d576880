// Strategies, priority areas and efforts, each tracing to the one above (B56, INV-51: strategy -> area -> effort).
// The strategies are the county's and last until they are dropped. Areas and efforts are what one cycle made of them: a new cycle
// prioritises anew, so those of the cycle before can be read but count no longer, until they are traced again.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';

export interface Strategy {
  code: string;
  title: string;
  source?: string;
  dropped?: true;
}

export interface PriorityArea extends Made {
  code: string;
  title: string;
  /** Codes of the strategies that it makes concrete. */
  strategies: string[];
  dropped?: true;
}

export interface PlannedEffort extends Made {
  key: string;
  title: string;
  /** The code of its area. */
  area: string;
  organisation?: string;
  /** It is about service. */
  service?: true;
  dropped?: true;
}

export interface Strategies {
  strategies: Strategy[];
  areas: PriorityArea[];
  efforts: PlannedEffort[];
}

export const nothing: Strategies = { strategies: [], areas: [], efforts: [] };

export interface StrategyNamed {
  strategy: string;
  title: string;
  source?: string;
}

export interface AreaSet {
  area: string;
  title: string;
  strategies: string[];
}

export interface EffortPlanned {
  effort: string;
  title: string;
  area: string;
  organisation?: string;
  service?: true;
}

export const events: Record<string, Evolve<Strategies>> = {
  'strategy.named': on((facts, { strategy: code, ...named }: StrategyNamed) => ({
    ...facts,
    strategies: withCode(facts.strategies, { code, ...named }),
  })),
  'strategy.dropped': on((facts, { strategy }: { strategy: string }) => ({
    ...facts,
    strategies: facts.strategies.map((one) => (one.code === strategy ? { ...one, dropped: true } : one)),
  })),
  'priority-area.set': on((facts, { area: code, title, strategies }: AreaSet, _event, plan) => ({
    ...facts,
    areas: withCode(facts.areas, { code, title, strategies, ...madeIn(plan) }),
  })),
  'priority-area.retraced': on((facts, { area, strategies }: Omit<AreaSet, 'title'>, _event, plan) => ({
    ...facts,
    areas: facts.areas.map((one) => (one.code === area ? { ...kept(one), strategies, ...madeIn(plan) } : one)),
  })),
  'priority-area.dropped': on((facts, { area }: { area: string }) => ({
    ...facts,
    areas: facts.areas.map((one) => (one.code === area ? { ...one, dropped: true } : one)),
  })),
  'effort.planned': on((facts, { effort: key, ...planned }: EffortPlanned, _event, plan) => ({
    ...facts,
    efforts: [...facts.efforts, { key, ...planned, ...madeIn(plan) }],
  })),
  'effort.retraced': on((facts, { effort, area }: { effort: string; area: string }, _event, plan) => ({
    ...facts,
    efforts: facts.efforts.map((one) => (one.key === effort ? { ...kept(one), area, ...madeIn(plan) } : one)),
  })),
  'effort.dropped': on((facts, { effort }: { effort: string }) => ({
    ...facts,
    efforts: facts.efforts.map((one) => (one.key === effort ? { ...one, dropped: true } : one)),
  })),
};

/** A code that comes again takes the place of what had it: an area of an earlier cycle, a strategy that was dropped. */
function withCode<One extends { code: string }>(list: One[], one: One): One[] {
  const at = list.findIndex(({ code }) => code === one.code);
  return at < 0 ? [...list, one] : list.with(at, one);
}

function kept<One extends { dropped?: true }>({ dropped: _takenUp, ...one }: One): Omit<One, 'dropped'> {
  return one;
}

export function strategyFacts(plan: Plan): Strategies {
  return factsOf({ key: 'strategies', nothing }, plan);
}

/** The strategies in force. */
export function strategiesOf(plan: Plan): Strategy[] {
  return strategyFacts(plan).strategies.filter((one) => !one.dropped);
}

/** The areas of the present cycle. */
export function areasOf(plan: Plan): PriorityArea[] {
  return strategyFacts(plan).areas.filter((one) => !one.dropped && stands(plan, one));
}

/** The efforts of the present cycle. */
export function effortsOf(plan: Plan): PlannedEffort[] {
  return strategyFacts(plan).efforts.filter((one) => !one.dropped && stands(plan, one));
}
