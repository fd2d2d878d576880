// What every answer tells browsers not to do (OWASP Secure Headers), whatever was asked: doors, pages, files, faults, what is not
// there, what is no HTTP; and what none tells: which programs it is made of.
import { connect } from 'node:net';
import { ADMIN_TOKEN, runningApi, type RunningApi } from '../../../../test/services/api.js';
import { doors } from '../api.module.js';
import { KnownRoutes } from '../http/known-routes.js';

let api: RunningApi;
let plan: string;
beforeAll(async () => {
  api = await runningApi();
  plan = (await api.start({ public: true })).id;
  const svg = { body: '<svg onload="alert(1)"/>', headers: { 'content-type': 'image/svg+xml' } };
  await api.ask('POST', `/v1/plans/${plan}/attachments?name=bild.svg`, svg);
  await api.ask('POST', `/v1/plans/${plan}/attachments?name=sida.html`, {
    body: '<script>',
    headers: { 'content-type': 'text/html' },
  });
});
afterAll(() => api.close());

const routes = new KnownRoutes(doors).routes;
const IDS: Record<string, string> = {
  verb: 'pause',
  key: 'joint-action-plan',
  version: '1',
  attachment: 'attachment-1',
  file: 'none.css',
};
const pathOf = (url: string) =>
  url.replace(/:(\w+)/g, (_, name: string) => (name === 'id' ? plan : (IDS[name] ?? 'none')));

const asked: [string, string][] = [
  ...routes.map(({ method, url }) => [method, pathOf(url)] as [string, string]),
  ...[
    '/',
    '/app.js',
    '/app.css',
    '/icon.svg',
    '/docs',
    '/nothing',
    '/v1/nothing',
    '/v1/plans/%zz',
    '/%zz',
    '/../package.json',
  ].map((path) => ['GET', path] as [string, string]),
  ...['DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'PROPFIND'].map((method) => [method, '/v1/plans'] as [string, string]),
];

async function answer(method: string, path: string, token: string | null): Promise<Headers> {
  const headers = { accept: 'text/html,*/*', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  const told = await fetch(api.url + path, { method, headers, redirect: 'manual' });
  await told.arrayBuffer();
  return told.headers;
}

const MUST: Record<string, RegExp> = {
  'content-security-policy': /^default-src '(none|self)'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'referrer-policy': /^(no-referrer|same-origin)$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
  'strict-transport-security': /^max-age=(3153\d{4}|6\d{7})/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
};
const NEVER = [
  'server',
  'x-powered-by',
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'via',
  'x-aspnet-version',
];

it.each([
  ['signed in', ADMIN_TOKEN],
  ['by nobody', null],
])('every answer has them, %s', async (_who, token) => {
  const lacking: string[] = [];
  for (const [method, path] of asked) {
    const headers = await answer(method, path, token);
    for (const [name, wanted] of Object.entries(MUST))
      if (!wanted.test(headers.get(name) ?? '')) lacking.push(`${method} ${path} ${name}: ${headers.get(name)}`);
    for (const name of NEVER) if (headers.has(name)) lacking.push(`${method} ${path} tells ${name}`);
    const policy = headers.get('content-security-policy') ?? '';
    if (/script-src[^;]*'unsafe|script-src[^;]*\*|default-src[^;]*'unsafe|\bhttps?:(?!\/\/)/.test(policy))
      lacking.push(`${path}: ${policy}`);
  }
  expect(lacking).toEqual([]);
});

it('what is told to one caller is kept by no cache', async () => {
  const kept: string[] = [];
  for (const { method, url, door } of routes) {
    if (door.tag === 'machines' || url.startsWith('/docs') || /\/(openapi|asyncapi)\.json/.test(url)) continue;
    const policy = (await answer(method, pathOf(url), ADMIN_TOKEN)).get('cache-control') ?? '';
    if (!/no-store|private/.test(policy)) kept.push(`${method} ${url}: ${policy}`);
  }
  expect(kept).toEqual([]);
});

it('over http a browser is not told to come by https alone', async () => {
  const plain = await runningApi({ baseUrl: 'http://127.0.0.1:1' });
  try {
    expect((await plain.ask('GET', '/v1/plans')).headers.has('strict-transport-security')).toBe(false);
  } finally {
    await plain.close();
  }
});

it('a file that somebody brought is saved and never shown, whatever it says it is', async () => {
  for (const attachment of ['attachment-1', 'attachment-2']) {
    const headers = await answer('GET', `/v1/plans/${plan}/attachments/${attachment}/content`, ADMIN_TOKEN);
    expect(headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  }
  for (const path of [`/v1/plans/${plan}/archive`, '/v1/audit?format=csv'])
    expect((await answer('GET', path, ADMIN_TOKEN)).get('content-disposition') ?? 'attachment').toMatch(/^attachment/);
});

it('words that are no HTTP are told nothing but that', async () => {
  const { port, hostname } = new URL(api.url);
  const heard = await new Promise<string>((told) => {
    let all = '';
    const socket = connect(Number(port), hostname, () => void socket.write('<script>alert(1)</script>\r\n\r\n'));
    socket.on('data', (data) => (all += data.toString())).on('close', () => told(all));
  });
  expect(heard).toMatch(/^HTTP\/1\.1 400 [^]*x-content-type-options: nosniff/i);
  expect(heard).not.toMatch(/script|alert|node|fastify/i);
});
