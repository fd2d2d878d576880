// One OpenID provider as the protocol sees it: found by discovery, asked with code and PKCE, believed by its signature.
import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import { isLoopback, type OidcProvider } from './providers.js';

/** What is kept between the way out and the way back. */
export interface Asked {
  state: string;
  nonce: string;
  verifier: string;
}

export interface Proven {
  subject: string;
  claims: Record<string, unknown>;
  /** Shown to the provider at log-out, so that it knows whom to log out. */
  idToken: string;
}

/** The provider, or the way to it, is in trouble; nobody is signed in. */
export class ProviderTrouble extends Error {}

const SCOPE = 'openid profile email';
const BACK_CHANNEL = 'http://schemas.openid.net/event/backchannel-logout';
/** A log-out told of later than this is no longer believed. */
const LOGOUT_AGE_MAX = '5 min';

export class ProviderClient {
  private found: Promise<oidc.Configuration> | undefined;
  private keys: JWTVerifyGetKey | undefined;

  /** @param redirectUri where the provider sends people back to. */
  constructor(
    readonly provider: OidcProvider,
    private readonly redirectUri: string,
  ) {}

  /** Where the browser is to go. @throws ProviderTrouble */
  async askAt(asked: Asked): Promise<URL> {
    return oidc.buildAuthorizationUrl(await this.configuration(), {
      redirect_uri: this.redirectUri,
      scope: SCOPE,
      code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier),
      code_challenge_method: 'S256',
      state: asked.state,
      nonce: asked.nonce,
    });
  }

  /** @param query what the browser came back with, with its question mark. @throws ProviderTrouble */
  async proven(query: string, asked: Asked): Promise<Proven> {
    const configuration = await this.configuration();
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${this.redirectUri}${query}`), {
        expectedState: asked.state,
        expectedNonce: asked.nonce,
        pkceCodeVerifier: asked.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims() as oidc.IDToken;
      const more = configuration.serverMetadata().userinfo_endpoint
        ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : {};
      return { subject: claims.sub, claims: { ...more, ...claims }, idToken: tokens.id_token as string };
    } catch (error) {
      throw new ProviderTrouble(`${this.provider.key}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** Where a browser that has signed out here is to go so that it is signed out there too; null when there is no such place. */
  async signOutAt(idToken: string, backTo: string): Promise<URL | null> {
    const configuration = await this.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    return oidc.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: backTo });
  }

  /** Whose sessions end, as the provider itself says (OpenID Connect Back-Channel Logout 1.0, 2.6). @throws ProviderTrouble */
  async loggedOut(token: string): Promise<{ subject?: string; session?: string }> {
    const metadata = (await this.configuration()).serverMetadata();
    try {
      this.keys ??= createRemoteJWKSet(new URL(metadata.jwks_uri as string));
      const { payload } = await jwtVerify(token, this.keys, {
        issuer: metadata.issuer,
        audience: this.provider.clientId,
        requiredClaims: ['iat', 'jti', 'exp'],
        maxTokenAge: LOGOUT_AGE_MAX,
      });
      return endedIn(payload);
    } catch (error) {
      throw new ProviderTrouble(`${this.provider.key}: ${(error as Error).message}`, { cause: error });
    }
  }

  /** What could not be found is looked for again at the next sign-in. */
  private configuration(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw new ProviderTrouble(`${this.provider.key}: ${(error as Error).message}`, { cause: error });
    });
    return this.found;
  }

  private discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const server = new URL(issuer);
    const authentication = clientSecret === undefined ? oidc.None() : oidc.ClientSecretBasic(clientSecret);
    const execute = isLoopback(server.hostname) && server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    return oidc.discovery(server, clientId, {}, authentication, { execute });
  }
}

function endedIn({ sub, sid, nonce, events }: JWTPayload): { subject?: string; session?: string } {
  const isLogout = typeof events === 'object' && events !== null && BACK_CHANNEL in events;
  if (!isLogout || nonce !== undefined) throw new Error('it is no log-out token');
  if (typeof sub !== 'string' && typeof sid !== 'string') throw new Error('it names nobody');
  return { ...(typeof sub === 'string' ? { subject: sub } : {}), ...(typeof sid === 'string' ? { session: sid } : {}) };
}
