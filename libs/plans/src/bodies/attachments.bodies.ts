// The bodies of the attachments' verbs.
import { Key, Line, Maybe, Prose, Whole } from '#libs/platform';
import { IsString, Matches, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import { ATTACHMENT_BYTES_MAX } from '../attachments/limits.js';
import { VerbBody } from './verb-body.js';

/** `POST /v1/plans/{id}/attachments` takes the file itself and says this verb; alone it attaches what is stored already. */
export class AttachBody extends VerbBody {
  @Line(255) @JSONSchema({ example: 'protokoll.pdf' }) name: string;
  @IsString()
  @MaxLength(200)
  @Matches(/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+(; charset=[a-z0-9_.:+-]+)?$/, {
    message: '$property must be a media type in small letters',
    context: { code: 'not-a-media-type' },
  })
  @JSONSchema({ example: 'application/pdf' })
  mediaType: string;
  @Whole(1, ATTACHMENT_BYTES_MAX) bytes: number;
  @IsString()
  @Matches(/^[0-9a-f]{64}$/, {
    message: '$property must be a SHA-256 in hex',
    context: { code: 'not-a-sha256' },
  })
  @JSONSchema({ example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' })
  sha256: string;
  @Maybe() @Key() record?: string;
}

export class StrikeAttachmentBody extends VerbBody {
  @Key() attachment: string;
  @Maybe() @Prose() reason?: string;
}

export const attachmentsBodies = {
  attach: AttachBody,
  'strike-attachment': StrikeAttachmentBody,
};
