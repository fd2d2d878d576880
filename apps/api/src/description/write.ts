// `npm run openapi`: writes the descriptions of the API that lie in the repository.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { doors } from '../api.module.js';
import { KnownRoutes } from '../http/known-routes.js';
import { asyncApi } from './async-api.js';
import { openApi } from './open-api.js';

export function descriptions(): Record<string, string> {
  const documents = { 'openapi.json': openApi(new KnownRoutes(doors).routes), 'asyncapi.json': asyncApi() };
  return Object.fromEntries(
    Object.entries(documents).map(([name, one]) => [name, `${JSON.stringify(one, null, 1)}\n`]),
  );
}

if (process.argv[2] === '--write')
  for (const [name, document] of Object.entries(descriptions())) writeFileSync(`apps/api/${name}`, document);
