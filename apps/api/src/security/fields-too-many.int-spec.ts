// Fields that nobody asked for (OWASP: mass assignment): refused at every door with a body, at the top and inside; and what people
// try to raise themselves by, at the doors that are theirs and at those that are not.
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';
import { doors } from '../api.module.js';
import { openApi } from '../description/open-api.js';
import { KnownRoutes } from '../http/known-routes.js';
import { done, openTemplate, signedIn, type SignedIn } from '../../../../test/services/signed-in.js';

const EXTRA = [
  'id',
  'who',
  'person',
  'scopes',
  'posts',
  'session',
  'kind',
  'hash',
  'plan',
  'createdAt',
  'erasedAt',
  'revokedAt',
  'usedAt',
  'isAdmin',
  'version',
  'organisation',
  'programmes',
  'status',
];
/** Whose fields are an author's own, or the parts of another verb's body. */
const FREE = ['Template', 'AnyObject'];

const document = openApi(new KnownRoutes(doors).routes) as Json;
const takingJson: [string, string, Json, Json][] = Object.entries(document.paths as Record<string, Json>).flatMap(
  ([path, methods]) =>
    Object.entries(methods as Record<string, Json>).flatMap(([method, { requestBody }]) => {
      const { schema, example } = requestBody?.content['application/json'] ?? {};
      const isFree = FREE.some((name) => schema?.$ref?.endsWith(`/${name}`));
      return schema === undefined || isFree
        ? []
        : [[method.toUpperCase(), path, schema, example] as [string, string, Json, Json]];
    }),
);

let api: RunningApi;
let plan: string;
let eva: SignedIn;
beforeAll(async () => {
  api = await runningApi();
  const name = { sv: 'Allt', en: 'All' };
  await openTemplate(api, 'all-open', name);
  plan = (await api.start({ template: 'all-open' })).id;
  for (const code of ['RKL', 'HOGSBY'])
    await done(api, 'PUT', `/v1/organisations/${code}`, { name: code, kind: 'region' });
  eva = await signedIn(api, { name: 'Eva', address: 'eva@example.se', organisation: 'RKL' });
  await done(api, 'POST', `/v1/plans/${plan}/assign-role`, { role: 'resident', person: eva.id, organisation: 'RKL' });
});
afterAll(() => api.close());

const pathOf = (path: string) =>
  path
    .replace('{id}', path.startsWith('/v1/persons') ? eva.id : plan)
    .replace('{what}', 'tokens')
    .replace(/\{\w+\}/g, 'NONE');

const propertiesOf = (schema: Json): Record<string, Json> => {
  const named = typeof schema?.$ref === 'string' ? document.components.schemas[schema.$ref.split('/').at(-1)] : schema;
  return (named?.properties ?? {}) as Record<string, Json>;
};

it('there are as many doors with a body as there are', () => expect(takingJson.length).toBeGreaterThan(120));

it('no door takes a field that it has not said it takes', async () => {
  const taken: string[] = [];
  for (const [method, path, schema, example] of takingJson) {
    const own = propertiesOf(schema);
    const extra = EXTRA.filter((field) => !(field in own));
    const more = Object.fromEntries(extra.map((field) => [field, field === 'scopes' ? ['administer'] : 'x']));
    const { status, body } = await api.ask(method, pathOf(path), { body: { ...example, ...more } });
    const told = new Set(
      (body.faults ?? []).filter((one: Json) => one.code === 'unknown-field').map((one: Json) => one.pointer),
    );
    if (status === 400)
      taken.push(...extra.filter((field) => !told.has(`/${field}`)).map((field) => `${method} ${path} /${field}`));
    else taken.push(`${method} ${path}: ${status} ${body.code}`);
  }
  expect(taken).toEqual([]);
});

/** Each object inside an example, with where it stands; not what is free in form. */
function insides(schema: Json, value: Json, at = ''): [string, Json][] {
  const found: [string, Json][] = [];
  for (const [name, inner] of Object.entries(propertiesOf(schema))) {
    const [of, one, where] =
      inner.type === 'array'
        ? [inner.items, value?.[name]?.[0], `${at}/${name}/0`]
        : [inner, value?.[name], `${at}/${name}`];
    if (typeof one !== 'object' || one === null || Object.keys(propertiesOf(of)).length === 0) continue;
    found.push([where, one], ...insides(of, one, where));
  }
  return found;
}

it('nor one inside another', async () => {
  let tried = 0;
  const taken: string[] = [];
  for (const [method, path, schema, example] of takingJson) {
    for (const [where] of insides(schema, example)) {
      const body = structuredClone(example);
      const inner = insides(schema, body).find(([place]) => place === where)?.[1];
      Object.assign(inner, { erasedAt: 'x' });
      const answer = await api.ask(method, pathOf(path), { body });
      tried += 1;
      const pointers = (answer.body.faults ?? []).map((one: Json) => one.pointer);
      if (answer.status !== 400 || !pointers.includes(`${where}/erasedAt`))
        taken.push(`${method} ${path} ${where}: ${answer.status} ${JSON.stringify(answer.body.faults)}`);
    }
  }
  expect(taken).toEqual([]);
  expect(tried).toBeGreaterThan(5);
});

