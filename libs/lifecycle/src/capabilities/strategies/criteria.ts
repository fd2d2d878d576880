// areas-traced, efforts-traced (INV-51) and service-in-focus: of the present cycle.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { areasOf, effortsOf, strategiesOf } from './facts.js';

const atLeast = (what: string) => parameters({ min: howMany(`How many ${what}; 1 by default.`) });

export const criteria: Record<string, CriterionKind> = {
  'areas-traced': criterionKind<{ min?: number }>({
    name: { sv: 'Varje område bygger på en strategi', en: 'Each area cites a strategy' },
    with: atLeast('areas'),
    suppliedBy: ['set-priority-area', 'retrace-area'],
    missing: (plan, { min = 1 }) => {
      const areas = areasOf(plan);
      const inForce = new Set(strategiesOf(plan).map(({ code }) => code));
      const untraced = areas.filter((area) => !area.strategies.some((code) => inForce.has(code)));
      const params = { min, have: areas.length };
      return [
        ...(areas.length < min ? [{ code: 'priority-areas-too-few', verb: 'set-priority-area', params }] : []),
        ...untraced.map(({ code: area, title }) => ({
          code: 'priority-area-not-traced',
          verb: 'retrace-area',
          params: { area, title },
        })),
      ];
    },
  }),
  'efforts-traced': criterionKind<{ min?: number }>({
    name: { sv: 'Varje insats hör till ett område', en: 'Each effort cites an area' },
    with: atLeast('efforts'),
    suppliedBy: ['plan-effort', 'retrace-effort'],
    missing: (plan, { min = 1 }) => {
      const efforts = effortsOf(plan);
      const areas = new Set(areasOf(plan).map(({ code }) => code));
      const params = { min, have: efforts.length };
      return [
        ...(efforts.length < min ? [{ code: 'planned-efforts-too-few', verb: 'plan-effort', params }] : []),
        ...efforts
          .filter((effort) => !areas.has(effort.area))
          .map(({ key: effort, title, organisation }) => ({
            code: 'effort-not-traced',
            verb: 'retrace-effort',
            params: { effort, title },
            ...(organisation === undefined ? {} : { by: { organisation } }),
          })),
      ];
    },
  }),
  'service-in-focus': criterionKind({
    name: { sv: 'Minst en insats gäller service', en: 'At least one effort is about service' },
    suppliedBy: ['plan-effort'],
    missing: (plan) =>
      effortsOf(plan).some((effort) => effort.service) ? [] : [{ code: 'service-not-in-focus', verb: 'plan-effort' }],
  }),
};
