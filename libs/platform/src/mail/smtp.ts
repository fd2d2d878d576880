// The conversation with the mail server, and what its answer means for the mail.
import { createTransport } from 'nodemailer';
import type { Mailbox } from './mail-address.js';

export interface Letter {
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/**
 * `refused`: the server will never take this mail. `not-now`: it may take it later. `away`: the server itself cannot be talked to,
 * so that no other mail would fare better.
 */
export type Outcome = { kind: 'sent' } | { kind: 'refused' | 'not-now' | 'away'; fault: string };

const CONNECT_WITHIN_MS = 10_000;
const SILENT_MAX_MS = 30_000;
const FAULT_LENGTH_MAX = 300;

export class Smtp {
  private readonly transport;

  /** @param url smtp://user:password@host:587, smtps://host:465; STARTTLS is used where the server offers it. */
  constructor(
    url: string,
    private readonly from: Mailbox,
  ) {
    this.transport = createTransport({
      url,
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      socketTimeout: SILENT_MAX_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ id, to, subject, text, html, headers }: Letter): Promise<Outcome> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        html,
        // The same whenever it is sent again, so that a receiver can tell a repeat.
        messageId: `<${id}@${this.from.address.split('@')[1]}>`,
        // RFC 3834: no robot shall answer a robot.
        headers: { ...headers, 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      });
      return { kind: 'sent' };
    } catch (error) {
      return outcomeOf(error as SmtpError);
    }
  }
}

export interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
}

/** A "no" to the sender, the recipient or the message is final when it begins with 5; one to us (greeting, TLS, log-in) is for the operator to mend. */
export function outcomeOf({ message, code = '', command = '', responseCode }: SmtpError): Outcome {
  const fault = message.replace(/\s+/g, ' ').slice(0, FAULT_LENGTH_MAX);
  const isAboutMail = /^(MAIL|RCPT|DATA)/.test(command) || code === 'EMESSAGE';
  if (responseCode === undefined)
    return code === 'EENVELOPE' || code === 'EMESSAGE' ? { kind: 'refused', fault } : { kind: 'away', fault };
  if (!isAboutMail || responseCode === MUST_LOG_IN) return { kind: 'away', fault };
  return { kind: responseCode >= 500 ? 'refused' : 'not-now', fault };
}

/** RFC 4954, 6: also said where STARTTLS is wanted first (RFC 3207). */
const MUST_LOG_IN = 530;
