// Spread: whether what works goes on to others, and why or why not (B82, principle 7). A no is as good an answer.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import { told } from '../told.js';

export const SPREAD_VERDICTS = ['spread', 'not-spread'] as const;
export type SpreadVerdict = (typeof SPREAD_VERDICTS)[number];

export interface Judgement extends Made {
  key: string;
  verdict: SpreadVerdict;
  what?: string;
  /** Who takes it up: codes of organisations, or places and groups as they were told. */
  receivers: string[];
  /** The key of the text that says why; a source may be silent. */
  reason?: string;
  imported?: true;
}

export interface Spread {
  judgements: Judgement[];
}

export const nothing: Spread = { judgements: [] };

export interface SpreadJudged {
  judgement: string;
  what?: string;
  receivers?: string[];
  reasonText?: string;
}

export const events: Record<string, Evolve<Spread>> = {
  'solution.spread': judged('spread'),
  'solution.not-spread': judged('not-spread'),
};

function judged(verdict: SpreadVerdict): Evolve<Spread> {
  return on(({ judgements }: Spread, data: SpreadJudged, event, plan) => {
    const { judgement: key, what, receivers = [], reasonText: reason } = data;
    const said = told({ what, reason, imported: event.imported });
    return { judgements: [...judgements, { key, verdict, receivers, ...said, ...madeIn(plan) }] };
  });
}

export function judgementsOf(plan: Plan): Judgement[] {
  return factsOf({ key: 'spread', nothing }, plan).judgements;
}

/** The latest that no restart has set aside. */
export function judgementOf(plan: Plan): Judgement | undefined {
  return judgementsOf(plan).findLast((judgement) => stands(plan, judgement));
}