it('names of JavaScript’s own are fields too many, in JSON, in a form and in an address', async () => {
  for (const [method, path] of takingJson)
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const body = `{"${name}":{"isAdmin":true,"scopes":["administer"]},"a":{"${name}":{"isAdmin":true}}}`;
      expect([path, (await api.ask(method, pathOf(path), { body })).status]).toEqual([path, 400]);
    }
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = '__proto__=x&__proto__[isAdmin]=1&constructor=x&constructor[prototype][isAdmin]=1&address[__proto__]=1';
  expect((await api.ask('POST', '/sign-in', { token: null, headers: form, body })).status).toBe(400);
  for (const query of ['__proto__[isAdmin]=1', 'constructor.prototype.isAdmin=1', '__proto__=1', 'toString=1'])
    for (const path of ['/v1/plans', '/v1/persons', '/v1/events', '/v1/audit'])
      expect((await api.ask('GET', `${path}?${query}`)).status).toBe(400);
  expect(({} as Json).isAdmin).toBeUndefined();
});

describe('whoever is a resident in one plan', () => {
  const SELF = () => ({ person: eva.id, organisation: 'RKL' });
  it.each<[string, string, () => string, () => Json]>([
    ['a post for all', 'POST', () => '/v1/posts', () => ({ ...SELF(), role: 'administrator' })],
    ['a token that may more', 'POST', () => '/v1/tokens', () => ({ name: 'x', scopes: ['administer'] })],
    ['a token that may less', 'POST', () => '/v1/tokens', () => ({ name: 'x', scopes: ['read'] })],
    ['to be of another organisation', 'PUT', () => '/v1/me', () => ({ name: 'Eva', organisation: 'HOGSBY' })],
    ['to be somebody else', 'PUT', () => '/v1/me', () => ({ name: 'Eva', id: crypto.randomUUID() })],
    [
      'posts by saying them',
      'PUT',
      () => '/v1/me',
      () => ({ name: 'Eva', posts: [{ role: 'administrator', organisation: 'RKL' }] }),
    ],
    ['to change who another is', 'PUT', () => `/v1/persons/${eva.id}`, () => ({ name: 'Eva', organisation: 'HOGSBY' })],
    ['a new person', 'POST', () => '/v1/persons', () => ({ name: 'Evas andra jag' })],
    ['another name for an organisation', 'PUT', () => '/v1/organisations/RKL', () => ({ name: 'Evas region' })],
    ['a programme', 'PUT', () => '/v1/programmes/EVAS', () => ({ name: 'Evas' })],
    ['to lead the plan', 'POST', () => `/v1/plans/${plan}/assign-role`, () => ({ ...SELF(), role: 'process-leader' })],
    [
      'to stand in for the leader',
      'POST',
      () => `/v1/plans/${plan}/assign-role`,
      () => ({ ...SELF(), role: 'chair', deputy: eva.id }),
    ],
    ['to be rid of somebody', 'POST', () => `/v1/persons/${eva.id}/erase`, () => ({ reason: 'x' })],
    ['a way of working', 'POST', () => '/v1/templates', () => ({ key: 'evas', version: 1 })],
    [
      'a plan of a programme',
      'POST',
      () => '/v1/plans',
      () => ({ template: 'all-open', title: 'Evas', programme: 'RKL' }),
    ],
  ])('does not get %s', async (_what, method, path, body) => {
    const before = [await told(), await posts()];
    const answer = await eva.ask(method, path(), { body: body() });
    expect([400, 403, 404]).toContain(answer.status);
    expect([await told(), await posts()]).toEqual(before);
  });

  it('does not get it by a batch, by correcting or in another’s name', async () => {
    const assign = { role: 'process-leader', person: eva.id, organisation: 'RKL' };
    const { body: history } = await api.ask('GET', `/v1/plans/${plan}/history?limit=1000`);
    const event = history.items.find((one: Json) => one.type.includes('role'));
    const commands = [
      { plan, verb: 'assign-role', body: assign },
      { plan, verb: 'correct', body: { event: event?.id, verb: 'assign-role', body: assign, reason: 'x' } },
      { plan, verb: 'undo', body: { reason: 'x' } },
      { plan, verb: 'comment', body: { comment: 'x' }, who: { id: 'admin' } },
    ];
    for (const command of commands) {
      const { status, body } = await eva.ask('POST', '/v1/commands', { body: { commands: [command] } });
      const answered = status === 200 ? body.results[0].status : status;
      expect([command.verb, answered >= 400]).toEqual([command.verb, true]);
    }
  });

  const told = async () => (await eva.ask('GET', '/v1/me')).body;
  const posts = async () =>
    (
      await api.app
        .get(Pool)
        .query(
          'SELECT (SELECT count(*) FROM post) p, (SELECT count(*) FROM person) q, (SELECT count(*) FROM event) e, (SELECT count(*) FROM organisation) o, (SELECT count(*) FROM plan) n',
        )
    ).rows;
});
