// The named parts of the OpenAPI document: schemas, responses, headers, parameters, ways to sign in.
import { vocabulary } from '#libs/lifecycle';
import { PLAN_PROBLEMS } from '#libs/plans';
import { HTTP_PROBLEMS, Problem, problemBody, type ProblemKind } from '#libs/platform';
import { templateSchema } from '#libs/templates';
import { accessSchemas } from './access-schemas.js';
import { answerSchemas } from './answer-schemas.js';
import { eventSchemas } from './event-schemas.js';
import { exampleOf } from './example.js';
import { peopleSchemas } from './people-schemas.js';
import { planSchemas } from './plan-schemas.js';
import { recordsSchemas } from './records-schemas.js';
import type { Schema } from './schema-words.js';

export const schemas: Record<string, Schema> = {
  ...planSchemas,
  ...eventSchemas,
  ...answerSchemas,
  ...peopleSchemas,
  ...accessSchemas,
  ...recordsSchemas,
  ...templateSchemas(),
};

/** A template's own definitions become components: a document has one place for them. */
function templateSchemas(): Record<string, Schema> {
  const {
    $defs = {},
    $schema: _dialect,
    $id: _id,
    ...template
  } = templateSchema(vocabulary) as { $defs?: Record<string, Schema> } & Schema;
  const moved = (schema: unknown): Schema =>
    JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/Template.')) as Schema;
  const parts = Object.entries($defs).map(([name, schema]) => [`Template.${name}`, moved(schema)]);
  return { ...(Object.fromEntries(parts) as Record<string, Schema>), Template: moved(template) };
}

const STATUS_WORDS: Record<number, string> = {
  400: 'Something in the request is wrong; the place is named.',
  401: 'Not signed in. Comes before all others.',
  403: 'The token does not allow it.',
  404: 'It does not exist.',
  409: 'Refused: what stands in the way, what is missing, who can supply it. Nothing is changed.',
  410: 'It is gone: struck out, or of a time before the journal was brought in anew.',
  412: 'The plan has changed since it was read.',
  413: 'The body is too large.',
  415: 'The body is not JSON.',
  422: 'The idempotency key has been used for something else.',
  429: 'Too many requests in a short time.',
  500: 'Something went wrong on our side.',
  503: 'The database cannot be reached.',
  507: 'The disk of the database is full. Nothing is changed.',
};

const KINDS = Object.values<ProblemKind>({ ...HTTP_PROBLEMS, ...PLAN_PROBLEMS });

/** What the sentences of the problems speak of, in the examples. */
const SAMPLES = {
  why: 'Unexpected end of JSON input',
  scope: 'write',
  method: 'GET',
  path: '/v1/nothing',
  version: 6,
  after: '731-1204',
  epoch: '6f0c3a0e-52a9-4b39-9d0a-8f5b1c6f7a11',
  max: 1,
  seconds: 2,
};

function problemResponse(status: string, description: string): Schema {
  const kind = KINDS.find((one) => one.status === Number(status));
  const {
    faults: _faults,
    instance: _instance,
    ...refusal
  } = exampleOf(schemas['Problem'] as Schema, schemas) as Schema;
  const example = kind && kind.status !== 409 ? problemBody(new Problem(kind, { params: SAMPLES }), 'en') : refusal;
  const headers = { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } };
  return {
    description,
    ...(status === '429' || status === '503' ? { headers } : {}),
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, example } },
  };
}

const responses = Object.fromEntries(
  Object.entries(STATUS_WORDS).map(([status, description]) => [
    `Problem${status}`,
    problemResponse(status, description),
  ]),
);

const header = (name: string, description: string, schema: Schema): Schema => ({
  name,
  in: 'header',
  description,
  schema,
});

export const components = {
  schemas,
  responses,
  parameters: {
    Id: {
      name: 'id',
      in: 'path',
      required: true,
      description: 'Its id.',
      schema: { type: 'string', format: 'uuid' },
    },
    'If-Match': header('If-Match', 'The ETag of the plan as it was read; when it has changed since, 412.', {
      type: 'string',
      examples: ['"5"'],
    }),
    'If-None-Match': header('If-None-Match', 'The ETag of the plan as it was read; when it has not changed, 304.', {
      type: 'string',
      examples: ['"5"'],
    }),
    'Idempotency-Key': header(
      'Idempotency-Key',
      'A key of your own: the same again within 7 days gets the same answer and is done once.',
      {
        type: 'string',
        minLength: 1,
        maxLength: 200,
        examples: ['6f1c5e0b'],
      },
    ),
    'Accept-Language': header('Accept-Language', 'sv or en.', { type: 'string', default: 'sv', examples: ['en'] }),
  },
  headers: {
    ETag: { description: "The plan's version, in double quotes.", schema: { type: 'string', examples: ['"5"'] } },
    Link: { description: 'With the bare batch: where to go on.', schema: { type: 'string' } },
    Location: { description: 'Where it is.', schema: { type: 'string', format: 'uri-reference' } },
  },
  securitySchemes: {
    token: { type: 'http', scheme: 'bearer', description: 'For programs.' },
    session: {
      type: 'apiKey',
      in: 'cookie',
      name: 'stegvis-session',
      description: 'For people: set at sign-in; over https its name begins with `__Host-`.',
    },
  },
};
