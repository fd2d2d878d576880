// The cookies of a browser: the session it is signed in by, and the mark by which a mailed link knows the browser that asked for it.
// Over https their names begin with __Host-, so that no other host of the same domain can set them (RFC 6265bis, 4.1.3).
import { SESSION_VALID_MS } from './tokens.js';

const SESSION = 'stegvis-session';
const ASKED = 'stegvis-asked';
export const ASKED_VALID_S = 15 * 60;

const named = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name);

/** @param secure the browser reaches us over https. */
export function sessionCookie(token: string, secure: boolean): string {
  return cookie(SESSION, token, 'Strict', SESSION_VALID_MS / 1000, secure);
}

export function endedSessionCookie(secure: boolean): string {
  return cookie(SESSION, '', 'Strict', 0, secure);
}

/** Lax, for the link is followed from a mail, which may be read on another site. */
export function askedCookie(mark: string, secure: boolean): string {
  return cookie(ASKED, mark, 'Lax', mark === '' ? 0 : ASKED_VALID_S, secure);
}

export function sessionOf(cookies: string | undefined, secure: boolean): string | undefined {
  return cookieOf(cookies, named(SESSION, secure));
}

export function askedOf(cookies: string | undefined, secure: boolean): string | undefined {
  return cookieOf(cookies, named(ASKED, secure));
}

export function cookieOf(cookies: string | undefined, wanted: string): string | undefined {
  for (const one of cookies?.split(';') ?? []) {
    const [name, value] = one.trim().split('=');
    if (name === wanted) return value;
  }
  return undefined;
}

function cookie(name: string, value: string, site: 'Strict' | 'Lax', age: number, secure: boolean): string {
  const end = secure ? '; Secure' : '';
  return `${named(name, secure)}=${value}; HttpOnly; SameSite=${site}; Path=/; Max-Age=${age}${end}`;
}
