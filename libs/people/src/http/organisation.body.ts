// What is kept of an organisation; its code stands in the address.
import { Line, Maybe } from '#libs/platform';

export class OrganisationBody {
  @Line() name: string;
  /** Municipality, region, association ... in words of one's own. */
  @Maybe() @Line(60) kind?: string;
}
