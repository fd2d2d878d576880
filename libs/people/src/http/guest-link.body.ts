// What a guest is asked, and where the link goes.
import { Code, Key, Maybe, PersonId, Prose, VerbFields, type Language } from '#libs/platform';
import { IsString, Matches } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { MailAddress, PersonName, Spoken } from './person-fields.js';
import { Instant } from './token.body.js';

export class GuestLinkBody {
  /** The one verb that the link does. */
  @Key() verb: string;
  /** What of the verb's body is settled. */
  @Maybe() @VerbFields() preset?: Record<string, unknown>;
  /** The one field of the verb's body that the guest fills in with words. */
  @Maybe()
  @IsString()
  @Matches(/^[a-z][A-Za-z]{0,79}$/, { context: { code: 'not-a-key' } })
  @JSONSchema({ example: 'comment' })
  ask?: string;
  /** What you want to say to the guest. */
  @Maybe() @Prose(4_000) message?: string;
  /** A person of the directory; else `address`. */
  @Maybe() @PersonId() person?: string;
  @Maybe() @PersonName() name?: string;
  @Maybe() @MailAddress() address?: string;
  /** Of the mail; the person's own, else the plan's, when absent. */
  @Spoken() language?: Language;
  /** In which role and for which organisation the guest acts. */
  @Maybe() @Key() role?: string;
  @Maybe() @Code() organisation?: string;
  /** Thirty days from now when absent, a year at most. */
  @Maybe() @Instant() expiresAt?: string;
}
