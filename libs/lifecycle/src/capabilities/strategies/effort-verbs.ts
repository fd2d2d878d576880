// plan-effort, retrace-effort, drop-effort: what is to be done in an area.
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse, unknownRecord, type Reason, type Refusal } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { areasOf, effortsOf, strategyFacts, type EffortPlanned } from './facts.js';

export interface PlanEffort {
  title: string;
  /** The code of an area. */
  area: string;
  /** Who is to carry it out. */
  organisation?: string;
  /** It is about service, which the programme has in focus. */
  service?: boolean;
}

export interface RetraceEffort {
  effort: string;
  area: string;
}

export interface DropEffort {
  effort: string;
  reason: string;
}

export const effortVerbs: Record<string, Verb> = {
  'plan-effort': verb<PlanEffort>({
    name: { sv: 'Planera insats', en: 'Plan an effort' },
    ready: noAreas,
    decide: (plan, { title, area, organisation, service }) => {
      const effort = nextKey('effort', strategyFacts(plan).efforts);
      const data: EffortPlanned = { effort, title, area, ...told({ organisation, service: service || undefined }) };
      return notOfNow(plan, area) ?? [{ type: 'effort.planned', data }];
    },
  }),
  'retrace-effort': verb<RetraceEffort>({
    name: { sv: 'Knyt insatsen till ett område igen', en: 'Trace an effort to an area again' },
    ready: (plan) => [
      ...(strategyFacts(plan).efforts.length > 0 ? [] : [{ code: 'no-planned-efforts' }]),
      ...noAreas(plan),
    ],
    decide: (plan, { effort, area }) => {
      const found = strategyFacts(plan).efforts.find((one) => one.key === effort);
      if (!found) return unknownRecord('/effort', effort);
      const refusal = notOfNow(plan, area);
      if (refusal) return refusal;
      if (effortsOf(plan).includes(found) && found.area === area)
        return refuse('effort-traced-so', { field: '/area', params: { effort, title: found.title, area } });
      return [{ type: 'effort.retraced', data: { effort, area } }];
    },
  }),
  'drop-effort': verb<DropEffort>({
    name: { sv: 'Stryk insats', en: 'Drop an effort' },
    ready: (plan) => (effortsOf(plan).length > 0 ? [] : [{ code: 'no-planned-efforts' }]),
    decide: (plan, { effort, reason }) =>
      effortsOf(plan).some((one) => one.key === effort)
        ? [{ type: 'effort.dropped', data: { effort }, texts: { reasonText: reason } }]
        : unknownRecord('/effort', effort),
  }),
};

export function noAreas(plan: Plan): Reason[] {
  if (areasOf(plan).length > 0) return [];
  return [{ code: 'no-priority-areas', missing: [{ code: 'priority-area-missing', verb: 'set-priority-area' }] }];
}

/** An effort cites an area that counts now; one that was dropped or belongs to an earlier cycle is taken up again first. */
function notOfNow(plan: Plan, area: string): Refusal | null {
  if (areasOf(plan).some((one) => one.code === area)) return null;
  const earlier = strategyFacts(plan).areas.find((one) => one.code === area);
  if (!earlier) return unknownRecord('/area', area);
  const missing = [{ code: 'take-up-area-first', verb: 'retrace-area', params: { area } }];
  return refuse('priority-area-set-aside', { field: '/area', params: { area, title: earlier.title }, missing });
}
