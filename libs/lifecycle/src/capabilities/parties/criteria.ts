// parties-consented: every party, and at least `min` of them, has said that it takes part.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters } from '../parameters.js';
import { partiesOf } from './facts.js';

const NOT_GIVEN = { asked: 'consent-missing', declined: 'consent-declined', unknown: 'consent-not-told' };

export const criteria: Record<string, CriterionKind> = {
  'parties-consented': criterionKind<{ min?: number }>({
    name: { sv: 'Alla parter har samtyckt', en: 'Every party has consented' },
    with: parameters({
      min: howMany('How many parties there must be; 2 by default.'),
    }),
    suppliedBy: ['add-party', 'consent'],
    missing: (plan, { min = 2 }) => {
      const parties = partiesOf(plan);
      const tooFew =
        parties.length < min
          ? [{ code: 'parties-too-few', verb: 'add-party', params: { min, have: parties.length } }]
          : [];
      const silent = parties.flatMap(({ organisation, consent }) =>
        consent === 'given'
          ? []
          : [{ code: NOT_GIVEN[consent], verb: 'consent', params: { organisation }, by: { organisation } }],
      );
      return [...tooFew, ...silent];
    },
  }),
};
