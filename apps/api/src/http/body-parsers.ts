// Bodies are JSON in UTF-8; the one form there is has no fields. Everything else is 415.
import { HTTP_PROBLEMS, Problem, readJson } from '#libs/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export function parseBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, bytes: Buffer, done) => {
      try {
        if (!isUtf8Wanted(request.headers['content-type'])) throw new Problem(HTTP_PROBLEMS['unsupported-media-type']);
        done(null, readJson(bytes));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: 1_000 },
    (request: FastifyRequest, _bytes: Buffer, done) => {
      if (request.routeOptions.config.door?.form) done(null, {});
      else done(new Problem(HTTP_PROBLEMS['unsupported-media-type']));
    },
  );
}

function isUtf8Wanted(contentType: string | undefined): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType ?? '')?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}
