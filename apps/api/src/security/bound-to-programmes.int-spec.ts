// A token that is let in to one programme, with every scope there is: what belongs to the whole installation stays closed to it, at
// every door there is, or it could give itself all the rest by a post, by another's address or by a letter to somebody else.
import { Tokens } from '#libs/people';
import { SCOPES } from '#libs/platform';
import { Pool } from 'pg';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { done, signedIn } from '../../../../test/services/signed-in.js';
import { doors } from '../api.module.js';
import { KnownRoutes } from '../http/known-routes.js';

const WHOLE = ['administer', 'publish-templates', 'records'];
/** Made for as few programmes as its maker has; records of one plan, which is of a programme; and times that nobody is told by. */
const PARTLY = [
  'POST /v1/tokens',
  'GET /v1/retention/rules',
  'GET /v1/plans/:id/disclosures',
  'POST /v1/plans/:id/disclosures',
  'GET /v1/plans/:id/records',
];

let api: RunningApi;
let bound: string;
let person: string;
beforeAll(async () => {
  api = await runningApi();
  for (const code of ['ONE', 'TWO']) await done(api, 'PUT', `/v1/programmes/${code}`, { name: code });
  await done(api, 'PUT', '/v1/organisations/RKL', { name: 'RKL', kind: 'region' });
  person = (await signedIn(api, { name: 'Anna', address: 'anna@example.se' })).id;
  bound = (await api.app.get(Tokens).make({ name: 'Bound', scopes: SCOPES, programmes: ['ONE'] })).token;
});
afterAll(() => api.close());

const whole = new KnownRoutes(doors).routes
  .map((route) => ({ ...route, name: `${route.method} ${route.url}` }))
  .filter(({ door, name }) => WHOLE.includes(door.access) && !PARTLY.includes(name));

it.each(whole)('$name is closed to it', async ({ method, url }) => {
  const path = url
    .replace(':what', 'tokens')
    .replace(/:(id|person)/, person)
    .replace(/:\w+/g, 'ONE');
  const { status, body } = await api.ask(method, path, { token: bound, ...(method === 'GET' ? {} : { body: {} }) });
  expect([path, status, body.code]).toEqual([path, 403, 'of-the-whole-installation']);
});

it('it makes no post, changes nobody and lets itself in nowhere else', async () => {
  const kept = async () =>
    (
      await api.app
        .get(Pool)
        .query(
          'SELECT (SELECT json_agg(p) FROM person p) a, (SELECT json_agg(p) FROM post p) b, (SELECT count(*) FROM token) c',
        )
    ).rows;
  const before = await kept();
  for (const [method, path, body] of [
    ['POST', '/v1/posts', { role: 'administrator', person, organisation: 'RKL' }],
    ['POST', '/v1/posts', { role: 'process-leader', person, organisation: 'RKL', programme: 'ONE' }],
    ['PUT', `/v1/persons/${person}`, { name: 'Anna', address: 'eve@evil.example' }],
    ['POST', '/v1/tokens', { name: 'x', programmes: ['TWO'] }],
    ['POST', '/v1/tokens', { name: 'x', programmes: ['ONE', 'TWO'] }],
  ] as const)
    expect([path, (await api.ask(method, path, { token: bound, body })).status]).toEqual([path, 403]);
  expect(await kept()).toEqual(before);
  const { body: made } = await api.ask('POST', '/v1/tokens', { token: bound, body: { name: 'x' } });
  expect(made.programmes).toEqual(['ONE']);
});
