// Insights: how people live the situation, told by whom and gathered how (B81, B83), and the short summary of them all.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import { told } from '../told.js';

/** Whose insight it is: those who live there, those who use the thing, those who will carry it out, officers, others. */
export const INSIGHT_SOURCES = ['residents', 'users', 'doers', 'officers', 'others'] as const;
export type InsightSource = (typeof INSIGHT_SOURCES)[number];

export const INSIGHT_WAYS = ['observation', 'talk', 'workshop', 'other'] as const;
export type InsightWay = (typeof INSIGHT_WAYS)[number];

export interface Insight extends Made {
  key: string;
  /** The key of the text that says it. */
  insight: string;
  from: InsightSource;
  how: InsightWay;
  place?: string;
  /** The organisation that gathered it. */
  organisation?: string;
  imported?: true;
}

/** A text that counts unless a restart sets it aside. */
export interface Summary extends Made {
  text: string;
}

export interface Insights {
  insights: Insight[];
  /** The latest; those before it are in the history. */
  summary?: Summary;
}

export const nothing: Insights = { insights: [] };

export interface InsightRecorded {
  insight: string;
  from: InsightSource;
  how: InsightWay;
  place?: string;
  organisation?: string;
  wordsText: string;
}

export const events: Record<string, Evolve<Insights>> = {
  'insight.recorded': on((facts, { insight: key, wordsText, ...said }: InsightRecorded, event, plan) => {
    const insight = { key, insight: wordsText, ...said, ...told({ imported: event.imported }), ...madeIn(plan) };
    return { ...facts, insights: [...facts.insights, insight] };
  }),
  'insights.summarised': on((facts, { summaryText }: { summaryText: string }, _event, plan) => ({
    ...facts,
    summary: { text: summaryText, ...madeIn(plan) },
  })),
};

/** Every insight, of earlier attempts too. */
export function insightsOf(plan: Plan): Insight[] {
  return factsOf({ key: 'insights', nothing }, plan).insights;
}

export function standingInsightsOf(plan: Plan): Insight[] {
  return insightsOf(plan).filter((insight) => stands(plan, insight));
}

/** The key of the summary's text; undefined before there is one. */
export function summaryOf(plan: Plan): string | undefined {
  const { summary } = factsOf({ key: 'insights', nothing }, plan);
  return summary && stands(plan, summary) ? summary.text : undefined;
}
