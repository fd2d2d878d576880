// Which roles of a template one person at a time has (INV-43).
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
