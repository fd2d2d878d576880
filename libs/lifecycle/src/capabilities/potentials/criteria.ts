// potentials-proposed: enough potentials can be weighed when the direction is chosen.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { potentialsToWeigh } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'potentials-proposed': criterionKind<{ min?: number }>({
    name: { sv: 'Utvecklingspotentialer är föreslagna', en: 'Potentials have been proposed' },
    with: {
      type: 'object',
      properties: { min: { type: 'integer', minimum: 1, description: 'How many potentials; 1 by default.' } },
      additionalProperties: false,
    },
    suppliedBy: ['propose-potential'],
    missing: (plan, { min = 1 }) => {
      const have = potentialsToWeigh(plan).length;
      return have >= min ? [] : [{ code: 'potentials-too-few', verb: 'propose-potential', params: { min, have } }];
    },
  }),
};
