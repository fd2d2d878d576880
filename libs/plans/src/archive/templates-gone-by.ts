// The versions of its way of working that a plan has gone by: what is told in their words has its names in them.
import type { Plan, PlanEvent, Template } from '#libs/lifecycle';
import type { Plans } from '../plans.js';

/**
 * The history tells every version: of a plan's own, and of what it shares with the initiative it came from.
 * @returns the present one first
 */
export async function templatesOf(plans: Plans, plan: Plan, events: readonly PlanEvent[]): Promise<Template[]> {
  const left = events
    .filter(({ type }) => type === 'plan.migrated')
    .map(({ data }) => data['from'] as Plan['template']);
  const templates = [await plans.templateOf(plan)];
  for (const { key, version } of [...(plan.formerly ?? []), ...left].toReversed()) {
    const template = await plans.template(key, version);
    const isThere = templates.some((one) => one.key === key && one.version === version);
    if (template && !isThere) templates.push(template);
  }
  return templates;
}
