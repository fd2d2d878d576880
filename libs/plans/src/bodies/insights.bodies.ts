// The bodies of the insights' verbs.
import { INSIGHT_SOURCES, INSIGHT_WAYS } from '#libs/lifecycle';
import { Code, Line, Maybe, OneOf, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class RecordInsightBody extends VerbBody {
  @Prose() insight: string;
  @OneOf(INSIGHT_SOURCES) from: (typeof INSIGHT_SOURCES)[number];
  @OneOf(INSIGHT_WAYS) how: (typeof INSIGHT_WAYS)[number];
  @Maybe() @Line() place?: string;
  /** The organisation that gathered it. */
  @Maybe() @Code() organisation?: string;
}

export class SummariseInsightsBody extends VerbBody {
  @Prose() summary: string;
}

export const insightsBodies = {
  'record-insight': RecordInsightBody,
  'summarise-insights': SummariseInsightsBody,
};
