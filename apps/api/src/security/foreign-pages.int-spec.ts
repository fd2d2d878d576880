// What a page of another site can make a signed-in browser do: nothing at any door that changes something, whatever it sends
// along; and looking changes nothing anywhere (OWASP: cross-site request forgery).
import { Pool } from 'pg';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { doors } from '../api.module.js';
import { KnownRoutes } from '../http/known-routes.js';
import { done, operatorsCookie, signedIn } from '../../../../test/services/signed-in.js';

let api: RunningApi;
let cookie: string;
let ids: Record<string, string>;

const routes = new KnownRoutes(doors).routes.map((route) => ({ ...route, name: `${route.method} ${route.url}` }));
const changing = routes.filter(({ method, door }) => method !== 'GET' && door.access !== 'public');
const looking = routes.filter(({ method }) => method === 'GET');

beforeAll(async () => {
  api = await runningApi();
  cookie = await operatorsCookie(api);
  const { id: plan } = await api.start({ title: 'Bytet', public: true });
  const person = await signedIn(api, { name: 'Anna Åberg', address: 'anna@example.se' });
  const file = { body: 'Innehåll', headers: { 'content-type': 'text/plain' } };
  await api.ask('POST', `/v1/plans/${plan}/attachments?name=fil.txt`, file);
  const { id: link } = await done(api, 'POST', `/v1/plans/${plan}/guest-links`, {
    verb: 'comment',
    ask: 'comment',
    address: 'gast@example.se',
  });
  const { id: token } = await done(api, 'POST', '/v1/tokens', { name: 'Diariet' });
  const { body: mails } = await api.ask('GET', '/v1/mails');
  const { body: mail } = await api.ask('GET', `/v1/mails/${mails.items[0].id}`);
  const secret = /\/duty\/([\w-]+)/.exec(JSON.stringify(mail))?.[1] as string;
  ids = { plan, person: person.id, link, token, mail: mail.id, secret };
});
afterAll(() => api.close());

function pathOf(url: string): string {
  const own: Record<string, string | undefined> = {
    id: url.startsWith('/v1/persons') ? ids['person'] : ids['plan'],
    verb: 'pause',
    key: 'joint-action-plan',
    version: '1',
    attachment: 'attachment-1',
    file: 'none.css',
    code: 'NONE',
  };
  return url.replace(/:(\w+)/g, (_, name: string) => own[name] ?? ids[name] ?? 'none');
}

/** Every table whole, but for what is kept about looking itself: when a token was last used, and who was told of whom. */
async function allThatIsKept(): Promise<string> {
  const pool = api.app.get(Pool);
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('token', 'audit') ORDER BY 1`,
  );
  const sums = rows.map(
    ({ name }) => `SELECT '${name}' AS t, md5(string_agg(one::text, '|' ORDER BY one::text)) AS sum FROM "${name}" one`,
  );
  return JSON.stringify((await pool.query(sums.join(' UNION ALL '))).rows);
}

const FORM = 'application/x-www-form-urlencoded';
const FOREIGN: [string, Record<string, string>][] = [
  ['another site', { origin: 'https://evil.example' }],
  ['nowhere to speak of', { origin: 'null' }],
  ['a browser that does not say', { 'content-type': 'application/json' }],
  ['another site, as a form', { origin: 'https://evil.example', 'content-type': FORM }],
  ['another site, as text', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
  ['a host that only begins like ours', { origin: 'https://stegvis.example.evil.example' }],
  ['our host as the name of a user', { origin: 'https://stegvis.example@evil.example' }],
  ['a sister host', { 'sec-fetch-site': 'same-site', origin: 'https://other.stegvis.example' }],
  [
    'another site that tells of itself otherwise',
    { 'sec-fetch-site': 'cross-site', referer: 'https://stegvis.example/' },
  ],
  ['an address that was typed', { 'sec-fetch-site': 'none' }],
];

it.each(FOREIGN)('a request from %s changes nothing at any door', async (_from, foreign) => {
  const before = await allThatIsKept();
  const told = [];
  for (const { method, url, name } of changing) {
    const headers = { 'content-type': 'application/json', ...foreign, cookie };
    const { status, body } = await api.ask(method, pathOf(url), { token: null, headers, body: '{"reason":"x"}' });
    told.push(`${name}: ${status} ${body.code}`);
  }
  expect(told).toEqual(changing.map(({ name }) => `${name}: 403 foreign-origin`));
  expect(await allThatIsKept()).toBe(before);
});

it('the doors without sign-in take no form of another site either', async () => {
  // A provider's own word on a sign-out comes from the provider's site.
  const forms = routes.filter(
    ({ door, url }) => door.form && door.access === 'public' && !url.endsWith('/back-channel-logout'),
  );
  const before = await allThatIsKept();
  for (const { url } of forms) {
    const headers = { 'content-type': FORM, origin: 'https://evil.example', cookie };
    const { status } = await api.ask('POST', pathOf(url), {
      token: null,
      headers,
      body: 'text=Hej&address=anna%40example.se',
    });
    expect([url, status]).toEqual([url, 403]);
  }
  expect(forms.map(({ url }) => url)).toContain('/duty/:secret');
  expect(await allThatIsKept()).toBe(before);
});

it('a method that is said beside the method is not heard', async () => {
  const path = `/v1/plans/${ids['plan']}/pause`;
  const before = await allThatIsKept();
  const headers = { cookie, 'x-http-method-override': 'POST', 'x-http-method': 'POST', 'x-method-override': 'POST' };
  for (const query of ['', '?_method=POST', '?method=POST&reason=x'])
    expect((await api.ask('GET', path + query, { token: null, headers })).status).toBe(405);
  expect(await allThatIsKept()).toBe(before);
});

it('looking changes nothing, at any door, with GET and with HEAD', async () => {
  const before = await allThatIsKept();
  for (const { url } of looking)
    for (const method of ['GET', 'HEAD'])
      await (await fetch(api.url + pathOf(url), { method, headers: { cookie }, redirect: 'manual' })).arrayBuffer();
  expect(await allThatIsKept()).toBe(before);
});
