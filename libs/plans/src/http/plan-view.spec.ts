// What a plan's readers are told beside what was recorded.
import { isRefusal, start, type Plan } from '#libs/lifecycle';
import { shippedTemplates } from '#libs/templates';
import { planView, publicPlanView } from './plan-view.js';

const now = '2026-05-04T08:00:00.000Z';
const [template] = shippedTemplates as [(typeof shippedTemplates)[number]];

function planWith(facts: Plan['facts']): Plan {
  const who = { id: 'token-1' };
  const command = '00000000-0000-4000-8000-000000000000';
  const begun = start({ title: 'Hälsolots' }, { template, now, who, command, occurredAt: now, imported: false });
  if (isRefusal(begun)) throw new Error(JSON.stringify(begun.refused));
  return { ...begun.plan, facts };
}

const counted = (value: number, distinct: boolean) => ({
  key: `knowledge-activity-${value}`,
  title: 'Kurs',
  status: 'held',
  counts: [{ count: { value, unit: 'persons', qualifier: 'exact' }, distinct }],
});
const told = (activities: object[]) => {
  const facts = { 'knowledge-activities': { activities, totals: [] } };
  const plan = planWith(facts);
  const views = [planView(plan, template, 'hidden', 'en', now), publicPlanView(plan, template, new Map(), 'en', now)];
  return views.map(({ records }) => records['knowledge-activities']);
};

it('INV-28 the sum of what is counted, where nobody is counted twice, is told and not stored', () => {
  const sums = [{ value: 32, unit: 'persons', qualifier: 'exact' }];
  const distinct = [counted(2, true), counted(30, true)];
  expect(told(distinct)).toEqual([
    { activities: distinct, totals: [], sums },
    { activities: distinct, totals: [], sums },
  ]);
  expect(told([counted(2, true), counted(30, false)])).toMatchObject([{ sums: [] }, { sums: [] }]);
  expect(planView(planWith({}), template, 'hidden', 'en', now).records['knowledge-activities']).toEqual({
    activities: [],
    totals: [],
    sums: [],
  });
});
