// The roles that people have in this kind of work, whatever a template calls them: what somebody may do hangs on these, so that
// a template can name its own roles and needs no rules of access (domain analysis, section e).
import type { Label, Role } from './template.js';

export const STANDARD_ROLES = {
  'process-leader': { sv: 'processledare', en: 'process leader' },
  'municipal-lead': { sv: 'kommunens ansvariga', en: 'municipal lead' },
  'deciding-body': { sv: 'beslutande organ', en: 'deciding body' },
  chair: { sv: 'ordförande i styrgruppen', en: 'chair of the steering group' },
  'deputy-chair': { sv: 'vice ordförande i styrgruppen', en: 'deputy chair of the steering group' },
  'steering-group-member': { sv: 'ledamot i styrgruppen', en: 'member of the steering group' },
  'workgroup-lead': { sv: 'arbetsgruppens ledare', en: 'workgroup lead' },
  'workgroup-member': { sv: 'medlem i arbetsgruppen', en: 'workgroup member' },
  'activity-owner': { sv: 'aktivitetsansvarig', en: 'activity owner' },
  'civil-society-partner': { sv: 'part i civilsamhället', en: 'civil society partner' },
  resident: { sv: 'invånare', en: 'resident' },
  researcher: { sv: 'följeforskare', en: 'researcher' },
  'knowledge-steward': { sv: 'kunskapsförvaltare', en: 'knowledge steward' },
  connector: { sv: 'kopplare', en: 'connector' },
  enabler: { sv: 'möjliggörare', en: 'enabler' },
  ambassador: { sv: 'ambassadör', en: 'ambassador' },
  funder: { sv: 'medfinansiär', en: 'funder' },
  registrar: { sv: 'registrator', en: 'registrar' },
  'template-author': { sv: 'mallförfattare', en: 'template author' },
  administrator: { sv: 'administratör', en: 'administrator' },
} as const satisfies Record<string, Label>;

export type StandardRole = keyof typeof STANDARD_ROLES;

/** Held for the whole installation and never in a plan, where somebody else could give them. */
const OUTSIDE_PLANS: ReadonlySet<string> = new Set<StandardRole>(['template-author', 'administrator']);

/** What a template's role can be. */
export const PLAN_ROLES = (Object.keys(STANDARD_ROLES) as StandardRole[]).filter((role) => !OUTSIDE_PLANS.has(role));

/** Keys of a template's roles that are a standard role, as they say themselves or by their key. */
export function rolesThatAre(standard: StandardRole, roles: readonly Role[]): string[] {
  const isKnown = (role: string | undefined): boolean => PLAN_ROLES.some((one) => one === role);
  return roles.filter(({ key, as }) => (isKnown(as) ? as : key) === standard).map(({ key }) => key);
}

export function isStandardRole(role: string): role is StandardRole {
  return Object.hasOwn(STANDARD_ROLES, role);
}
