// Of events, those that their reader is shown, and as what.
import type { PlanEvent } from '#libs/lifecycle';
import type { Plans } from '../plans.js';
import type { Sight } from './sight.js';

/** In their order. @param sights of their plans, by id; where there is none, nothing is shown */
export async function shown(
  plans: Plans,
  events: readonly PlanEvent[],
  sights: ReadonlyMap<string, Sight>,
): Promise<PlanEvent[]> {
  const seen: PlanEvent[] = [];
  for (const event of events) {
    const sight = sights.get(event.plan);
    const one = sight && sight.event(event, isRepair(event) ? await mendedBy(plans, event) : []);
    if (one) seen.push(one);
  }
  return seen;
}

function isRepair({ type }: PlanEvent): boolean {
  return type === 'step.undone' || type === 'step.corrected';
}

/** A repair tells of what it mends. */
function mendedBy(plans: Plans, { plan, data }: PlanEvent): Promise<PlanEvent[]> {
  const ids = (data['events'] as (string | { id: string })[]).map((one) => (typeof one === 'string' ? one : one.id));
  return plans.events(
    plan,
    ids.map((id) => Number(id.slice(plan.length + 1))),
  );
}
