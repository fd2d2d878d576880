// Whether a caller may do a verb in a plan or begin one: for guests, programs and people each in their way.
import type { Missing, Plan, Who } from '#libs/lifecycle';
import type { Permission, Place } from '#libs/plans';
import type { Caller, Duty, Person } from '#libs/platform';
import { ANYHOW, standardAbility } from './abilities.js';
import { appointmentBy, decidesForItsOwn, raisesOneself } from './appointments.js';
import { deedsOf, type Deed } from './deeds.js';
import { neededIn, neededToStart, scopeNeeded } from './needed.js';
import { onesOwn } from './ones-own.js';
import type { Right } from './rights.js';
import { spokenFor } from './spoken-for.js';
import { isWithin, postsFor, standingOf, type Standing } from './standing.js';

/** What must be had: the right, in the name of the organisation that is spoken for. */
interface Demand {
  right: Right;
  organisation: string | undefined;
}

/** Exactly what it was asked for, and nothing else. */
export function guestMay({ who }: Caller, duty: Duty, verb: string, place: Place): Permission {
  const { plan } = place;
  if (plan && duty.plan === plan.id && duty.verb === verb) return { as: who };
  const demands = plan ? deedsOf(verb, place).flatMap((deed) => demandsOf(deed, plan, place)) : [];
  return { needed: plan ? neededFor(demands, plan, place) : neededToStart() };
}

/** What a token does not let through, whoever shows it: one that only reads, or one that is bound to other programmes. */
export function tokenLacks({ scopes, programmes }: Caller, { plan, parent, programme }: Place): Missing[] | null {
  if (!scopes.includes('write')) return scopeNeeded('write');
  const of = plan ? plan.programme?.code : (parent?.plan.programme?.code ?? programme);
  return isWithin(programmes, of) ? null : [{ code: 'other-programme' }];
}

/** By what is the person's own to do, else by a right for each deed. */
export function personMay({ who }: Caller, person: Person, verb: string, place: Place, plan: Plan): Permission {
  const own = onesOwn(person.id, verb, place.body, plan);
  if (own) return { as: actingAs(who, own) };
  const standing = standingOf(person, plan, place.template, place.now);
  const deeds = deedsOf(verb, place);
  if (deeds.some((deed) => raises(deed, person, place, standing)))
    return { needed: [{ code: 'somebody-else-needed' }] };
  const demands = deeds.flatMap((deed) => demandsOf(deed, plan, place));
  const missing = demands.filter(({ right, organisation }) => !standing.having(right, organisation));
  const [first] = demands;
  const capacity = first && standing.having(first.right, first.organisation);
  if (!capacity || missing.length > 0) return { needed: neededFor(missing, plan, place) };
  return { as: actingAs(who, capacity) };
}

function raises({ verb, body }: Deed, person: Person, { plan, template }: Place, standing: Standing): boolean {
  const appointment = plan && appointmentBy(verb, body, plan, template);
  return appointment ? raisesOneself(appointment, person.id, standing) : false;
}

/** Who decides for an organisation is for that organisation to say. */
function demandsOf({ right, verb, body }: Deed, plan: Plan, { template }: Place): Demand[] {
  const appointment = appointmentBy(verb, body, plan, template);
  if (appointment && decidesForItsOwn(appointment))
    return appointment.organisations.map((organisation) => ({ right: 'appoint-deciders', organisation }));
  return [{ right, organisation: spokenFor(verb, body, plan) }];
}

/** Under an initiative by a role in it or a post that reaches it; else by a post for the programme that is named, or for all. */
export function personMayStart({ who }: Caller, person: Person, { parent, programme, now }: Place): Permission {
  const post = postsFor(person, parent?.plan.programme?.code ?? programme).find(({ role }) =>
    standardAbility(role).can('start', ANYHOW),
  );
  const above = parent && standingOf(person, parent.plan, parent.template, now).having('start');
  // A plan under an initiative has its programme; where that has none, one that is named must be the person's to begin in.
  const isFree = programme === undefined || parent?.plan.programme !== undefined;
  const capacity = parent ? above && (isFree || post) && above : post;
  return capacity ? { as: actingAs(who, capacity) } : { needed: neededToStart() };
}

function neededFor(demands: Demand[], plan: Plan, { template, now }: Place): Missing[] {
  return demands.flatMap(({ right, organisation }) => neededIn(plan, template, now, right, organisation));
}

function actingAs(who: Who, { role, organisation }: { role: string; organisation: string }): Who {
  return { ...who, role, organisation };
}
