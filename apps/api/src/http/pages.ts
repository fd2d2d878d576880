// The page for people: the files of apps/web, served as they are.
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PAGE_POLICY } from './security-headers.js';

const FOLDER = fileURLToPath(new URL('../../../web/src/', import.meta.url));

export async function servePages(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(FOLDER)) return;
  await app.register(fastifyStatic, {
    root: FOLDER,
    wildcard: false,
    globIgnore: ['**/*.ts'],
    index: 'index.html',
    cacheControl: false,
    setHeaders: (reply) => {
      reply.header('content-security-policy', PAGE_POLICY);
      reply.header('cache-control', 'no-cache');
    },
  });
}
