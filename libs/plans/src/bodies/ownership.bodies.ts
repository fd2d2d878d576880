// The bodies of the verbs on ownership, and on what is in use.
import { Code, Flag, Key, Line, Maybe, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class NameOwnerBody extends VerbBody {
  @Line() what: string;
  @Code() organisation: string;
  @Maybe() @Line() role?: string;
}

export class TransferOwnershipBody extends VerbBody {
  @Line() what: string;
  /** Who hands it over; the owner that is told of when absent. */
  @Maybe() @Code() from?: string;
  @Code() to: string;
  @Maybe() @Line() role?: string;
}

export class AcceptOwnershipBody extends VerbBody {
  @Key() ownership: string;
}

export class DeclineOwnershipBody extends VerbBody {
  @Key() ownership: string;
  @Prose() reason: string;
}

export class PutInUseBody extends VerbBody {
  @Line() what: string;
  @Maybe() @Code() organisation?: string;
  /** It is a part of regular operations. */
  @Maybe() @Flag() regularOperations?: boolean;
}

export const ownershipBodies = {
  'name-owner': NameOwnerBody,
  'transfer-ownership': TransferOwnershipBody,
  'accept-ownership': AcceptOwnershipBody,
  'decline-ownership': DeclineOwnershipBody,
  'put-in-use': PutInUseBody,
};
