// The bodies of the inventory's verbs.
import { ACTOR_GROUPS, INVENTORY_ACTIVITY_KINDS } from '#libs/lifecycle';
import { Code, Codes, CountBody, Key, Line, Maybe, One, OneOf, Prose } from '#libs/platform';
import { VerbBody } from '#libs/plans';

export class RegisterEffortBody extends VerbBody {
  /** An effort that is registered already, told again with what was lacking. */
  @Maybe() @Key() effort?: string;
  @OneOf(ACTOR_GROUPS) group: (typeof ACTOR_GROUPS)[number];
  @Line() title: string;
  @Maybe() @Prose() how?: string;
  @Maybe() @Code() organisation?: string;
  @Maybe() @Line() source?: string;
}

export class DeclareNoneFoundBody extends VerbBody {
  @OneOf(ACTOR_GROUPS) group: (typeof ACTOR_GROUPS)[number];
  @Maybe() @Line() source?: string;
}

export class RecordInventoryActivityBody extends VerbBody {
  @Line() title: string;
  @OneOf(INVENTORY_ACTIVITY_KINDS) kind: (typeof INVENTORY_ACTIVITY_KINDS)[number];
  @Maybe() @One(() => CountBody) participants?: CountBody;
  @Maybe() @Codes() organisations?: string[];
}

export const inventoryBodies = {
  'register-effort': RegisterEffortBody,
  'declare-none-found': DeclareNoneFoundBody,
  'record-inventory-activity': RecordInventoryActivityBody,
};
