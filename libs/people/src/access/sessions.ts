// Sign-in of a browser by a link that works once: the one that `npm start` prints, or one that was mailed to a person. The
// session is a token of its own, always a new one, so that nobody can have known it beforehand.
import { noteInAudit, OPERATOR, SCOPES, type Clock } from '#libs/platform';
import { In, IsNull, MoreThan, type DataSource, type FindOptionsWhere } from 'typeorm';
import { hashOf, newSecret } from './secrets.js';
import { Token } from './token.entity.js';
import { isIdle, SESSION_VALID_MS, type Tokens } from './tokens.js';

const CODE_VALID_MS = 15 * 60_000;

/** `other-browser`: the link was asked for in another, and works there alone. */
export type LinkState = 'open' | 'other-browser' | 'gone';

interface Code {
  person: string | null;
  browser_hash: string | null;
  next: string | null;
}

const OPEN = 'hash = $1 AND expires_at > $2';

export class Sessions {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly tokens: Tokens,
  ) {}

  /** @returns a code for /sign-in/<code>: for whoever can read this process's output, once, within 15 minutes. */
  async newCode(): Promise<string> {
    const code = newSecret('sign_in');
    const now = this.nowMs();
    await this.source.query('INSERT INTO sign_in_code (hash, created_at, expires_at) VALUES ($1, $2, $3)', [
      hashOf(code),
      new Date(now),
      new Date(now + CODE_VALID_MS),
    ]);
    return code;
  }

  /** Looks at a link and leaves it as it is. @param mark what the browser was given when it asked. */
  async look(code: string, mark: string | undefined): Promise<LinkState> {
    const [found] = await this.source.query<Code[]>(`SELECT * FROM sign_in_code WHERE ${OPEN}`, this.asked(code));
    if (!found) return 'gone';
    return found.browser_hash === null || (mark !== undefined && found.browser_hash === hashOf(mark))
      ? 'open'
      : 'other-browser';
  }

  /** Uses up the link. @returns the session's token and where to go on, or null when it is no open link of this browser. */
  async signIn(code: string, mark?: string): Promise<{ token: string; next: string } | null> {
    const [used] = await this.source.query<[Code[], number]>(
      `DELETE FROM sign_in_code WHERE ${OPEN} AND (browser_hash IS NULL OR browser_hash = $3) RETURNING person, next`,
      [...this.asked(code), mark === undefined ? null : hashOf(mark)],
    );
    const [found] = used;
    if (!found) return null;
    const { token } = found.person === null ? await this.letOperatorIn() : await this.tokens.startSession(found.person);
    return { token, next: found.next ?? '/' };
  }

  private letOperatorIn(): Promise<{ token: string }> {
    const expiresAt = new Date(this.nowMs() + SESSION_VALID_MS);
    return this.tokens.make({ name: 'browser', scopes: SCOPES, expiresAt }, 'session');
  }

  /** Signs out the browser that shows this token. @returns the session's id, or null when there is no such session. */
  async end(token: string): Promise<string | null> {
    const hash = hashOf(token);
    const ended = await this.source.getRepository(Token).findOneBy({ hash, kind: 'session' });
    await this.revoke({ hash });
    return ended?.id ?? null;
  }

  /** Those that a person is signed in by, or with null the operators, the newest first. */
  async of(person: string | null): Promise<Token[]> {
    const now = new Date(this.nowMs());
    const rows = await this.source.getRepository(Token).find({
      where: { ...ofPerson(person), revokedAt: IsNull(), expiresAt: MoreThan(now) },
      order: { createdAt: 'DESC' },
    });
    return rows.filter((row) => !isIdle(row, now));
  }

  /** @returns how many were ended: one, none when it is not a session of theirs, or with no id all of them. */
  endOf(person: string | null, id?: string): Promise<number> {
    return this.revoke({ ...ofPerson(person), ...(id === undefined ? {} : { id }) });
  }

  private async revoke(which: FindOptionsWhere<Token>): Promise<number> {
    const ended = await this.source.transaction(async (manager) => {
      const open = { ...which, kind: 'session' as const, revokedAt: IsNull() };
      const rows = await manager.find(Token, { where: open, lock: { mode: 'pessimistic_write' } });
      await manager.update(Token, { id: In(rows.map(({ id }) => id)) }, { revokedAt: new Date(this.nowMs()) });
      for (const { id: token, person } of rows)
        await noteInAudit(manager, {
          kind: 'session.ended',
          who: person ? { id: person } : OPERATOR,
          about: { token },
        });
      return rows.length;
    });
    this.tokens.forget();
    return ended;
  }

  private asked(code: string): [string, Date] {
    return [hashOf(code), new Date(this.nowMs())];
  }

  private nowMs(): number {
    return Date.parse(this.clock.now());
  }
}

function ofPerson(person: string | null): FindOptionsWhere<Token> {
  return { kind: 'session', person: person ?? IsNull() };
}
