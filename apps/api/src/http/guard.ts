// Before anything else is read of a request: who is it, how often does it come, may it pass this door.
import { refusePartial, sessionOf, type Tokens } from '#libs/people';
import {
  type Address,
  HTTP_PROBLEMS,
  languageOf,
  Problem,
  readQuery,
  type Caller,
  type Door,
  type RateLimit,
} from '#libs/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiter } from './rate-limiter.js';
import { comesFromHere } from './same-origin.js';
import { securityHeaders } from './security-headers.js';

export const NOT_SIGNED_IN = new Problem(HTTP_PROBLEMS['not-signed-in'], {
  headers: { 'www-authenticate': 'Bearer realm="Stegvis"' },
});

export function guard(fastify: FastifyInstance, tokens: Tokens, rateLimit: RateLimit, address: Address): void {
  const limiter = rateLimit ? new RateLimiter(rateLimit) : null;
  const headers = securityHeaders(address.isHttps);
  fastify.decorateRequest('caller', null);
  fastify.decorateRequest('language', 'sv');
  fastify.addHook('onRequest', async (request, reply) => {
    reply.headers(headers);
    const door = request.is404 ? undefined : request.routeOptions.config.door;
    if (door ? door.tag === 'machines' : !isApi(request.url)) return;
    speak(request, reply);
    const caller = await callerAt(door, request, tokens, address);
    limiter?.take(caller?.who.id ?? request.ip);
    if (door?.access === 'public') return;
    if (!caller && isPage(door, request)) return toSignIn(request, reply);
    if (!caller) throw NOT_SIGNED_IN;
    request.caller = caller;
    refuseForeign(caller, request);
    refuseWithout(door, caller);
    // What is thought to be a dry run must not be done for real because the door takes no such parameter.
    if (door && !door.query && request.method !== 'GET') readQuery({}, request.query);
  });
}

/**
 * Whether a request that no door takes was meant for the API. What a door takes is guarded as the door says, not by the
 * address: one address can be written in many ways.
 */
function isApi(url: string): boolean {
  return /^\/v1([/?]|$)/.test(url);
}

/** A page for people, which a browser looks at. */
function isPage(door: Door | undefined, { method, headers }: FastifyRequest): boolean {
  return door?.hidden === true && method === 'GET' && /text\/html/.test(headers.accept ?? '');
}

function toSignIn({ url }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(303)
    .header('location', `/sign-in?next=${encodeURIComponent(url)}`)
    .send();
}

function speak(request: FastifyRequest, reply: FastifyReply): void {
  request.language = languageOf(request.headers['accept-language']);
  reply.headers({ 'content-language': request.language, vary: 'Accept-Language', 'cache-control': 'no-store' });
}

export async function callerAt(
  door: Door | undefined,
  { headers }: FastifyRequest,
  tokens: Tokens,
  { isHttps }: Address,
): Promise<Caller | null> {
  if (door?.access === 'public') return null;
  const { authorization } = headers;
  if (authorization === undefined) {
    const session = sessionOf(headers.cookie, isHttps);
    return session === undefined ? null : tokens.authenticate(session);
  }
  const bearer = /^Bearer +([\x21-\x7e]{1,512}) *$/i.exec(authorization)?.[1];
  return bearer === undefined ? null : tokens.authenticate(bearer);
}

/** A browser sends its cookie along with whatever any page makes it ask; what changes something must come from ours. */
function refuseForeign(caller: Caller, request: FastifyRequest): void {
  if (!caller.session || request.method === 'GET' || request.method === 'HEAD') return;
  if (!comesFromHere(request)) throw new Problem(HTTP_PROBLEMS['foreign-origin']);
}

function refuseWithout(door: Door | undefined, caller: Caller): void {
  const access = door?.access;
  if (access === undefined || access === 'signed-in' || access === 'public') return;
  if (!caller.scopes.includes(access)) throw new Problem(HTTP_PROBLEMS['not-allowed'], { params: { scope: access } });
  if (OF_THE_WHOLE.has(access) && !door?.heedsProgrammes) refusePartial(caller);
}

/** Who persons are, what posts they have, which ways of working there are: one who may say so is held to no programme by it. */
const OF_THE_WHOLE: ReadonlySet<Door['access']> = new Set(['administer', 'publish-templates'] as const);
