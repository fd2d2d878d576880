// Who is given a role, and what that asks of whoever gives it: who decides for a party is named by that party alone, and nobody
// gives themselves what they have not. Otherwise a process leader could adopt a plan alone, in two steps.
import { holdingsOf, type Plan, type Template } from '#libs/lifecycle';
import { ANYHOW, rolesIn, type RoleAbility } from './abilities.js';
import { RIGHTS, type Right } from './rights.js';
import type { Standing } from './standing.js';

interface Said {
  role?: string;
  holding?: string;
  person?: string;
  deputy?: string;
  to?: string;
  organisation?: string;
  successor?: { person?: string; deputy?: string; organisation?: string };
}

export interface Appointment {
  role: RoleAbility;
  /** For which the role is, or is to be, held. */
  organisations: string[];
  /** Those who are given it. */
  persons: string[];
}

const APPOINTING = new Set(['assign-role', 'change-role', 'end-role', 'start-hand-over', 'withdraw-hand-over']);

/** @returns null for any other verb, and where the role is none of the template's. */
export function appointmentBy(
  verb: string,
  body: object | undefined,
  plan: Plan,
  template: Template,
): Appointment | null {
  if (!body || !APPOINTING.has(verb)) return null;
  const said: Said = body;
  const holding = holdingsOf(plan).find(({ key }) => key === said.holding);
  const role = rolesIn(template).get(holding?.role ?? said.role ?? '');
  if (!role) return null;
  const { person, deputy, to, organisation, successor } = said;
  const isSaid = (one: string | undefined) => one !== undefined;
  const organisations = [holding?.organisation, organisation, successor?.organisation].filter(isSaid);
  const persons = [person, deputy, to, successor?.person, successor?.deputy].filter(isSaid);
  return { role, organisations: [...new Set(organisations)], persons: persons.map((one) => one.toLowerCase()) };
}

/** Whether who has the role decides for an organisation: then only that organisation says who it is. */
export function decidesForItsOwn({ role }: Appointment): boolean {
  return role.ability.can('decide', { ...ANYHOW, answers: true });
}

/** Whether the person would come to have a right that they have not. */
export function raisesOneself(
  { role, organisations, persons }: Appointment,
  person: string,
  standing: Standing,
): boolean {
  if (!persons.includes(person)) return false;
  const given = (Object.keys(RIGHTS) as Right[]).filter((right) =>
    role.ability.can(right, { ...ANYHOW, answers: true }),
  );
  return !given.every((right) => organisations.every((one) => standing.having(right, one)));
}
