// Sign-in through the providers of this installation, and out again: a session here for whoever a provider has proven.
import type { Address, Clock } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { Tokens } from '../access/tokens.js';
import { Flows } from './flows.js';
import { recognise } from './identities.js';
import { ProviderClient, type Proven } from './provider-client.js';
import type { OidcProvider } from './providers.js';

/** `stale`: this browser did not set out, or too long ago. The others as `Recognised`. */
export type SignedIn = { session: string } | { refused: 'stale' | 'unknown' | 'unverified' };

export class OidcSignIn {
  private readonly clients = new Map<string, ProviderClient>();
  private readonly flows: Flows;

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly tokens: Tokens,
    readonly providers: readonly OidcProvider[],
    private readonly address: Address,
  ) {
    this.flows = new Flows(source, clock);
  }

  /** @returns where the browser is to go and what it keeps; null when there is no such provider. @throws ProviderTrouble */
  async setOut(key: string): Promise<{ url: URL; secret: string } | null> {
    const client = this.client(key);
    if (!client) return null;
    const { secret, asked } = await this.flows.begin(key);
    return { url: await client.askAt(asked), secret };
  }

  /** @returns null when there is no such provider. @throws ProviderTrouble */
  async comeBack(key: string, secret: string | undefined, query: string): Promise<SignedIn | null> {
    const client = this.client(key);
    if (!client) return null;
    const asked = await this.flows.end(key, secret);
    if (!asked) return { refused: 'stale' };
    const proven = await client.proven(query, asked);
    const found = await this.source.transaction((manager) =>
      recognise(manager, client.provider, proven, this.clock.now()),
    );
    if ('refused' in found) return found;
    const { id, token } = await this.tokens.startSession(found.person);
    await remember(this.source.manager, id, key, proven);
    return { session: token };
  }

  /** Where a browser whose session has just ended here goes to end it at its provider too. @param token the session's id */
  async leave(token: string): Promise<URL | null> {
    const [rows] = await this.source.query<[{ provider: string; id_token: string }[], number]>(
      'DELETE FROM oidc_session WHERE token = $1 RETURNING provider, id_token',
      [token],
    );
    const [left] = rows;
    const client = left && this.client(left.provider);
    // A provider that is away keeps nobody signed in here.
    return client ? client.signOutAt(left.id_token, `${this.address.url}/`).catch(() => null) : null;
  }

  /**
   * The provider has ended somebody's session: ours end with it.
   * @returns null when there is no such provider. @throws ProviderTrouble when it is not the provider that says so
   */
  async ended(key: string, logoutToken: string): Promise<number | null> {
    const client = this.client(key);
    if (!client) return null;
    const { subject = null, session = null } = await client.loggedOut(logoutToken);
    const rows = await this.source.query<{ token: string }[]>(
      `SELECT token FROM oidc_session WHERE provider = $1 AND ($2::text IS NULL OR subject = $2)
         AND ($3::text IS NULL OR session = $3)`,
      [key, subject, session],
    );
    for (const { token } of rows) await this.tokens.revoke(token);
    return rows.length;
  }

  /** Made when it is first asked for: only then is it sure under which address we are reached. */
  private client(key: string): ProviderClient | undefined {
    const known = this.clients.get(key);
    const provider = this.providers.find((one) => one.key === key);
    if (known || !provider) return known;
    const made = new ProviderClient(provider, `${this.address.url}/sign-in/oidc/${key}/callback`);
    this.clients.set(key, made);
    return made;
  }
}

async function remember(manager: EntityManager, token: string, key: string, { subject, claims, idToken }: Proven) {
  const session = typeof claims['sid'] === 'string' ? claims['sid'] : null;
  await manager.query(
    'INSERT INTO oidc_session (token, provider, subject, session, id_token) VALUES ($1, $2, $3, $4, $5)',
    [token, key, subject, session, idToken],
  );
}
