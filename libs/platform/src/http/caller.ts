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
  /** Who is asking, when it is a person and not a program; what each may do in a plan hangs on it. */
  person?: Person;
  /** The programmes that a program is let in to; every one when absent. */
  programmes?: readonly string[];
  /** All that the bearer of a guest's link may do. */
  duty?: Duty;
}

export interface Person {
  id: string;
  /** The code of the organisation that it comes from. */
  organisation?: string;
  /** Its roles outside the plans, those of today. */
  posts: readonly Post[];
}

/** A role for a programme, or for the whole installation. */
export interface Post {
  role: string;
  organisation: string;
  programme?: string;
}

export interface Duty {
  plan: string;
  verb: string;
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
