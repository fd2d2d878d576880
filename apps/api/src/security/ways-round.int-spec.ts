// A token is shown in one place only, links lead to where the installation is and nowhere else, and guessing is slowed down.
import { MailedLinks, Persons, Tokens } from '#libs/people';
import { PostOffice } from '#libs/platform';
import { request } from 'node:http';
import { ADMIN_TOKEN, runningApi, type RunningApi } from '../../../../test/services/api.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
let api: RunningApi;

beforeAll(async () => {
  api = await runningApi({ askingLimit: { perAddress: 1_000, perPlace: 10_000 } });
  await api.app.get(Persons).add({ name: 'Anna', address: 'anna@example.se', language: 'sv', organisation: null });
});
afterAll(() => api.close());

/** Not by fetch, which writes Host itself. */
function said(method: string, path: string, headers: Record<string, string>, body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(api.url + path, { method, headers }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.on('error', reject).end(body);
  });
}

async function lastMail(): Promise<string> {
  await api.app.get(MailedLinks).settled();
  const office = api.app.get(PostOffice);
  return JSON.stringify(await office.one((await office.list(1))[0]?.id ?? ''));
}

it.each([
  ['Host', { host: 'evil.example' }],
  ['X-Forwarded-Host', { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-port': '666' }],
  ['Forwarded', { forwarded: 'for=1.2.3.4;host=evil.example;proto=http' }],
  ['X-Original-URL', { 'x-original-url': 'https://evil.example/', 'x-rewrite-url': '//evil.example' }],
])('a link in a mail does not lead to where %s says', async (_header, headers) => {
  expect(await said('POST', '/sign-in', { ...FORM, ...headers }, 'address=anna%40example.se')).toBe(200);
  const signIn = await lastMail();
  expect(signIn).toMatch(/https:\/\/stegvis\.example\/sign-in\/sign_in_/);
  const { id } = await api.start();
  const body = JSON.stringify({ verb: 'comment', ask: 'comment', address: 'gast@example.se' });
  const asked = { ...headers, authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' };
  expect(await said('POST', `/v1/plans/${id}/guest-links`, asked, body)).toBe(201);
  const invitation = await lastMail();
  expect(invitation).toMatch(/https:\/\/stegvis\.example\/duty\//);
  expect(signIn + invitation).not.toContain('evil');
});

it('no header, cookie or parameter stands in for the one place of a token', async () => {
  const { token } = await api.app.get(Tokens).make({ name: 'Registry' });
  const nobody = (path: string, headers = {}) => api.ask('GET', path, { token: null, headers });
  for (const name of ['token', 'access_token', 'api_key', 'key', 'authorization', 'session', 'stegvis-session'])
    expect((await nobody(`/v1/plans?${name}=${token}`)).status).toBe(401);
  for (const name of [
    'x-api-key',
    'x-auth-token',
    'proxy-authorization',
    'x-forwarded-user',
    'x-remote-user',
    'remote-user',
  ])
    expect((await nobody('/v1/plans', { [name]: `Bearer ${token}` })).status).toBe(401);
  for (const cookie of [
    `stegvis-session=${token}`,
    `token=${token}`,
    `__Secure-stegvis-session=${token}`,
    `authorization=${token}`,
  ])
    expect((await nobody('/v1/plans', { cookie })).status).toBe(401);
  for (const authorization of [
    `Basic ${Buffer.from(`x:${token}`).toString('base64')}`,
    `Token ${token}`,
    token,
    `Bearer ${token}, Bearer x`,
    `Bearer ${token} x`,
  ])
    expect((await nobody('/v1/plans', { authorization })).status).toBe(401);
  // A wrong token is not made good by a right cookie beside it.
  const session = await api.app.get(Tokens).make({ name: 'browser' }, 'session');
  const both = { authorization: 'Bearer wrong', cookie: `__Host-stegvis-session=${session.token}` };
  expect((await nobody('/v1/plans', both)).status).toBe(401);
  expect((await nobody('/v1/plans', { cookie: both.cookie })).status).toBe(200);
});

it('no answer of a door that was knocked at in vain tells what was shown', async () => {
  const secret = 'stegvis_guessed_0123456789012345678901234567';
  for (const path of ['/v1/plans', '/v1/nothing', `/v1/plans/%zz`, '/outbox', '/v1/me'])
    for (const headers of [{ authorization: `Bearer ${secret}` }, { cookie: `__Host-stegvis-session=${secret}` }]) {
      const { status, body, headers: told } = await api.ask('GET', path, { token: null, headers });
      expect([path, status]).toEqual([path, 401]);
      expect(JSON.stringify([body, ...told])).not.toContain('guessed');
    }
});

it('an address is asked to wait for whatever way it is written, å in one character or in two, İ for i', async () => {
  const limited = await runningApi({ askingLimit: { perAddress: 3, perPlace: 1_000 } });
  try {
    const told = { name: 'Nina', address: 'nina.åberg@example.se', language: 'sv', organisation: null } as const;
    await limited.app.get(Persons).add(told);
    const ways = [
      'nina.åberg',
      'nina.a\u030aberg',
      'N\u0130na.åberg',
      'NINA.A\u030ABERG',
      'nina.\u212bberg',
      'n\u0130na.a\u030aberg',
    ];
    const statuses = [];
    for (const way of ways) {
      const body = `address=${encodeURIComponent(`${way}@example.se`)}`;
      statuses.push((await limited.ask('POST', '/sign-in', { token: null, headers: FORM, body })).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 429, 429]);
  } finally {
    await limited.close();
  }
});

it('whoever guesses tokens is asked to wait by where they come from, and nobody else is', async () => {
  const limited = await runningApi({ rateLimit: { perSecond: 1, burst: 10 } });
  try {
    const guess = (n: number, from: string) =>
      limited.ask('GET', '/v1/me', { token: `stegvis_${n}`, headers: { 'x-forwarded-for': from } });
    const statuses = [];
    for (let n = 0; n < 20; n += 1) statuses.push((await guess(n, '203.0.113.7')).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401));
    expect(statuses.slice(12)).toEqual(Array(8).fill(429));
    expect((await guess(21, '203.0.113.8')).status).toBe(401);
    // Its own word on where it comes from does not help: the proxy's is the last.
    expect((await guess(22, '198.51.100.1, 203.0.113.7')).status).toBe(429);
    const mine = { headers: { 'x-forwarded-for': '203.0.113.7' } };
    expect((await limited.ask('GET', '/v1/me', mine)).status).toBe(200);
    for (const path of ['/sign-in', '/sign-in/x', '/duty/x', '/v1/public/plans'])
      expect((await limited.ask('GET', path, { ...mine, token: null })).status).toBe(429);
  } finally {
    await limited.close();
  }
});

it('a known address and an unknown one take as long, as far as two hundred tries of each can tell', async () => {
  const took: Record<string, number[]> = { anna: [], nobody: [] };
  const timed = async (name: string) => {
    const body = `address=${name}%40example.se`;
    const began = performance.now();
    await api.ask('POST', '/sign-in', { token: null, headers: FORM, body });
    took[name]?.push(performance.now() - began);
    await api.app.get(MailedLinks).settled();
  };
  // By turns, so that whatever else the machine does falls on both.
  for (let n = 0; n < 200; n += 1)
    for (const name of n % 2 ? ['anna', 'nobody'] : ['nobody', 'anna']) await timed(name);
  const [known, unknown] = Object.values(took).map((times) => times.sort((a, b) => a - b)[100] as number) as [
    number,
    number,
  ];
  expect(known / unknown).toBeGreaterThan(0.7);
  expect(known / unknown).toBeLessThan(1.4);
});
