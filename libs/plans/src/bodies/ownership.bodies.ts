// The bodies of the verbs on ownership.
import { Code, Key, Line, Maybe } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class NameOwnerBody extends VerbBody {
  @Line() what: string;
  @Code() organisation: string;
  @Maybe() @Line() role?: string;
}

export class AcceptOwnershipBody extends VerbBody {
  @Key() ownership: string;
}

export const ownershipBodies = {
  'name-owner': NameOwnerBody,
  'accept-ownership': AcceptOwnershipBody,
};
