// The one policy: who may do what in a plan, and what of it they see. Programs act by their scopes, people by their roles, guests
// do the one thing that they were asked for. The rules themselves stand in role-rights.ts.
import { isPublic, type Plan, type Template } from '#libs/lifecycle';
import { AccessPolicy, type Permission, type Place, type Reach, type View } from '#libs/plans';
import type { Caller, Person } from '#libs/platform';
import { guestMay, personMay, personMayStart, tokenLacks } from './permissions.js';
import { isRelated } from './related.js';
import type { Right } from './rights.js';
import { NOTHING_BUT_THE_PLAN, sight } from './sight.js';
import { isWithin, standingOf } from './standing.js';
import { reachOf } from './reach.js';

export class StegvisPolicy extends AccessPolicy {
  permission(caller: Caller, verb: string, place: Place): Permission {
    const { person, duty, who } = caller;
    if (duty) return guestMay(caller, duty, verb, place);
    const needed = tokenLacks(caller, place);
    if (needed) return { needed };
    if (!person) return { as: who };
    return place.plan ? personMay(caller, person, verb, place, place.plan) : personMayStart(caller, person, place);
  }

  view({ person, duty, programmes }: Caller, plan: Plan, template: Template, now: string): View | null {
    const ofThePublic = isPublic(plan) ? AS_EVERYBODY : null;
    if (duty) return duty.plan === plan.id ? NOTHING_BUT_THE_PLAN : ofThePublic;
    if (!isWithin(programmes, plan.programme?.code)) return ofThePublic;
    return person ? (personSees(person, plan, template, now) ?? ofThePublic) : sight(() => true);
  }

  reach(caller: Caller): Reach {
    return reachOf(caller);
  }

  override everywhere({ person, duty, programmes }: Caller): View | null {
    return person || duty || programmes ? null : sight(() => true);
  }
}

/** Of a public plan. */
const AS_EVERYBODY: View = { ...sight((right) => right === 'read-drafts'), asPublic: true };

function personSees(person: Person, plan: Plan, template: Template, now: string): View | null {
  const standing = standingOf(person, plan, template, now);
  const may = (right: Right) => standing.having(right) !== null || isRelated(person, plan, template, right);
  return may('read') ? sight(may) : null;
}
