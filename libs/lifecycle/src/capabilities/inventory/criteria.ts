// inventory-complete (INV-16) and inventory-sources-named.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Missing } from '../../engine/refusal.js';
import { parameters, someOf } from '../parameters.js';
import { ACTOR_GROUPS, effortsOf, noneFoundOf, type ActorGroup } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'inventory-complete': criterionKind<{ groups?: ActorGroup[] }>({
    name: { sv: 'Alla aktörsgrupper är inventerade', en: 'Every actor group is in the inventory' },
    with: parameters({
      groups: someOf(ACTOR_GROUPS, 'The groups that are asked; all four by default.'),
    }),
    suppliedBy: ['register-effort', 'declare-none-found'],
    missing: (plan, { groups = [...ACTOR_GROUPS] }) => {
      const answered = new Set([...effortsOf(plan), ...noneFoundOf(plan)].map((one) => one.group));
      return groups.filter((group) => !answered.has(group)).map(notInventoried);
    },
  }),
  'inventory-sources-named': criterionKind({
    name: { sv: 'Källorna är angivna', en: 'Sources are named' },
    suppliedBy: ['register-effort', 'declare-none-found'],
    holdsAtFirst: true,
    missing: (plan) => {
      const efforts = effortsOf(plan);
      const empty = noneFoundOf(plan);
      // Imported history without a single answer is silent about its sources too (INV-26).
      if (efforts.length + empty.length === 0 && plan.imported) return ACTOR_GROUPS.map(notInventoried);
      return [
        ...efforts
          .filter((effort) => effort.source === undefined)
          .map(({ key, title }) => ({
            code: 'effort-source-missing',
            verb: 'register-effort',
            params: { effort: key, title },
          })),
        ...empty
          .filter((one) => one.source === undefined)
          .map(({ group }) => ({
            code: `none-found-source-missing-${group}`,
            verb: 'declare-none-found',
            params: { group },
          })),
      ];
    },
  }),
};

function notInventoried(group: ActorGroup): Missing {
  return { code: `group-not-inventoried-${group}`, verb: 'register-effort', params: { group } };
}
