// What a template's role is among the standard roles: as it says itself, by its key, or, for the templates that were shipped
// before they could say so, by this table. A version that was published never changes, so these stay.
import { PLAN_ROLES, type Role, type StandardRole } from '#libs/lifecycle';

const ALIASES: ReadonlyMap<string, StandardRole> = new Map(
  Object.entries({
    'programme-lead': 'process-leader',
    'try-out-lead': 'process-leader',
    'area-coordinator': 'process-leader',
    'core-team': 'process-leader',
    'rural-developer': 'process-leader',
    'case-lead': 'workgroup-lead',
    'team-lead': 'workgroup-lead',
    'team-deputy': 'workgroup-lead',
    doer: 'workgroup-member',
    'local-group': 'civil-society-partner',
    concerned: 'resident',
    'other-area': 'connector',
    'owner-to-be': 'activity-owner',
    commissioner: 'municipal-lead',
    'management-contact': 'municipal-lead',
    'municipal-contact': 'municipal-lead',
    'city-department': 'municipal-lead',
    'county-board': 'municipal-lead',
  } satisfies Record<string, StandardRole>),
);

/** A role that nothing is known of leads when it is required, and otherwise has a say. */
export function standardRoleOf({ key, as, required }: Role): StandardRole {
  const said = PLAN_ROLES.find((role) => role === as) ?? PLAN_ROLES.find((role) => role === key);
  return said ?? ALIASES.get(key) ?? (required ? 'process-leader' : 'steering-group-member');
}
