// The bodies of the verbs on role agreements.
import { COUNTERPARTS } from '#libs/lifecycle';
import { Code, Day, Key, Maybe, OneOf, Prose } from '#libs/platform';
import { VerbBody } from './verb-body.js';

export class AgreeRolesBody extends VerbBody {
  /** The organisation that it is agreed with. */
  @Code() with: string;
  /** In what capacity the organisation agrees. */
  @Maybe() @OneOf(COUNTERPARTS) as?: (typeof COUNTERPARTS)[number];
  /** Who does what. */
  @Prose() agreement: string;
  @Maybe() @Day() until?: string;
}

export class EndRoleAgreementBody extends VerbBody {
  @Key() agreement: string;
  @Prose() reason: string;
}

export const roleAgreementsBodies = {
  'agree-roles': AgreeRolesBody,
  'end-role-agreement': EndRoleAgreementBody,
};
