// Whether a browser's request was made by one of our own pages (OWASP: cross-site request forgery, origin headers).
import type { FastifyRequest } from 'fastify';

export function comesFromHere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === headers.host;
}
