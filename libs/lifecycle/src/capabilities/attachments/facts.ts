// Attachments: files beside the plan or one of its records. The fold knows what they are, never what is in them: the content
// lies by its SHA-256 beside the journal, the file's name is prose.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, type Made, type Plan } from '../../engine/plan.js';

export interface AttachmentAdded {
  attachment: string;
  /** Of the content, in hex. */
  sha256: string;
  bytes: number;
  mediaType: string;
  /** The record that it belongs to; without it, the plan as a whole. */
  record?: string;
  nameText: string;
}

export interface AttachmentStruck {
  attachment: string;
  sha256: string;
  reasonText?: string;
}

export interface Attachment extends Made {
  key: string;
  sha256: string;
  bytes: number;
  mediaType: string;
  record?: string;
  nameText: string;
  addedAt: string;
  /** When its content was struck out; the row and the hash stay. */
  struckAt?: string;
}

export interface Attachments {
  attachments: Attachment[];
}

export const nothing: Attachments = { attachments: [] };

export const events: Record<string, Evolve<Attachments>> = {
  'attachment.added': on(({ attachments }, { attachment: key, ...data }: AttachmentAdded, event, plan) => ({
    attachments: [...attachments, { key, ...data, addedAt: event.recordedAt, ...madeIn(plan) }],
  })),
  'attachment.struck': on(({ attachments }, { attachment }: AttachmentStruck, event) => ({
    attachments: attachments.map((one) => (one.key === attachment ? { ...one, struckAt: event.recordedAt } : one)),
  })),
};

/** All of them, of earlier attempts and struck ones too. */
export function attachmentsOf(plan: Plan): Attachment[] {
  return factsOf({ key: 'attachments', nothing }, plan).attachments;
}
