// Sign-in of a browser by a link that works once: what `npm start` prints. The session is a token of its own.
import { SCOPES, type Clock } from '#libs/platform';
import type { DataSource } from 'typeorm';
import { hashOf, newSecret } from './secrets.js';
import { SESSION_VALID_MS, type Tokens } from './tokens.js';

const CODE_VALID_MS = 15 * 60_000;

const SESSION_COOKIE = 'stegvis-session';

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

  /** @returns the session's token, or null when the code is unknown, used or too old. */
  async signIn(code: string): Promise<string | null> {
    const [used] = await this.source.query<[unknown[], number]>(
      'DELETE FROM sign_in_code WHERE hash = $1 AND expires_at > $2 RETURNING hash',
      [hashOf(code), new Date(this.nowMs())],
    );
    if (used.length === 0) return null;
    const expiresAt = new Date(this.nowMs() + SESSION_VALID_MS);
    const { token } = await this.tokens.make({ name: 'browser', scopes: SCOPES, expiresAt }, 'session');
    return token;
  }

  private nowMs(): number {
    return Date.parse(this.clock.now());
  }
}

/** @param secure the browser reaches us over https. */
export function sessionCookie(token: string, secure: boolean): string {
  const age = SESSION_VALID_MS / 1000;
  return `${SESSION_COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${age}${secure ? '; Secure' : ''}`;
}

export function sessionOf(cookies: string | undefined): string | undefined {
  return cookieOf(cookies, SESSION_COOKIE);
}

export function cookieOf(cookies: string | undefined, wanted: string): string | undefined {
  for (const cookie of cookies?.split(';') ?? []) {
    const [name, value] = cookie.trim().split('=');
    if (name === wanted) return value;
  }
  return undefined;
}
