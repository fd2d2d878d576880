// One operation of the OpenAPI document, from what its door says of itself.
import { schemaOf } from '#libs/plans';
import type { Door, Parameters } from '#libs/platform';
import { schemas } from './components.js';
import { exampleOf } from './example.js';
import type { Schema } from './schema-words.js';
import { shortTemplate } from './short-template.js';

export interface Described {
  method: string;
  /** With {parameters}. */
  path: string;
  door: Door;
  operationId: string;
  /** In place of the door's own. */
  body?: { schema: Schema; required: boolean; mediaType?: string };
  summary?: string;
  description?: string;
  tag?: string;
}

export function operation({ method, path, door, operationId, body, summary, tag, ...said }: Described): Schema {
  const taken = body ?? bodyOf(door);
  const description = said.description ?? door.description;
  return {
    operationId,
    summary: summary ?? door.summary,
    ...(description ? { description } : {}),
    tags: [tag ?? door.tag],
    ...(door.access === 'public' ? { security: [] } : {}),
    parameters: [...pathParameters(path), ...queryParameters(door.query), ...headerParameters(path, door)],
    ...(taken ? { requestBody: requestBody(taken) } : {}),
    responses: { ...answers(door, method), ...problems(path, door, taken !== undefined) },
  };
}

function bodyOf({ body, raw }: Door): Described['body'] {
  if (raw) return { schema: BYTES, required: true, mediaType: raw === true ? '*/*' : raw };
  if (body === undefined) return undefined;
  return {
    schema: typeof body === 'string' ? { $ref: `#/components/schemas/${body}` } : schemaOf(body),
    required: true,
  };
}

/** OpenAPI 3.1 tells of raw bytes by the media type alone. */
const BYTES: Schema = {};

function requestBody({ schema, required, mediaType }: NonNullable<Described['body']>): Schema {
  if (mediaType !== undefined) return { required, content: { [mediaType]: { schema } } };
  const ofTemplate =
    schema['$ref'] === '#/components/schemas/Template' || schema['$ref'] === '#/components/schemas/AnyObject';
  const example = ofTemplate ? shortTemplate : exampleOf(schema, schemas);
  return { required, content: { 'application/json': { schema, example } } };
}

function pathParameters(path: string): Schema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) =>
    name === 'id'
      ? { $ref: '#/components/parameters/Id' }
      : {
          name,
          in: 'path',
          required: true,
          schema: name === 'version' ? { type: 'integer', minimum: 1 } : { type: 'string' },
        },
  );
}

function queryParameters(query: Parameters = {}): Schema[] {
  return Object.entries(query).map(([name, { schema, description }]) => ({ name, in: 'query', description, schema }));
}

function headerParameters(path: string, { heeds = [] }: Door): Schema[] {
  const names = path.startsWith('/v1/') ? [...heeds, 'Accept-Language'] : heeds;
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function answers(
  { answers: given, gives = [], heeds = [], mediaType, alternatives = {} }: Door,
  method: string,
): Schema {
  const headers = Object.fromEntries(gives.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
  const told = Object.entries(given ?? { 200: '' }).map(([status, name]) => [
    status,
    {
      description: WORDS[status] ?? 'Done.',
      ...(gives.length > 0 ? { headers } : {}),
      content: { ...contentOf(name, mediaType), ...alternativesOf(alternatives) },
    },
  ]);
  const unchanged =
    method === 'GET' && heeds.includes('If-None-Match') ? [['304', { description: 'It has not changed.' }]] : [];
  return Object.fromEntries([...told, ...unchanged]) as Schema;
}

const WORDS: Record<string, string> = { 200: 'Done.', 201: 'Made.', 503: 'It cannot serve now.' };

function alternativesOf(alternatives: Record<string, string>): Schema {
  return Object.assign({}, ...Object.entries(alternatives).map(([type, name]) => contentOf(name, type))) as Schema;
}

function contentOf(name: string, mediaType = 'application/json'): Schema {
  if (name === '') return { [mediaType]: { schema: { type: 'string' } } };
  const schema = { $ref: `#/components/schemas/${name}` };
  const large = ['Vocabulary', 'JsonSchema', 'AnyObject'].includes(name);
  const example = name === 'Template' ? shortTemplate : exampleOf(schema, schemas);
  return { [mediaType]: { schema, ...(large ? {} : { example }) } };
}

function problems(path: string, door: Door, hasBody: boolean): Schema {
  if (!path.startsWith('/v1/')) return {};
  const signedIn = door.access === 'public' ? [] : door.access === 'signed-in' ? [401] : [401, 403];
  const ofBody = hasBody ? [413, 415, 507] : [];
  const statuses = [400, ...signedIn, ...(door.problems ?? []), ...ofBody, 429, 500, 503];
  return Object.fromEntries(
    [...new Set(statuses)].map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
  ) as Schema;
}
