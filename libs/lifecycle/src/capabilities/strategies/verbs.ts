// name-strategy, drop-strategy; set-priority-area, retrace-area, drop-priority-area. Those on efforts are in effort-verbs.ts.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { told } from '../told.js';
import { effortVerbs, noAreas } from './effort-verbs.js';
import { areasOf, strategiesOf, strategyFacts, type PriorityArea } from './facts.js';

export interface NameStrategy {
  code: string;
  title: string;
  source?: string;
}

export interface DropStrategy {
  strategy: string;
  reason: string;
}

export interface SetPriorityArea {
  code: string;
  title: string;
  /** Codes of strategies; at least one. */
  strategies: string[];
}

export interface RetraceArea {
  area: string;
  strategies: string[];
}

export interface DropPriorityArea {
  area: string;
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'name-strategy': verb<NameStrategy>({
    name: { sv: 'Lägg in strategi', en: 'Name a strategy' },
    decide: (plan, { code: strategy, title, source }) =>
      strategiesOf(plan).some((one) => one.code === strategy)
        ? refuse('strategy-already-named', { field: '/code', params: { strategy } })
        : [{ type: 'strategy.named', data: told({ strategy, title, source }) }],
  }),
  'set-priority-area': verb<SetPriorityArea>({
    name: { sv: 'Ange prioriterat område', en: 'Set a priority area' },
    ready: noStrategies,
    decide: (plan, { code: area, title, strategies }) => {
      if (areasOf(plan).some((one) => one.code === area))
        return refuse('priority-area-already-set', { field: '/code', params: { area } });
      const data = { area, title, strategies: [...new Set(strategies)] };
      return notInForce(plan, strategies) ?? [{ type: 'priority-area.set', data }];
    },
  }),
  'retrace-area': verb<RetraceArea>({
    name: { sv: 'Knyt området till strategier igen', en: 'Trace an area to strategies again' },
    ready: (plan) => [
      ...(strategyFacts(plan).areas.length > 0 ? [] : [{ code: 'no-priority-areas' }]),
      ...noStrategies(plan),
    ],
    decide: (plan, { area, strategies }) => {
      if (!strategyFacts(plan).areas.some((one) => one.code === area)) return unknownRecord('/area', area);
      const refusal = notInForce(plan, strategies);
      if (refusal) return refusal;
      const wanted = [...new Set(strategies)];
      const now = areasOf(plan).find((one) => one.code === area);
      if (now && sameStrategies(now, wanted))
        return refuse('priority-area-traced-so', { field: '/strategies', params: { area, title: now.title } });
      return [{ type: 'priority-area.retraced', data: { area, strategies: wanted } }];
    },
  }),
  'drop-strategy': verb<DropStrategy>({
    name: { sv: 'Strategin gäller inte längre', en: 'Drop a strategy' },
    ready: noStrategies,
    decide: (plan, { strategy, reason }) =>
      strategiesOf(plan).some((one) => one.code === strategy)
        ? [{ type: 'strategy.dropped', data: { strategy }, texts: { reasonText: reason } }]
        : notOrNoLonger(plan, '/strategy', strategy),
  }),
  'drop-priority-area': verb<DropPriorityArea>({
    name: { sv: 'Stryk prioriterat område', en: 'Drop a priority area' },
    ready: noAreas,
    decide: (plan, { area, reason }) =>
      areasOf(plan).some((one) => one.code === area)
        ? [{ type: 'priority-area.dropped', data: { area }, texts: { reasonText: reason } }]
        : unknownRecord('/area', area),
  }),
  ...effortVerbs,
};

function noStrategies(plan: Plan): Reason[] {
  if (strategiesOf(plan).length > 0) return [];
  return [{ code: 'no-strategies', missing: [{ code: 'strategy-missing', verb: 'name-strategy' }] }];
}

/** Every strategy that is named must be in force (INV-51). */
function notInForce(plan: Plan, strategies: string[]): Refusal | null {
  const index = strategies.findIndex((code) => !strategiesOf(plan).some((one) => one.code === code));
  return index < 0 ? null : notOrNoLonger(plan, `/strategies/${index}`, strategies[index] as string);
}

function notOrNoLonger(plan: Plan, field: string, code: string): Refusal {
  const dropped = strategyFacts(plan).strategies.find((one) => one.code === code);
  return dropped ? refuse('strategy-dropped', { field, params: { strategy: code } }) : unknownRecord(field, code);
}

function sameStrategies({ strategies }: PriorityArea, wanted: string[]): boolean {
  return strategies.length === wanted.length && wanted.every((code) => strategies.includes(code));
}
