// insights-recorded: those concerned have been heard, not only officers (B83); insights-summarised: easily grasped (B81).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters, someOf } from '../parameters.js';
import { INSIGHT_SOURCES, standingInsightsOf, summaryOf, type InsightSource } from './facts.js';

const CONCERNED: InsightSource[] = ['residents', 'users', 'doers'];

export const criteria: Record<string, CriterionKind> = {
  'insights-recorded': criterionKind<{ min?: number; from?: InsightSource[] }>({
    name: { sv: 'Insikter från dem det gäller finns', en: 'There are insights from those concerned' },
    with: parameters({
      min: howMany('How many insights; 1 by default.'),
      from: someOf(
        INSIGHT_SOURCES,
        'At least one insight comes from one of these; residents, users and doers by default.',
      ),
    }),
    suppliedBy: ['record-insight'],
    missing: (plan, { min = 1, from = CONCERNED }) => {
      const insights = standingInsightsOf(plan);
      const have = insights.length;
      const heard = insights.some((insight) => from.includes(insight.from));
      return [
        ...(have < min ? [{ code: 'insights-too-few', verb: 'record-insight', params: { min, have } }] : []),
        ...(heard ? [] : [{ code: 'insights-not-heard', verb: 'record-insight', params: { from: from.join(', ') } }]),
      ];
    },
  }),
  'insights-summarised': criterionKind({
    name: { sv: 'Insikterna är sammanfattade', en: 'The insights are summarised' },
    suppliedBy: ['summarise-insights'],
    missing: (plan) =>
      summaryOf(plan) === undefined ? [{ code: 'insights-summary-missing', verb: 'summarise-insights' }] : [],
  }),
};
