// Who somebody whom a provider has proven is here: known by the provider's subject, else by an address that it has verified.
import { isEmail } from 'class-validator';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Proven } from './provider-client.js';
import type { OidcProvider } from './providers.js';

/** `unknown`: nobody here, and the provider makes no new persons. `unverified`: an address that the provider does not vouch for. */
export type Recognised = { person: string } | { refused: 'unknown' | 'unverified' };

/** In the transaction that gives the session. @param now RFC 3339 */
export async function recognise(
  manager: EntityManager,
  provider: OidcProvider,
  proven: Proven,
  now: string,
): Promise<Recognised> {
  const { issuer } = provider;
  const known = await personBy(
    manager,
    `SELECT id FROM person JOIN oidc_identity ON person.id = person WHERE issuer = $1 AND subject = $2 AND erased_at IS NULL`,
    [issuer, proven.subject],
  );
  if (known !== null) return { person: known };
  const address = verifiedAddress(proven.claims);
  if (address === null) return { refused: 'unverified' };
  const person = (await byAddress(manager, address)) ?? (await added(manager, provider, proven, address, now));
  if (person === null) return { refused: 'unknown' };
  await manager.query(
    'INSERT INTO oidc_identity (issuer, subject, person, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [issuer, proven.subject, person, now],
  );
  return { person };
}

/** The address decides whose account it is, so only one that the provider has verified counts (OpenID Connect Core 1.0, 5.7). */
function verifiedAddress({ email, email_verified: isVerified }: Record<string, unknown>): string | null {
  return isVerified === true && typeof email === 'string' && isEmail(email) ? email : null;
}

function byAddress(manager: EntityManager, address: string): Promise<string | null> {
  const text = 'SELECT id FROM person WHERE folded(address) = folded($1) AND erased_at IS NULL';
  return personBy(manager, text, [address]);
}

async function added(
  manager: EntityManager,
  provider: OidcProvider,
  { claims }: Proven,
  address: string,
  now: string,
): Promise<string | null> {
  if (!provider.newPersons) return null;
  const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].trim() : address;
  const language = String(claims['locale'] ?? '').startsWith('en') ? 'en' : 'sv';
  // Two browsers of the same new person at once: one adds it, the other finds it.
  return personBy(
    manager,
    `INSERT INTO person (id, name, address, language, organisation, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (folded(address)) DO UPDATE SET address = person.address RETURNING id`,
    [randomUUID(), name.slice(0, 200), address, language, await organisationOf(manager, provider, claims), now],
  );
}

/** The code that the claim's value stands for, when we have such an organisation. */
async function organisationOf(
  manager: EntityManager,
  { organisation }: OidcProvider,
  claims: Record<string, unknown>,
): Promise<string | null> {
  if (!organisation) return null;
  const told = [claims[organisation.claim]].flat().map(String);
  const value = told.find((one) => Object.hasOwn(organisation.codes, one));
  if (value === undefined) return null;
  const [row] = await manager.query<{ code: string }[]>('SELECT code FROM organisation WHERE code = $1', [
    organisation.codes[value],
  ]);
  return row?.code ?? null;
}

async function personBy(manager: EntityManager, text: string, values: unknown[]): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(text, values);
  return row?.id ?? null;
}
