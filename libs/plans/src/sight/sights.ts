// Asks the policy what a caller sees of plans: of one, or of all that a page of the feed tells of.
import { dayOf, markedRecords, type Plan, type PlanEvent } from '#libs/lifecycle';
import type { Caller } from '#libs/platform';
import type { AccessPolicy, Reach, View } from '../access.js';
import type { Plans } from '../plans.js';
import { shown } from './shown.js';
import { ALL, Sight } from './sight.js';

export class Sights {
  constructor(
    private readonly plans: Plans,
    private readonly policy: AccessPolicy,
  ) {}

  reach(caller: Caller): Reach {
    return this.policy.reach(caller);
  }

  /** @returns null when the caller may not know that the plan is there. */
  async of(plan: Plan, caller: Caller): Promise<Sight | null> {
    return (await this.among([plan], caller)).get(plan.id) ?? null;
  }

  /** Of what anybody may see. */
  async ofPublic(plan: Plan): Promise<Sight> {
    const closed = markedRecords(plan, dayOf(this.plans.clock.now()));
    return new Sight({ view: ALL, ids: [], now: plan, unseen: await this.unseen([plan], []), closed });
  }

  /** Of how a plan stands and nothing that has been recorded. */
  ofNothing(plan: Plan): Sight {
    return new Sight({ view: NOTHING, ids: [], now: plan, unseen: new Set() });
  }

  /** By id, of those plans that the caller may see. */
  async among(plans: readonly Plan[], caller: Caller): Promise<Map<string, Sight>> {
    const unseen = await this.unseen(plans, this.reach(caller));
    const now = this.plans.clock.now();
    const sights = new Map<string, Sight>();
    for (const plan of plans) {
      const view = this.policy.view(caller, plan, await this.plans.templateOf(plan), now);
      if (!view) continue;
      const closed = view.asPublic ? { closed: markedRecords(plan, dayOf(now)) } : {};
      sights.set(plan.id, new Sight({ view, ids: idsOf(caller), now: plan, unseen, ...closed }));
    }
    return sights;
  }

  /** By id, of those plans that the caller may see, for their events alone. */
  async forEvents(ids: string[], caller: Caller): Promise<Map<string, Sight>> {
    const view = this.policy.everywhere?.(caller);
    if (view) {
      const sight = new Sight({ view, ids: idsOf(caller), now: null, unseen: new Set() });
      return new Map(ids.map((id) => [id, sight]));
    }
    const within = await this.plans.seenAmong(ids, this.reach(caller));
    return this.among([...(await this.plans.some([...within])).values()], caller);
  }

  /** What of these events is shown, in their order. @param sights of their plans, by id */
  shown(events: readonly PlanEvent[], sights: ReadonlyMap<string, Sight>): Promise<PlanEvent[]> {
    return shown(this.plans, events, sights);
  }

  /** Of the plans over and under these, those out of reach. */
  private async unseen(plans: readonly Plan[], reach: Reach): Promise<Set<string>> {
    if (reach === null) return new Set();
    const related = ({ parent, children }: Plan) => [...(parent ? [parent] : []), ...children.map(({ id }) => id)];
    const others = [...new Set(plans.flatMap(related))];
    const seen = await this.plans.seenAmong(others, reach);
    return new Set(others.filter((id) => !seen.has(id)));
  }
}

const NOTHING: View = { records: () => false, event: () => false };

/** A program acts under the id of its token, a person under its own. */
function idsOf({ who, person }: Caller): string[] {
  return person ? [who.id, person.id] : [who.id];
}
