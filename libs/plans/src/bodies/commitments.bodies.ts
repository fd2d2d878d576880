// The bodies of the verbs on commitments. Money is in whole kronor; people and time are counts with a unit (INV-27).
import { COMMITMENT_KINDS, RESOURCE_ORIGINS } from '#libs/lifecycle';
import { Code, CountBody, Key, Line, Maybe, One, OneOf, Prose, WhenField, Whole } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class CommitResourcesBody extends VerbBody {
  @Code() organisation: string;
  @OneOf(COMMITMENT_KINDS) kind: (typeof COMMITMENT_KINDS)[number];
  @Line() what: string;
  /** Of money: how much, in whole kronor. */
  @Maybe() @Whole(0, 1e12) sek?: number;
  /** Of people and time: how many, in persons, hours, percent ... */
  @Maybe() @One(() => CountBody) count?: CountBody;
  @Maybe() @OneOf(RESOURCE_ORIGINS) own?: (typeof RESOURCE_ORIGINS)[number];
  @Maybe() @WhenField() from?: string;
  @Maybe() @WhenField() until?: string;
}

export class ChangeCommitmentBody extends VerbBody {
  @Key() commitment: string;
  @Prose() reason: string;
  @Maybe() @Line() what?: string;
  @Maybe() @Whole(0, 1e12) sek?: number;
  @Maybe() @One(() => CountBody) count?: CountBody;
  @Maybe() @OneOf(RESOURCE_ORIGINS) own?: (typeof RESOURCE_ORIGINS)[number];
  @Maybe() @WhenField() from?: string;
  @Maybe() @WhenField() until?: string;
}

export class WithdrawCommitmentBody extends VerbBody {
  @Key() commitment: string;
  @Prose() reason: string;
}

export const commitmentsBodies = {
  'commit-resources': CommitResourcesBody,
  'change-commitment': ChangeCommitmentBody,
  'withdraw-commitment': WithdrawCommitmentBody,
};
