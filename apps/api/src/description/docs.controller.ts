// /docs: the API to read and try, with Swagger UI from its own package, so that it works offline.
import { Doorway, HTTP_PROBLEMS, Problem } from '#libs/platform';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FOLDER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Stegvis API</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body><div id="api"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>`;

const START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'list', validatorUrl: null });`;

const FILES: Record<string, { type: string; read(): Promise<string> }> = {
  'swagger-ui.css': { type: 'text/css', read: () => readFile(join(FOLDER, 'swagger-ui.css'), 'utf8') },
  'swagger-ui-bundle.js': {
    type: 'text/javascript',
    read: () => readFile(join(FOLDER, 'swagger-ui-bundle.js'), 'utf8'),
  },
  'start.js': { type: 'text/javascript', read: async () => START },
};

/** Swagger UI sets styles from its script. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

const common = { access: 'public', tag: 'machines', hidden: true } as const;

@Controller('docs')
export class DocsController {
  @Get()
  @Doorway({ ...common, summary: 'The API to read and try' })
  page(@Res() reply: FastifyReply): void {
    reply.header('content-security-policy', POLICY).type('text/html; charset=utf-8').send(PAGE);
  }

  @Get(':file')
  @Doorway({ ...common, summary: "The page's files" })
  async file(@Param('file') name: string, @Res() reply: FastifyReply): Promise<void> {
    const file = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
    if (!file)
      throw new Problem(HTTP_PROBLEMS['not-found'], { params: { method: 'GET', path: `/docs/${name}`.slice(0, 200) } });
    reply
      .type(`${file.type}; charset=utf-8`)
      .header('cache-control', 'public, max-age=3600')
      .send(await file.read());
  }
}
