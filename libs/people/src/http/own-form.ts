// A form may come from our own pages alone (OWASP: cross-site request forgery, origin headers). Browsers say where it comes from;
// what says nothing is no browser, and carries nobody's cookie along.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { foreignPage, sendPage } from '../access/sign-in-page.js';

/** Answers the request when it comes from elsewhere. @returns whether it did. */
export function refusedAsForeign(request: FastifyRequest, reply: FastifyReply): boolean {
  if (!isForeign(request)) return false;
  sendPage(reply, 403, foreignPage(request.language));
  return true;
}

function isForeign({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin } = headers;
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === headers.host);
}

/** A field of a form as it was sent; an empty text when there is none, or something else than text. */
export function fieldOf(body: unknown, name: string): string {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : '';
}
