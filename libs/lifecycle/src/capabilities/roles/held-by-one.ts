// Which roles of a template one person at a time has (INV-43).
import { rolesThatAre } from '../../engine/standard-roles.js';
import { accountableRole, type Template } from '../../engine/template.js';

const single = new WeakMap<Template, ReadonlySet<string>>();

/** Whether one person at a time has it: a required role, and one that answers for a stage (INV-43). A published template never changes. */
export function isHeldByOne(template: Template, role: string): boolean {
  let keys = single.get(template);
  if (!keys) {
    const required = template.roles.filter((one) => one.required).map(({ key }) => key);
    keys = new Set([...required, ...template.stages.map((stage) => accountableRole(template, stage))]);
    single.set(template, keys);
  }
  return keys.has(role);
}

const partial = new WeakMap<Template, ReadonlySet<string>>();

/** Whether each party has one of its own: nobody decides or answers for another's organisation. */
export function isOfAParty(template: Template, role: string): boolean {
  let keys = partial.get(template);
  if (!keys) {
    const { roles } = template;
    keys = new Set([...rolesThatAre('deciding-body', roles), ...rolesThatAre('municipal-lead', roles)]);
    partial.set(template, keys);
  }
  return keys.has(role);
}

type Seated = { role: string; organisation: string };

/** Whether two who have the same seat at once are one too many (INV-43). */
export function isOneTooMany(template: Template, one: Seated, other: Seated): boolean {
  if (!isHeldByOne(template, one.role)) return false;
  return !isOfAParty(template, one.role) || one.organisation === other.organisation;
}
