// Where mails are handed in. Each is a row; with a mail server a worker is woken that sends it, without one it stays to be read.
import type { Pool, QueryResult } from 'pg';
import { randomUUID } from 'node:crypto';
import { asOneLine, isMailAddress } from './mail-address.js';
import type { NewMail, ToldMail, WrittenMail } from './mail.js';

/** The pool, or the connection of the caller's transaction. */
export interface Querying {
  query<Row extends object>(text: string, values?: unknown[]): Promise<Pick<QueryResult<Row>, 'rows' | 'rowCount'>>;
}

/** Mails hold names, addresses and secrets, so none is kept for long. */
const KEPT_DAYS = 7;

const TOLD = `id, to_address AS "to", to_name AS name, subject, language, purpose, person, created_at AS "createdAt", due,
  sent_at AS "sentAt", failed_at AS "failedAt", attempts, fault,
  CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN failed_at IS NOT NULL THEN 'failed' WHEN due IS NULL THEN 'kept'
    ELSE 'waiting' END AS status`;

export class PostOffice {
  /** @param wake tells a worker that there is something to send; absent when there is no mail server. */
  constructor(
    private readonly pool: Pool,
    private readonly wake?: (mail: string) => void,
  ) {}

  /** Whether mails go out at all. */
  get isSending(): boolean {
    return this.wake !== undefined;
  }

  /**
   * @param within the caller's transaction, who then says `posted` after the commit.
   * @returns the id of the mail. @throws when the address is none: whoever hands in has looked.
   */
  async put(mail: NewMail, within?: Querying): Promise<string> {
    const { to, language, purpose, text, html, person = null, headers = {}, until = null } = mail;
    if (!isMailAddress(to.address)) throw new Error('a mail to an address that is none');
    const id = randomUUID();
    const name = to.name === undefined ? null : asOneLine(to.name).slice(0, 200);
    await (within ?? this.pool).query(
      `INSERT INTO mail (id, to_address, to_name, language, subject, text, html, headers, purpose, person, created_at, due, until)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), CASE WHEN $11 THEN now() END, $12)`,
      [
        id,
        to.address,
        name,
        language,
        asOneLine(mail.subject),
        text,
        html,
        headers,
        purpose,
        person,
        this.isSending,
        until,
      ],
    );
    if (!within) this.posted(id);
    return id;
  }

  /** The mail is there for all to see: a worker may send it now. */
  posted(id: string): void {
    this.wake?.(id);
  }

  /** The newest first. @param after the id of the last mail of the page before. */
  async list(limit: number, after?: string): Promise<ToldMail[]> {
    const { rows } = await this.pool.query<ToldMail>(
      `SELECT ${TOLD} FROM mail
       WHERE $2::uuid IS NULL OR (created_at, id) < (SELECT created_at, id FROM mail WHERE id = $2)
       ORDER BY created_at DESC, id DESC LIMIT $1`,
      [limit, after ?? null],
    );
    return rows;
  }

  async one(id: string): Promise<WrittenMail | undefined> {
    const { rows } = await this.pool.query<WrittenMail>(`SELECT ${TOLD}, text, html FROM mail WHERE id = $1`, [id]);
    return rows[0];
  }

  /** Tries anew what has failed or was kept. @returns false when there is no such mail to send, or no mail server. */
  async sendAgain(id: string): Promise<boolean> {
    if (!this.isSending) return false;
    const { rowCount } = await this.pool.query(
      `UPDATE mail SET due = now(), failed_at = NULL, attempts = 0, until = NULL
       WHERE id = $1 AND sent_at IS NULL AND (failed_at IS NOT NULL OR due IS NULL)`,
      [id],
    );
    if (rowCount === 1) this.posted(id);
    return rowCount === 1;
  }
}

/** Housekeeping. @returns how many went. */
export async function clearMails(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query('DELETE FROM mail WHERE created_at < now() - make_interval(days => $1)', [
    KEPT_DAYS,
  ]);
  return rowCount ?? 0;
}
