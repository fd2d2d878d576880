// record-insight, summarise-insights.
import { verb, type Verb } from '../../engine/capability.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { insightsOf, standingInsightsOf, type InsightSource, type InsightWay } from './facts.js';

export interface RecordInsight {
  insight: string;
  from: InsightSource;
  how: InsightWay;
  /** Where it was gathered, in one line. */
  place?: string;
  /** The organisation that gathered it. */
  organisation?: string;
}

export interface SummariseInsights {
  summary: string;
}

export const verbs: Record<string, Verb> = {
  'record-insight': verb<RecordInsight>({
    name: { sv: 'Skriv en insikt', en: 'Record an insight' },
    decide: (plan, { insight: text, from, how, place, organisation }) => {
      const insight = nextKey('insight', insightsOf(plan));
      const data = told({ insight, from, how, place, organisation });
      return [{ type: 'insight.recorded', data, texts: { wordsText: text } }];
    },
  }),
  'summarise-insights': verb<SummariseInsights>({
    name: { sv: 'Sammanfatta insikterna', en: 'Summarise the insights' },
    // A source may tell of the conclusions alone (INV-26).
    ready: (plan, at) => (standingInsightsOf(plan).length > 0 || at.imported ? [] : [{ code: 'no-insights' }]),
    decide: (_plan, { summary }) => [{ type: 'insights.summarised', data: {}, texts: { summaryText: summary } }],
  }),
};
