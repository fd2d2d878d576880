// knowledge-activity-counted: whatever was held has been counted. Holds when nothing was held: knowledge is no gate by itself.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { heldActivitiesOf } from './facts.js';

export const criteria: Record<string, CriterionKind> = {
  'knowledge-activity-counted': criterionKind({
    name: { sv: 'Deltagarna är räknade', en: 'Participation is counted' },
    suppliedBy: ['count-participation', 'hold-knowledge-activity'],
    holdsAtFirst: true,
    missing: (plan) =>
      heldActivitiesOf(plan)
        .filter((activity) => activity.counts.length === 0)
        .map(({ key, title }) => ({
          code: 'participation-not-counted',
          verb: 'count-participation',
          params: { activity: key, title },
        })),
  }),
};
