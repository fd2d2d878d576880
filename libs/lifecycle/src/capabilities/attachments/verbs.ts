// attach, strike-attachment.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { attachmentsOf } from './facts.js';
import { hasRecord } from './records.js';

export interface Attach {
  /** The file's name. */
  name: string;
  mediaType: string;
  bytes: number;
  /** Of a content that has been stored before. */
  sha256: string;
  /** The record that it belongs to; without it, the plan as a whole. */
  record?: string;
}

export interface StrikeAttachment {
  attachment: string;
  reason?: string;
}

export const verbs: Record<string, Verb> = {
  attach: verb<Attach>({
    name: { sv: 'Bifoga en fil', en: 'Attach a file' },
    decide: (plan, { name, mediaType, bytes, sha256, record }) => {
      if (record !== undefined && !hasRecord(plan, record)) return unknownRecord('/record', record);
      const attachment = nextKey('attachment', attachmentsOf(plan));
      const data = { attachment, sha256, bytes, mediaType, ...told({ record }) };
      return [{ type: 'attachment.added', data, texts: { nameText: name } }];
    },
  }),
  'strike-attachment': verb<StrikeAttachment>({
    name: { sv: 'Stryk en bilaga', en: 'Strike an attachment out' },
    onEnded: true,
    ready: (plan) => (attachmentsOf(plan).some((one) => !one.struckAt) ? [] : [{ code: 'no-attachment' }]),
    decide: (plan, { attachment, reason }) => {
      const found = attachmentsOf(plan).find((one) => one.key === attachment);
      if (!found) return unknownRecord('/attachment', attachment);
      if (found.struckAt) return refuse('already-struck', { field: '/attachment', params: { attachment } });
      const data = { attachment, sha256: found.sha256 };
      return [{ type: 'attachment.struck', data, texts: { reasonText: reason } }];
    },
  }),
};
