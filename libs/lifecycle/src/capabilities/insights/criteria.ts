// insights-recorded: those concerned have been heard, not only officers (B83); insights-summarised: easily grasped (B81).
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import type { Missing } from '../../engine/refusal.js';
import type { Label, Language } from '../../engine/template.js';
import { howMany, parameters, someOf } from '../parameters.js';
import { INSIGHT_SOURCES, standingInsightsOf, summaryOf, type InsightSource } from './facts.js';

const GROUPS: Record<InsightSource, Label> = {
  residents: { sv: 'de som bor där (residents)', en: 'those who live there (residents)' },
  users: { sv: 'de som använder det (users)', en: 'those who use it (users)' },
  doers: { sv: 'de som utför det (doers)', en: 'those who carry it out (doers)' },
  officers: { sv: 'tjänstemän (officers)', en: 'officers' },
  others: { sv: 'andra (others)', en: 'others' },
};

const CONCERNED: InsightSource[] = ['residents', 'users', 'doers'];

function notHeard(from: InsightSource[]): Missing {
  const groups = {
    sv: either(from, 'sv', 'eller'),
    en: either(from, 'en', 'or'),
  };
  return { code: 'insights-not-heard', verb: 'record-insight', params: { from: from.join(', ') }, names: { groups } };
}

function either(from: InsightSource[], language: Language, or: string): string {
  const names = from.map((one) => GROUPS[one][language]);
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} ${or} ${names.at(-1)}`;
}

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
        ...(heard ? [] : [notHeard(from)]),
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
