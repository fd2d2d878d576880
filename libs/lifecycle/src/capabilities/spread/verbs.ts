// judge-spread.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { judgementsOf, type SpreadVerdict } from './facts.js';

export interface JudgeSpread {
  /** What is spread, where there is more than one thing. */
  what?: string;
  verdict: SpreadVerdict;
  /** Who takes it up: codes of organisations, or a line each. */
  to?: string[];
  reason: string;
}

export const verbs: Record<string, Verb> = {
  'judge-spread': verb<JudgeSpread>({
    name: { sv: 'Bedöm om det kan spridas', en: 'Judge whether it can be spread' },
    decide: (plan, { what, verdict, to = [], reason }) => {
      if (verdict === 'not-spread' && to.length > 0) return refuse('not-spread-to-anybody', { field: '/to' });
      const judgement = nextKey('judgement', judgementsOf(plan));
      const receivers = verdict === 'spread' ? [...new Set(to)] : undefined;
      return [
        { type: `solution.${verdict}`, data: told({ judgement, what, receivers }), texts: { reasonText: reason } },
      ];
    },
  }),
};
