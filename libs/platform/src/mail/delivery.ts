// Sends what is due, one mail at a time. Several processes may do it at once: a row that one has taken is no longer due for the others.
import type { Pool } from 'pg';
import type { Letter, Outcome } from './smtp.js';

/** A mail that was taken and not told of again is due anew: its process has ended. Longer than any conversation lasts. */
const TAKEN_S = 300;

/** How long after each try the next one comes; after the last the mail has failed. Two days in all, as mail servers do it themselves. */
export const AGAIN_AFTER_S = [30, 120, 600, 1_800, 3_600, 3 * 3_600, 6 * 3_600, 12 * 3_600, 24 * 3_600];

interface Taken {
  id: string;
  to_address: string;
  to_name: string | null;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  attempts: number;
}

export interface Deliverer {
  send(letter: Letter): Promise<Outcome>;
}

export class Delivery {
  private line: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly pool: Pool,
    private readonly smtp: Deliverer,
    /** Hears of a mail that will not arrive; without its address. */
    private readonly failed: (mail: string, fault: string) => void,
  ) {}

  /** Sends all that is due, after whatever is being sent already. @returns how many were sent. */
  drain(): Promise<number> {
    const drained = this.line.then(() => this.all());
    this.line = drained.catch(() => undefined);
    return drained;
  }

  private async all(): Promise<number> {
    await this.giveUpTheLate();
    let sent = 0;
    for (;;) {
      const mail = await this.take();
      if (!mail) return sent;
      const outcome = await this.smtp.send(letterOf(mail));
      if (outcome.kind === 'sent') {
        await this.noteSent(mail);
        sent += 1;
      } else await this.noteFault(mail, outcome);
      if (outcome.kind === 'away') return sent;
    }
  }

  /**
   * In a statement of its own: a transaction that were open while the mail server is talked to would hold up every reader of the
   * journal, and a row that is locked is gone with its connection.
   */
  private async take(): Promise<Taken | undefined> {
    const { rows } = await this.pool.query<Taken>(
      `UPDATE mail SET attempts = attempts + 1, due = now() + make_interval(secs => $1)
       WHERE id = (SELECT id FROM mail WHERE sent_at IS NULL AND failed_at IS NULL AND due <= now()
                   ORDER BY due, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING id, to_address, to_name, subject, text, html, headers, attempts`,
      [TAKEN_S],
    );
    return rows[0];
  }

  /** What it said is of no use here any more, and may hold a secret. */
  private async noteSent({ id }: Taken): Promise<void> {
    await this.pool.query(
      'UPDATE mail SET sent_at = now(), due = NULL, fault = NULL, text = NULL, html = NULL WHERE id = $1',
      [id],
    );
  }

  private async noteFault({ id, attempts }: Taken, outcome: Exclude<Outcome, { kind: 'sent' }>): Promise<void> {
    const wait = outcome.kind === 'refused' ? undefined : AGAIN_AFTER_S[attempts - 1];
    await this.pool.query(
      `UPDATE mail SET fault = $2, due = now() + make_interval(secs => $3::int),
         failed_at = CASE WHEN $3::int IS NULL THEN now() END
       WHERE id = $1`,
      [id, outcome.fault, wait ?? null],
    );
    if (wait === undefined) this.failed(id, outcome.kind);
  }

  /** A link that no longer works is not sent after it. */
  private async giveUpTheLate(): Promise<void> {
    const { rows } = await this.pool.query<{ id: string }>(
      `UPDATE mail SET failed_at = now(), due = NULL, fault = concat_ws('; ', fault, 'too late to be of use')
       WHERE sent_at IS NULL AND failed_at IS NULL AND due <= now() AND until <= now() RETURNING id`,
    );
    for (const { id } of rows) this.failed(id, 'too late');
  }
}

function letterOf({ to_address: address, to_name: name, ...mail }: Taken): Letter {
  return { ...mail, to: { name: name ?? '', address } };
}
