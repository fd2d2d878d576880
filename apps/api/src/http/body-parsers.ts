// Bodies are JSON in UTF-8; a form's fields are text; a door for files takes bytes. Everything else is 415.
import { HTTP_PROBLEMS, Problem, readJson } from '#libs/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';

export function parseBodies(fastify: FastifyInstance): void {
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request: FastifyRequest, bytes: Buffer, done) => {
      try {
        if (!isPlainUtf8(request.headers)) throw new Problem(HTTP_PROBLEMS['unsupported-media-type']);
        done(null, readJson(bytes));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: 16_384 },
    (request: FastifyRequest, bytes: Buffer, done) => {
      if (request.routeOptions.config.door?.form) done(null, fieldsOf(bytes));
      else done(new Problem(HTTP_PROBLEMS['unsupported-media-type']));
    },
  );
  fastify.addContentTypeParser(BYTES, { parseAs: 'buffer' }, (_request: FastifyRequest, bytes: Buffer, done) =>
    done(null, bytes),
  );
  // Whatever a file is, or if nobody says what it is: the sender's word stays in `request.raw`.
  fastify.addHook('onRequest', async (request) => {
    if (request.routeOptions.config.door?.raw) request.headers = { 'content-type': BYTES };
  });
}

/**
 * What the body of a door for files is to the parsers. It is read into memory: to write it to the database as it comes would
 * keep a transaction open for as long as the sender likes, and with it every reader of the journal.
 */
const BYTES = 'application/vnd.stegvis.bytes';

/** Of fields with the same name the last counts; a name of JavaScript's own is a name like any other. */
function fieldsOf(bytes: Buffer): Record<string, string> {
  return Object.assign(Object.create(null), Object.fromEntries(new URLSearchParams(bytes.toString('utf8'))));
}

/** Neither packed (RFC 9110, 8.4) nor in another encoding of characters. */
function isPlainUtf8({ 'content-type': type, 'content-encoding': packing }: IncomingHttpHeaders): boolean {
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type ?? '')?.[1];
  return (packing === undefined || /^identity$/i.test(packing)) && (charset === undefined || /^utf-?8$/i.test(charset));
}
