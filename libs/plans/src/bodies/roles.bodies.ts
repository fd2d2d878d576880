// The bodies of the verbs on roles and their hand-overs.
import { REMOVABLE_OF_ROLE } from '#libs/lifecycle';
import { Code, Day, Key, Maybe, One, OneOf, PersonId, Prose, Whole } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class AssignRoleBody extends VerbBody {
  /** A role of the template, by its key. */
  @Key() role: string;
  @PersonId() person: string;
  /** The organisation that the person stands for in it. */
  @Code() organisation: string;
  /** The workgroup that it is held in; in the whole plan when absent. */
  @Maybe() @Key() workgroup?: string;
  /** The first day; the day of the deed when absent. */
  @Maybe() @Day() from?: string;
  /** The last day. */
  @Maybe() @Day() until?: string;
  /** Who stands in. */
  @Maybe() @PersonId() deputy?: string;
  /** Of full time, in percent. */
  @Maybe() @Whole(1, 100) share?: number;
  @Maybe() @Prose() mandate?: string;
}

export class ChangeRoleBody extends VerbBody {
  @Key() holding: string;
  @Maybe() @Day() until?: string;
  @Maybe() @PersonId() deputy?: string;
  @Maybe() @Whole(1, 100) share?: number;
  @Maybe() @Prose() mandate?: string;
  /** What holds no longer. */
  @Maybe() @OneOf(REMOVABLE_OF_ROLE) remove?: (typeof REMOVABLE_OF_ROLE)[number];
}

export class SuccessorBody {
  @PersonId() person: string;
  /** The former holder's when absent. */
  @Maybe() @Code() organisation?: string;
  @Maybe() @Day() until?: string;
  /** The former holder's when absent. */
  @Maybe() @PersonId() deputy?: string;
  @Maybe() @Whole(1, 100) share?: number;
}

export class EndRoleBody extends VerbBody {
  @Key() holding: string;
  /** The first day on which it is held no more; the day of the deed when absent. */
  @Maybe() @Day() at?: string;
  @Maybe() @Prose() reason?: string;
  /** Who goes on in it from that day. */
  @Maybe() @One(() => SuccessorBody) successor?: SuccessorBody;
}

export class StartHandOverBody extends VerbBody {
  @Key() holding: string;
  /** Who is to receive it; absent while nobody is found. */
  @Maybe() @PersonId() to?: string;
  /** The organisation that the receiver will stand for; the holder's when absent. */
  @Maybe() @Code() organisation?: string;
  /** Why things are as they are. */
  @Maybe() @Prose() why?: string;
  /** Whom to ask about what. */
  @Maybe() @Prose() contacts?: string;
}

export class AcceptHandOverBody extends VerbBody {
  @Key() holding: string;
  /** The first day; the day of the deed when absent. */
  @Maybe() @Day() from?: string;
  @Maybe() @Day() until?: string;
  @Maybe() @Whole(1, 100) share?: number;
}

export class DeclineHandOverBody extends VerbBody {
  @Key() holding: string;
  @Prose() reason: string;
}

export class WithdrawHandOverBody extends VerbBody {
  @Key() holding: string;
  @Maybe() @Prose() reason?: string;
}

export const rolesBodies = {
  'assign-role': AssignRoleBody,
  'change-role': ChangeRoleBody,
  'end-role': EndRoleBody,
  'start-hand-over': StartHandOverBody,
  'accept-hand-over': AcceptHandOverBody,
  'decline-hand-over': DeclineHandOverBody,
  'withdraw-hand-over': WithdrawHandOverBody,
};
