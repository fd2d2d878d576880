// A plan out of its events, told of after each: how it stood in between is asked for too.
import { evolve, type Plan, type PlanEvent } from '#libs/lifecycle';

/** @param events the whole history, the oldest first. */
export function foldedStepwise(events: PlanEvent[], each: (plan: Plan) => void): Plan | undefined {
  const earlier: PlanEvent[] = [];
  let plan: Plan | undefined;
  for (const event of events) {
    plan = evolve(plan, event, earlier);
    earlier.push(event);
    each(plan);
  }
  return plan;
}
