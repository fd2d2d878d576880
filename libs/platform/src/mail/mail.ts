// A mail: as it is handed in, and as its row tells what became of it.
import type { Language } from '#libs/lifecycle';

/** What a mail is for; a handful of kinds, so that lists and rules can go by it. */
export type MailPurpose = 'sign-in' | 'guest-link' | 'notice';

export interface NewMail {
  to: { address: string; name?: string | undefined };
  language: Language;
  subject: string;
  text: string;
  /** The same in HTML, for those who read it so. */
  html: string;
  purpose: MailPurpose;
  /** The person it goes to, when the directory knows it. */
  person?: string | undefined;
  headers?: Record<string, string>;
  /** After this instant it is of no use and is not sent any more, RFC 3339. */
  until?: string | undefined;
}

/** `kept`: there is no mail server, so it stays here for the operator to read. */
export type MailStatus = 'kept' | 'waiting' | 'sent' | 'failed';

/** A mail as its row says; what was written in it is told of apart, for it may hold a secret. */
export interface ToldMail {
  id: string;
  to: string;
  name: string | null;
  subject: string;
  language: Language;
  purpose: string;
  person: string | null;
  status: MailStatus;
  createdAt: Date;
  /** When it is tried next. */
  due: Date | null;
  sentAt: Date | null;
  failedAt: Date | null;
  attempts: number;
  /** What the mail server said last, or why there was no saying. */
  fault: string | null;
}

export interface WrittenMail extends ToldMail {
  /** Null once it has been handed over. */
  text: string | null;
  html: string | null;
}
