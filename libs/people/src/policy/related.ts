// What somebody reads of a plan without acting in it: a role that has run out or is on its way here, and what the own
// organisation has to do with it (a party, or somebody of it has a role). Nobody's notes are read for the organisation's sake.
import { holdingsOf, partiesOf, type Holding, type Plan, type Template } from '#libs/lifecycle';
import type { Person } from '#libs/platform';
import { rolesIn } from './abilities.js';
import type { Right } from './rights.js';

const FOR_THE_ORGANISATION: ReadonlySet<Right> = new Set(['read', 'read-drafts', 'read-persons'] as const);

/** Whether the person may, by that. */
export type Related = (right: Right) => boolean;

export function relatedTo({ id, organisation }: Person, plan: Plan, template: Template): Related {
  const isParty = partiesOf(plan).some((party) => party.organisation === organisation);
  const own = holdingsOf(plan).filter((holding) => isOnesOwn(holding, id));
  const colleagues = holdingsOf(plan).filter((one) => !one.ended && one.organisation === organisation);
  const among = (holdings: Holding[], right: Right) => holdings.some(({ role }) => gives(template, role, right));
  return (right) => among(own, right) || (FOR_THE_ORGANISATION.has(right) && (isParty || among(colleagues, right)));
}

/** Until somebody says that it has ended, a role is its holder's to look after; whoever is to take it over sees what it is. */
function isOnesOwn({ person, deputy, ended, handOver }: Holding, id: string): boolean {
  return handOver?.to === id || (!ended && (person === id || deputy === id));
}

function gives(template: Template, role: string, right: Right): boolean {
  const found = rolesIn(template).get(role);
  return found?.ability.can(right, { answers: false, chaired: false, own: true }) === true;
}
