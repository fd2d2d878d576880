// ownership-named: what goes on has an owner, and the owner has accepted (A11, INV-50).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { ownersOf } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'ownership-named': criterionKind<{ accepted?: boolean }>({
    name: { sv: 'Det som fortsätter har en ägare', en: 'What goes on has an owner' },
    with: {
      type: 'object',
      properties: { accepted: { type: 'boolean', description: 'Each owner has accepted (INV-50); true by default.' } },
      additionalProperties: false,
    },
    suppliedBy: ['name-owner', 'accept-ownership'],
    missing: (plan, { accepted = true }) => {
      const owners = ownersOf(plan);
      if (owners.length === 0) return [{ code: 'owner-missing', verb: 'name-owner' }];
      if (!accepted) return [];
      return owners
        .filter((one) => !one.accepted)
        .map(({ key, organisation, what }) => ({
          code: 'ownership-not-accepted',
          verb: 'accept-ownership',
          params: { ownership: key, organisation, what },
          by: { organisation },
        }));
    },
  }),
};
