// What a role is called, in the reader's language.
import { isStandardRole, STANDARD_ROLES, type Template } from '#libs/lifecycle';
import type { Language } from '#libs/platform';

/** A role that the template has no more goes by its key. */
export function roleNameIn(template: Template, role: string, language: Language): string {
  return template.roles.find(({ key }) => key === role)?.name[language] ?? role;
}

/** Of a role outside the plans. */
export function standardRoleName(role: string, language: Language): string {
  return isStandardRole(role) ? STANDARD_ROLES[role][language] : role;
}
