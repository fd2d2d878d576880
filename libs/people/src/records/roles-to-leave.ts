// The roles that a person leaves in the plans when it is erased: each is ended by a command of its own, or by the engine's rules
// cannot be (INV-44: a role that somebody must have needs a successor or an open hand-over).
import {
  decide,
  holdingsOf,
  isEnded,
  isHeldOn,
  isRefusal,
  dayOf,
  type Holding,
  type Plan,
  type Reason,
  type Who,
} from '#libs/lifecycle';
import type { Plans } from '#libs/plans';
import type { Pool } from 'pg';
import { plansWith } from './personal-data.js';
import { roleOfPerson } from './roles-of-person.js';

export interface RoleToLeave {
  plan: string;
  title: string;
  holding: string;
  role: string;
  as: 'holder' | 'deputy' | 'receiver';
  verb: string;
  body: object;
  /** Why the engine says that it cannot be left so; null when it can. */
  refused: Reason | null;
}

/** For the record of the plan, in its language. */
const WHY = { sv: 'Personens uppgifter raderas.', en: 'The details of the person are erased.' } as const;

/** An ended plan is history: who held what then stays. */
export async function rolesToLeave(plans: Plans, pool: Pool, person: string, who: Who): Promise<RoleToLeave[]> {
  const found: RoleToLeave[] = [];
  for (const plan of await plansWith(pool, person)) {
    if (isEnded(plan)) continue;
    const setting = await plans.settingFor(plan, who);
    const today = dayOf(setting.now);
    for (const holding of holdingsOf(plan)) {
      const wanted = leaving(plan, holding, person, today);
      if (!wanted) continue;
      const { key, role } = holding;
      const decision = decide(plan, wanted.verb, wanted.body, setting);
      const refused = isRefusal(decision) ? (decision.refused[0] ?? null) : null;
      found.push({ plan: plan.id, title: plan.title, holding: key, role, ...wanted, refused });
    }
  }
  return found;
}

function leaving(plan: Plan, holding: Holding, person: string, today: string) {
  const as = roleOfPerson(holding, person);
  const reason = WHY[plan.language];
  const isOver = holding.ended !== undefined || (holding.until !== undefined && holding.until < today);
  if (as === 'holder' && !isOver) {
    // One that has not begun ends on the day on which it would.
    const at = isHeldOn(holding, today) ? today : holding.from;
    return { as, verb: 'end-role', body: { holding: holding.key, at, reason } };
  }
  if (as === 'deputy' && !isOver) return { as, verb: 'change-role', body: { holding: holding.key, remove: 'deputy' } };
  return as === 'receiver' ? { as, verb: 'decline-hand-over', body: { holding: holding.key, reason } } : null;
}

/** @throws when a plan has moved on so that it is refused now. */
export async function leaveRoles(plans: Plans, roles: readonly RoleToLeave[], who: Who): Promise<void> {
  for (const { plan, verb, body } of roles) {
    const answer = await plans.execute({ plan, verb, body, who });
    if (answer.kind !== 'accepted') throw new Error(`a role in plan ${plan} could not be left: ${answer.kind}`);
  }
}
