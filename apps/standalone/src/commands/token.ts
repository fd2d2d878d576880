// stegvis token make | list | revoke
import { isDay } from '#libs/lifecycle';
import { Tokens } from '#libs/people';
import { isCode, isUuid, SCOPES, type Scope } from '#libs/platform';
import { StartFault } from '../start-fault.js';
import { note, say, withApp } from './with-app.js';

interface MakeOptions {
  name: string;
  scopes: string;
  role?: string;
  organisation?: string;
  programmes?: string;
  expires?: string;
}

export function makeToken({ name, scopes, role, organisation, programmes, expires }: MakeOptions): Promise<void> {
  return withApp(async (app) => {
    const { id, token } = await app.get(Tokens).make({
      name,
      scopes: scopesOf(scopes),
      ...(role ? { role } : {}),
      ...(organisation ? { organisation } : {}),
      ...(programmes ? { programmes: codesIn(programmes) } : {}),
      ...(expires ? { expiresAt: endOf(expires) } : {}),
    });
    note(`Made ${id}. The token is shown this once:`);
    say(token);
  });
}

export function listTokens(): Promise<void> {
  return withApp(async (app) => {
    for (const { id, name, scopes, role, organisation, programmes, expiresAt, lastUsedAt, revokedAt } of await app
      .get(Tokens)
      .list()) {
      const used = lastUsedAt ? `used ${lastUsedAt.toISOString()}` : 'never used';
      const ends = revokedAt ? 'revoked' : expiresAt ? `until ${expiresAt.toISOString()}` : 'without an end';
      say(
        [id, name, scopes.join(','), role ?? '-', organisation ?? '-', programmes?.join(',') ?? '-', used, ends].join(
          '  ',
        ),
      );
    }
  });
}

export function revokeToken(id: string): Promise<void> {
  return withApp(async (app) => {
    const isThere = isUuid(id) && (await app.get(Tokens).revoke(id));
    if (!isThere) throw new StartFault(`There is no token ${id} to revoke; stegvis token list shows them.`);
    say(`Revoked ${id}.`);
  });
}

function scopesOf(list: string): Scope[] {
  const scopes = list.split(',').map((scope) => scope.trim());
  const wrong = scopes.find((scope) => !SCOPES.includes(scope as Scope));
  if (wrong !== undefined)
    throw new StartFault(`--scopes: there is no scope "${wrong}"; there are ${SCOPES.join(', ')}.`);
  return scopes as Scope[];
}

function codesIn(list: string): string[] {
  const codes = list.split(',').map((code) => code.trim());
  const wrong = codes.find((code) => !isCode(code));
  if (wrong !== undefined) throw new StartFault(`--programmes: "${wrong}" is no code of a programme.`);
  return codes;
}

/** The end of the day, by UTC. */
function endOf(day: string): Date {
  if (!isDay(day)) throw new StartFault(`--expires: "${day}" is no day; write it as 2027-12-31.`);
  return new Date(`${day}T23:59:59.999Z`);
}
