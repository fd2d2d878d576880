// What is kept of an organisation; its code stands in the address.
import { Line, Maybe, OneOf } from '#libs/platform';
import { ORGANISATION_KINDS, type OrganisationKind } from '../directory/organisation-kinds.js';

export class OrganisationBody {
  @Line() name: string;
  @Maybe() @OneOf(ORGANISATION_KINDS) kind?: OrganisationKind;
}
