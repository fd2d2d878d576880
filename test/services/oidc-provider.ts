// A real OpenID provider on loopback, of a region that signs in its own people; its log-in form takes any name.
import { Provider, type Configuration } from 'oidc-provider';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const CLIENT = { id: 'stegvis', secret: 'a-secret-of-the-provider-and-us' };

/** What the provider knows of each who may sign in, by the name that is typed in its form. */
export type Accounts = Record<
  string,
  { email?: string; email_verified?: boolean; name?: string; municipality?: string }
>;

export interface RunningProvider {
  issuer: string;
  /** Begins to answer. @param stegvis where it finds us. */
  serve(stegvis: string): void;
  close(): Promise<void>;
}

/** It has an address before it answers: each of the two has to know where the other is. @param key what we call it */
export async function runningProvider(accounts: Accounts, key = 'region'): Promise<RunningProvider> {
  // It explains at length what whoever runs it in earnest should change.
  console.info = console.warn = () => undefined;
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    serve: (stegvis) => {
      const answer = new Provider(issuer, configuration(stegvis, accounts, key)).callback();
      server.on('request', (request, response) => void answer(request, response));
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function configuration(stegvis: string, accounts: Accounts, key: string): Configuration {
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${stegvis}/sign-in/oidc/${key}/callback`],
        post_logout_redirect_uris: [`${stegvis}/`],
        backchannel_logout_uri: `${stegvis}/sign-in/oidc/${key}/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'municipality'] },
    cookies: { keys: ['only for this test'] },
    features: { backchannelLogout: { enabled: true } },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) }),
    pkce: { required: () => true },
    // Back-channel log-out goes to loopback here, over plain HTTP.
    fetch: (address, options) => fetch(address, options),
  };
}
