// The api on a database of its own, spoken to over real HTTP; every answer is held against the OpenAPI document.
import { KnownRoutes } from '../../apps/api/src/http/known-routes.js';
import { createApi, type ApiSettings } from '../../apps/api/src/create-api.js';
import { openApi } from '../../apps/api/src/description/open-api.js';
import { doors } from '../../apps/api/src/api.module.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { freshDatabase } from './database.js';
import type { Json } from './json.js';

export type { Json };

export interface Answer {
  status: number;
  headers: Headers;
  body: Json;
}

export interface Asked {
  body?: unknown;
  headers?: Record<string, string>;
  /** Null: not signed in. */
  token?: string | null;
}

export interface RunningApi {
  url: string;
  app: NestFastifyApplication;
  databaseUrl: string;
  ask(method: string, path: string, asked?: Asked): Promise<Answer>;
  /** @returns the new plan. */
  start(body?: object): Promise<Json>;
  /** The feed of a plan once it shows so many events: it waits for whatever transaction is still running beside them. */
  feed(plan: string, events: number): Promise<Json>;
  close(): Promise<void>;
}

export const ADMIN_TOKEN = 'the-admin-token';

export async function runningApi(change: Partial<ApiSettings> = {}): Promise<RunningApi> {
  const database = await freshDatabase();
  const settings = { adminToken: ADMIN_TOKEN, rateLimit: null, logLevel: 'silent', baseUrl: 'https://stegvis.example' };
  const app = await createApi({ ...settings, databaseUrl: database.url, ...change });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const ask = (method: string, path: string, asked: Asked = {}) => speak(url, method, path, asked);
  const start = async (body: object = {}) => {
    const { status, body: plan } = await ask('POST', '/v1/plans', {
      body: { template: 'joint-action-plan', title: 'Hälsolots', ...body },
    });
    if (status !== 201) throw new Error(JSON.stringify(plan));
    return plan;
  };
  const feed = async (plan: string, events: number) => {
    for (const until = Date.now() + 10_000; ; await new Promise((later) => setTimeout(later, 50))) {
      const { body } = await ask('GET', `/v1/events?plan=${plan}&limit=1000`);
      if (body.items.length >= events || Date.now() > until) return body;
    }
  };
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { url, app, databaseUrl: database.url, ask, start, feed, close };
}

async function speak(url: string, method: string, path: string, asked: Asked): Promise<Answer> {
  const { body, token = ADMIN_TOKEN, headers = {} } = asked;
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(url + path, {
    method,
    redirect: 'manual',
    headers: {
      'accept-language': 'en',
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? (body as string) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const answer = {
    status: response.status,
    headers: response.headers,
    body: isJson ? JSON.parse(text) : text,
  };
  hold(method, path, answer);
  return answer;
}

const document = openApi(new KnownRoutes(doors).routes) as Json;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: 'api:', ...document });

/** @throws when an answer is not what the document says. */
function hold(method: string, path: string, { status, headers, body }: Answer): void {
  if (status >= 400 && !headers.get('content-type')?.startsWith('application/problem+json') && path.startsWith('/v1/'))
    throw new Error(`${method} ${path} answered ${status} as ${headers.get('content-type')}`);
  const schema =
    status >= 400 && status !== 503
      ? '#/components/schemas/Problem'
      : schemaAt(method, path, status, headers.get('content-type') ?? '');
  if (schema === undefined || typeof body === 'string') return;
  if (!ajv.validate({ $ref: `api:${schema}` }, body))
    throw new Error(
      `${method} ${path} answered ${status} otherwise than described: ${ajv.errorsText()} in ${JSON.stringify(body)}`,
    );
}

function schemaAt(method: string, path: string, status: number, contentType: string): string | undefined {
  const steps = (path.split('?')[0] as string).split('/');
  const template = Object.keys(document.paths as object)
    .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
    .find(
      (known) =>
        known.split('/').length === steps.length &&
        known.split('/').every((step, index) => step.startsWith('{') || step === steps[index]),
    );
  const content =
    document.paths[template ?? '']?.[method.toLowerCase()]?.responses?.[status]?.content?.[
      contentType.split(';')[0] as string
    ];
  return content?.schema?.$ref as string | undefined;
}
