// What somebody reads of a plan without acting in it: a role that has run out or is on its way here, and what the own
// organisation has to do with it (a party, or somebody of it has a role). Nobody's notes are read for the organisation's sake.
import { holdingsOf, partyOf, type Holding, type Plan, type Template } from '#libs/lifecycle';
import type { Person } from '#libs/platform';
import { ANYHOW, rolesIn } from './abilities.js';
import type { Right } from './rights.js';

const FOR_THE_ORGANISATION: ReadonlySet<Right> = new Set(['read', 'read-drafts', 'read-persons'] as const);

/** Whether the person may, by that. */
export function isRelated({ id, organisation }: Person, plan: Plan, template: Template, right: Right): boolean {
  const gives = ({ role }: Holding) => rolesIn(template).get(role)?.ability.can(right, ANYHOW) === true;
  const holdings = holdingsOf(plan);
  if (holdings.some((one) => isOnesOwn(one, id) && gives(one))) return true;
  if (organisation === undefined || !FOR_THE_ORGANISATION.has(right)) return false;
  const isColleagues = (one: Holding) => !one.ended && one.organisation === organisation;
  return partyOf(plan, organisation) !== undefined || holdings.some((one) => isColleagues(one) && gives(one));
}

/** Until somebody says that it has ended, a role is its holder's to look after; whoever is to take it over sees what it is. */
function isOnesOwn({ person, deputy, ended, handOver }: Holding, id: string): boolean {
  return handOver?.to === id || (!ended && (person === id || deputy === id));
}
