// What the plans ask of whoever holds the rules of access: may this caller do that, and what of a plan may it see.
import type { Missing, Plan, PlanEvent, Template, Who } from '#libs/lifecycle';
import type { Caller } from '#libs/platform';

/** Where a verb would be done. @param plan undefined for a start. */
export interface Place {
  plan?: Plan | undefined;
  template: Template;
  /** What the verb takes; absent when the question is whether it can be done at all. */
  body?: object | undefined;
  /** The initiative under which a start begins, where the caller sees it. */
  parent?: { plan: Plan; template: Template } | undefined;
  /** All events of the plan so far, the oldest first, where a verb mends what they tell. */
  history?: readonly PlanEvent[] | undefined;
  /** The programme that a start names. */
  programme?: string | undefined;
  /** RFC 3339 */
  now: string;
}

/** Who the caller is in the act, or what would be needed: each of them alone would do. */
export type Permission = { as: Who } | { needed: Missing[] };

/** What of a plan its reader sees. */
export interface View {
  /** What a capability has recorded, by the capability's key. */
  records(capability: string): boolean;
  event(event: PlanEvent): boolean;
  /** It sees the plan as everybody does, because it is public: records with a confidentiality mark are closed. */
  asPublic?: true;
}

/** The plans that a caller may see: all (null), or those that one of the keys belongs to, and those that are public. */
export type Reach = readonly string[] | null;

/** The key of a plan's readers: `person:<id>`, `organisation:<code>`, `programme:<code>`. */
export type ReaderKind = 'person' | 'organisation' | 'programme';

export abstract class AccessPolicy {
  abstract permission(caller: Caller, verb: string, place: Place): Permission;
  /** Null when the caller may not even know that the plan is there. */
  abstract view(caller: Caller, plan: Plan, template: Template, now: string): View | null;
  abstract reach(caller: Caller): Reach;
  /** What it sees of every plan alike, whose sight is then not asked for plan by plan; null when that hangs on the plan. */
  everywhere?(caller: Caller): View | null;
}

export function mayDo(permission: Permission): permission is { as: Who } {
  return 'as' in permission;
}

/** For whoever works on the machine itself: the command line, imports, jobs. */
export const EVERYTHING: AccessPolicy = {
  permission: ({ who }) => ({ as: who }),
  view: () => ({ records: () => true, event: () => true }),
  reach: () => null,
};
