// Requests that never reach a route or a hook: an address that cannot be decoded, words that are no HTTP.
import type { Tokens } from '#libs/people';
import { type Address, HTTP_PROBLEMS, languageOf, Problem, problemBody } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';
import { callerAt, NOT_SIGNED_IN } from './guard.js';
import { sendProblem } from './problem-filter.js';
import { securityHeaders } from './security-headers.js';

/** 401 comes first here too. */
export async function answerUnreadable(
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: Tokens,
  address: Address,
): Promise<void> {
  const isSignedIn = !request.url.startsWith('/v1/') || (await callerAt(undefined, request, tokens, address)) !== null;
  reply.headers(securityHeaders(address.isHttps));
  sendProblem(isSignedIn ? new Problem(HTTP_PROBLEMS['malformed-request']) : NOT_SIGNED_IN, request, reply);
}

export function answerNoHttp(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify(problemBody(new Problem(HTTP_PROBLEMS['malformed-request']), languageOf(undefined)));
  const head = `HTTP/1.1 400 Bad Request\r\ncontent-type: application/problem+json; charset=utf-8\r\nx-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n`;
  socket.end(head + body);
}
