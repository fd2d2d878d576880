// The one place where trouble becomes application/problem+json, whoever threw it: a door, the engine's refusal, Fastify, a bug.
import { HTTP_PROBLEMS, LARGE_BODY, languageOf, Problem, problemBody, problemFrom } from '#libs/platform';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { KnownRoutes } from './known-routes.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: KnownRoutes,
    private readonly log: Logger,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.problemOf(error, request);
    const instance = problem.kind.status >= 500 ? `urn:uuid:${randomUUID()}` : undefined;
    if (instance !== undefined)
      // The door and not the address: what was asked for can be a name, and a link's secret is part of its path.
      this.log.error(
        { err: error, instance, method: request.method, door: request.routeOptions.url },
        'a request failed',
      );
    sendProblem(problem, request, reply, instance);
  }

  private problemOf(error: unknown, request: FastifyRequest): Problem {
    return error instanceof HttpException ? this.fromStatus(error.getStatus(), request) : problemFrom(error);
  }

  private fromStatus(status: number, request: FastifyRequest): Problem {
    switch (status) {
      case 404:
        return this.routes.absent(request.method, request.url.split('?')[0] as string);
      case 413: {
        const bytes = request.routeOptions.config.door?.bodyLimit ?? 1024 * 1024;
        return new Problem(HTTP_PROBLEMS['body-too-large'], { params: { max: bytes / 1024 / 1024 } });
      }
      case 415:
        return new Problem(HTTP_PROBLEMS['unsupported-media-type']);
      default:
        return new Problem(HTTP_PROBLEMS[status < 500 ? 'malformed-request' : 'internal-error']);
    }
  }
}

/** How much of a refused body is still taken. */
const REST_MAX = 4 * LARGE_BODY;

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply, instance?: string): void {
  if (!request.raw.complete) readRest(request, reply);
  const language = languageOf(request.headers['accept-language']);
  const common = { 'content-language': language, 'cache-control': 'no-store', vary: 'Accept-Language' };
  reply
    .code(problem.kind.status)
    .headers({ ...common, ...problem.circumstances.headers })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, language, instance)));
}

/** Whoever is still sending does not read; were the connection cut now, they would see that and never the answer. */
function readRest({ raw }: FastifyRequest, reply: FastifyReply): void {
  let rest = 0;
  reply.removeHeader('connection');
  raw.on('data', (bytes: Buffer) => {
    rest += bytes.length;
    if (rest > REST_MAX) raw.destroy();
  });
}
