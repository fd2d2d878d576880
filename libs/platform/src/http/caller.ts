// Who is asking: set on the request before anything else is read of it.
import type { Who } from '#libs/lifecycle';
import type { Scope } from './door.js';
import type { Language } from './language.js';

export interface Caller {
  who: Who;
  scopes: readonly Scope[];
  name: string;
  /** Signed in by cookie, as a browser is. */
  session: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null only at public doors. */
    caller: Caller | null;
    language: Language;
  }
}

/** @throws when a door that needs no sign-in asks who is there: a fault of the program. */
export function callerOf(request: { caller: Caller | null }): Caller {
  if (!request.caller) throw new Error('a public door asked who its caller is');
  return request.caller;
}
