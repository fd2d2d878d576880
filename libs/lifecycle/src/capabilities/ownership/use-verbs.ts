// put-in-use: what was tried is used for real, and perhaps becomes a part of regular operations (B82).
import { verb, type Verb } from '../../engine/capability.js';
import type { Plan } from '../../engine/plan.js';
import { refuse } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { everySolutionOf, solutionsOf, type Solution } from './facts.js';

export interface PutInUse {
  /** The same words again tell more of the same solution. */
  what: string;
  organisation?: string;
  /** It is a part of regular operations. */
  regularOperations?: boolean;
}

export const useVerbs: Record<string, Verb> = {
  'put-in-use': verb<PutInUse>({
    name: { sv: 'Ta lösningen i bruk', en: 'Put the solution in use' },
    decide: (plan, { what, organisation, regularOperations = false }) => {
      const had = inUse(plan, what);
      if (had && (had.regularOperations || !regularOperations))
        return refuse('solution-already-in-use', { field: '/what', params: { what } });
      const solution = had?.key ?? nextKey('solution', everySolutionOf(plan));
      const put = { type: 'solution.put-in-use', data: told({ solution, what, organisation }) };
      const moved = { type: 'solution.moved-to-regular-operations', data: told({ solution, what, organisation }) };
      return [...(had ? [] : [put]), ...(regularOperations ? [moved] : [])];
    },
  }),
};

function inUse(plan: Plan, what: string): Solution | undefined {
  return solutionsOf(plan).find((one) => one.what === what);
}
