// The way out to a provider, kept until it comes back: once, within ten minutes, in the browser that went.
import type { Clock } from '#libs/platform';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import type { DataSource } from 'typeorm';
import { cookieOf } from '../access/cookies.js';
import { hashOf, newSecret } from '../access/secrets.js';
import type { Asked } from './provider-client.js';

const FLOW_VALID_MS = 10 * 60_000;
const FLOW_COOKIE = 'stegvis-oidc';

/** Over https one that no other host of the same domain can plant, with a way out of its own. */
const named = (secure: boolean) => `${secure ? '__Host-' : ''}${FLOW_COOKIE}`;

export class Flows {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns what the browser keeps, and what the provider is asked with. */
  async begin(provider: string): Promise<{ secret: string; asked: Asked }> {
    const secret = newSecret('oidc');
    const asked = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const now = Date.parse(this.clock.now());
    await this.source.query('DELETE FROM oidc_flow WHERE expires_at < $1', [new Date(now)]);
    await this.source.query(
      'INSERT INTO oidc_flow (hash, provider, state, nonce, verifier, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [hashOf(secret), provider, asked.state, asked.nonce, asked.verifier, new Date(now + FLOW_VALID_MS)],
    );
    return { secret, asked };
  }

  /** @returns null when this browser did not go out to the provider, took too long, or has come back before. */
  async end(provider: string, secret: string | undefined): Promise<Asked | null> {
    if (secret === undefined) return null;
    const [rows] = await this.source.query<[Asked[], number]>(
      'DELETE FROM oidc_flow WHERE hash = $1 AND provider = $2 AND expires_at > $3 RETURNING state, nonce, verifier',
      [hashOf(secret), provider, new Date(this.clock.now())],
    );
    return rows[0] ?? null;
  }
}

/** Lax: the provider sends the browser back from another site, and this has to come along. */
export function flowCookie(secret: string, secure: boolean): string {
  const age = FLOW_VALID_MS / 1000;
  return `${named(secure)}=${secret}; HttpOnly; SameSite=Lax; Path=/; Max-Age=${age}${secure ? '; Secure' : ''}`;
}

export function flowOf(cookies: string | undefined, secure: boolean): string | undefined {
  return cookieOf(cookies, named(secure));
}
