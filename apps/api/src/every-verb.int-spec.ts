// Every verb with every kind of body that its schema allows, and some that the plan cannot know: a clear answer, never a fall.
import { isLifecycleVerb } from '#libs/lifecycle';
import { openApi } from './description/open-api.js';
import { KnownRoutes } from './http/known-routes.js';
import { doors } from './api.module.js';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';
import { verbBodies } from './verb-bodies.js';

let api: RunningApi;
let template: Json;
beforeAll(async () => {
  api = await runningApi();
  template = await openEverywhere();
});
afterAll(() => api.close());

/** One stage in which every verb is open, so that what is tried is the verb and not the template. */
async function openEverywhere(): Promise<Json> {
  const { body } = await api.ask('GET', '/v1/templates/vocabulary');
  const name = { sv: 'Allt', en: 'All' };
  const opens = body.verbs.filter((one: Json) => one.kind === 'capability').map((one: Json) => one.verb);
  const stage = (key: string, more: object) => ({ key, name, opens: [], criteria: [], next: [], ...more });
  const stages = [
    stage('begin', { opens, next: ['finish'], fork: { to: 'finish' }, optional: true }),
    stage('finish', { opens, returnsTo: ['begin'] }),
  ];
  const roles = [{ key: 'leader', name, required: true }];
  const published = await api.ask('POST', '/v1/templates', { body: { key: 'all', version: 1, name, roles, stages } });
  if (published.status !== 201) throw new Error(JSON.stringify(published.body));
  return published.body;
}

const document = openApi(new KnownRoutes(doors).routes) as Json;

const ODD = ['constructor', 'A', '2026', 0, -1, 1e15, true, [], {}, null, [null], ['constructor'], 'x'.repeat(150)];

/** @param known keys of records that the plan has: the verbs that go on from a record get one that is there. */
function bodiesOf(verb: string, known: string[]): Json[] {
  const { schema, example } = document.paths[`/v1/plans/{id}/${verb}`].post.requestBody.content['application/json'];
  const { occurredAt: _now, ...usual } = example;
  const required = Object.fromEntries(((schema.required ?? []) as string[]).map((name) => [name, usual[name]]));
  const isKey = (name: string) => /a-z0-9/.test(String(schema.properties[name]?.pattern));
  const records = (name: string) => (isKey(name) ? known : []);
  const lists = (name: string) => (schema.properties[name]?.type === 'array' ? known.map((key) => [key]) : []);
  const changed = Object.keys(usual as object).flatMap((name) =>
    [...records(name), ...lists(name), ...ODD].map((value) => ({ ...usual, [name]: value })),
  );
  return [usual, required, {}, ...changed, example];
}

/** The keys and codes of everything that has been recorded. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value).flatMap(([name, inner]) =>
    name === 'key' && typeof inner === 'string' ? [inner] : [],
  );
  return [...new Set([...own, ...Object.values(value).flatMap(keysIn)])];
}

const verbs = Object.keys(verbBodies).filter((verb) => !isLifecycleVerb(verb));

it('answers clearly whatever comes, and the plan stays whole', async () => {
  const { id } = await api.start({ template: template.key, title: 'Allt' });
  const taken = new Set<string>();
  for (const verb of verbs) {
    const { body: plan } = await api.ask('GET', `/v1/plans/${id}`);
    const commands = bodiesOf(verb, keysIn(plan.records).slice(0, 12)).map((body) => ({ plan: id, verb, body }));
    const { body } = await api.ask('POST', '/v1/commands', { body: { commands: commands.slice(0, 500) } });
    const results = body.results as Json[];
    expect(results.flatMap(({ status }, index) => (status >= 500 ? [commands[index]] : []))).toEqual([]);
    if (results.some(({ status }) => status === 200)) taken.add(verb);
  }
  for (const path of ['', '/moves', '/history', '/due'])
    expect((await api.ask('GET', `/v1/plans/${id}${path}`)).status).toBe(200);
  const now = await api.ask('GET', `/v1/plans/${id}`);
  const then = await api.ask('GET', `/v1/plans/${id}?asOf=2999-01-01T00:00:00Z`);
  expect(then.body).toEqual(now.body);
  // Many of them were not only refused, though the plan lacks most of what an example names.
  expect(taken.size).toBeGreaterThan(verbs.length / 3);
});
