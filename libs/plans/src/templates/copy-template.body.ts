// What a copy of a template takes.
import type { Label } from '#libs/lifecycle';
import { Key, Line, Maybe, One, VerbFields } from '#libs/platform';

export class LabelBody implements Label {
  @Line(4_000) sv: string;
  @Line(4_000) en: string;
}

export class CopyTemplateBody {
  /** The key of the copy. */
  @Key() key: string;
  @One(() => LabelBody) name: LabelBody;
  /** What is to be otherwise: a JSON Merge Patch (RFC 7396) on the template. */
  @Maybe() @VerbFields() changes?: object;
}
