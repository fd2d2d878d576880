// Who may pass: tokens and their scopes, sign-in of a browser, what is public, how often one may come.
import { Sessions, Tokens } from '#libs/people';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.close());

const tokens = () => api.app.get(Tokens);

describe('401 comes before all others', () => {
  it.each([
    ['a path that is not there', 'GET', '/v1/nothing', undefined],
    ['a method that is not there', 'DELETE', '/v1/plans', undefined],
    ['a body that is not JSON', 'POST', '/v1/plans', '{'],
    ['a body that is too large', 'POST', '/v1/plans', 'x'.repeat(2_000_000)],
    ['a path written in another way', 'GET', '/%761/plans', undefined],
    ['a path with a slash too many', 'GET', '/v1/plans/', undefined],
    ['a parameter that is wrong', 'GET', '/v1/plans?limit=x', undefined],
  ])('%s', async (_what, method, path, body) => {
    for (const token of [null, 'wrong-token']) {
      const answer = await api.ask(method, path, { token, body });
      expect([answer.status, answer.body.code]).toEqual([401, 'not-signed-in']);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it('and only a bearer token is one', async () => {
    const headers = { authorization: 'Basic dXNlcjpwYXNz' };
    expect((await api.ask('GET', '/v1/me', { token: null, headers })).status).toBe(401);
  });
});

describe('tokens', () => {
  it('say who acts, in which role and for whom, and never who it is by name', async () => {
    const { token, id } = await tokens().make({ name: 'Registry', role: 'process-leader', organisation: 'HOGSBY' });
    expect((await api.ask('GET', '/v1/me', { token })).body).toEqual({
      id,
      name: 'Registry',
      role: 'process-leader',
      organisation: 'HOGSBY',
      scopes: ['read', 'write'],
    });
    const { body: plan } = await api.ask('POST', '/v1/plans', {
      token,
      body: { template: 'joint-action-plan', title: 'x' },
    });
    const { body } = await api.ask('GET', `/v1/plans/${plan.id}/history`);
    expect(body.items[0].who).toEqual({ role: 'process-leader', organisation: 'HOGSBY' });
  });

  it('are kept as hashes', async () => {
    const { token } = await tokens().make({ name: 'Secret' });
    expect(JSON.stringify(await tokens().list())).not.toContain(token);
  });

  it('do what their scopes allow: 403 says which is needed', async () => {
    const { token } = await tokens().make({ name: 'Reader', scopes: ['read'] });
    expect((await api.ask('GET', '/v1/plans', { token })).status).toBe(200);
    const refused = await api.ask('POST', '/v1/plans', { token, body: '{' });
    expect([refused.status, refused.body.code]).toEqual([403, 'not-allowed']);
    expect(refused.body.detail).toContain('write');
    expect((await api.ask('POST', '/v1/templates', { token, body: {} })).body.detail).toContain('publish-templates');
  });

  it('end when they are revoked, and when their time is over', async () => {
    const { token, id } = await tokens().make({ name: 'Gone' });
    expect((await api.ask('GET', '/v1/me', { token })).status).toBe(200);
    expect([await tokens().revoke(id), await tokens().revoke(id)]).toEqual([true, false]);
    expect((await api.ask('GET', '/v1/me', { token })).status).toBe(401);
    const old = await tokens().make({ name: 'Old', expiresAt: new Date(Date.now() - 1) });
    expect((await api.ask('GET', '/v1/me', { token: old.token })).status).toBe(401);
  });

  it('own their idempotency keys', async () => {
    const [one, other] = [await tokens().make({ name: 'One' }), await tokens().make({ name: 'Other' })];
    const { id } = await api.start();
    const headers = { 'idempotency-key': 'same' };
    const first = await api.ask('POST', `/v1/plans/${id}/pause`, { token: one.token, body: { reason: 'x' }, headers });
    const second = await api.ask('POST', `/v1/plans/${id}/resume`, { token: other.token, body: {}, headers });
    expect([first.status, second.status]).toEqual([200, 200]);
  });
});

describe('a browser', () => {
  const signIn = async () => {
    const path = `/sign-in/${await api.app.get(Sessions).newCode()}`;
    const page = await api.ask('GET', path, { token: null });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const signed = await api.ask('POST', path, { token: null, body: '', headers });
    return { path, page, signed, cookie: (signed.headers.get('set-cookie') ?? '').split(';')[0] as string };
  };

  it('signs in once by its link, which only shows a button', async () => {
    const { path, page, signed, cookie } = await signIn();
    expect(page.body).toContain('<button');
    expect([signed.status, signed.headers.get('location')]).toEqual([303, '/']);
    expect(signed.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict; Path=\/; Max-Age=43200; Secure$/);
    expect((await api.ask('GET', '/v1/me', { token: null, headers: { cookie } })).body.name).toBe('browser');
    const again = await api.ask('POST', path, {
      token: null,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '',
    });
    expect([again.status, again.headers.get('set-cookie')]).toEqual([410, null]);
  });

  it('changes things only from our own pages', async () => {
    const { cookie } = await signIn();
    const { id } = await api.start();
    const pause = (headers: Record<string, string>) =>
      api.ask('POST', `/v1/plans/${id}/pause`, { token: null, headers: { cookie, ...headers }, body: { reason: 'x' } });
    expect((await pause({ origin: 'https://evil.example' })).body).toMatchObject({
      status: 403,
      code: 'foreign-origin',
    });
    expect((await pause({ 'sec-fetch-site': 'cross-site', origin: api.url })).status).toBe(403);
    expect((await pause({ 'x-nothing': 'said' })).status).toBe(403);
    expect((await pause({ origin: api.url })).status).toBe(200);
  });
});

describe('public plans', () => {
  it('are there for anybody, without the prose that people wrote; others are not there', async () => {
    const open = await api.start({ title: 'Öppen', public: true });
    const closed = await api.start({ title: 'Sluten' });
    await api.ask('POST', `/v1/plans/${open.id}/pause`, { body: { reason: 'Hemligt skäl' } });
    const anybody = (path: string) => api.ask('GET', `/v1/public/plans${path}`, { token: null });
    expect((await anybody('')).body.items.map((one: Json) => one.id)).toEqual([open.id]);
    expect((await anybody(`/${open.id}`)).body).toMatchObject({ title: 'Öppen', status: 'paused' });
    const history = await anybody(`/${open.id}/history`);
    expect(history.body.items).toHaveLength(3);
    expect(JSON.stringify([history.body, (await anybody(`/${open.id}`)).body])).not.toMatch(/Hemligt|text-1/);
    const log = (body: object) => api.ask('POST', `/v1/plans/${open.id}/write-log-entry`, { body });
    await log({ entry: 'Bara för oss' });
    await log({ entry: 'Projektet avslutades.', public: true });
    const told = (await anybody(`/${open.id}/history`)).body.items.slice(3);
    expect(told).toMatchObject([{ data: { entry: 'log-entry-2', words: 'Projektet avslutades.' } }]);
    expect(JSON.stringify(told)).not.toContain('Bara för oss');
    expect((await anybody(`/${closed.id}`)).body).toMatchObject({ status: 404, code: 'unknown-plan' });
    expect((await anybody(`/${closed.id}/history`)).status).toBe(404);
  });
});

describe('every answer', () => {
  it('tells browsers what not to do, and opens nothing to other sites', async () => {
    for (const path of ['/v1/plans', '/v1/nothing', '/healthz', '/docs']) {
      const { headers } = await api.ask('GET', path, { headers: { origin: 'https://evil.example' } });
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

describe('a rate limit', () => {
  it('lets a burst through, then asks to wait; each token has its own', async () => {
    const limited = await runningApi({ rateLimit: { perSecond: 1, burst: 5 } });
    try {
      const burst = await Promise.all(Array.from({ length: 12 }, () => limited.ask('GET', '/v1/me')));
      const late = burst.filter((one) => one.status === 429);
      expect(late.length).toBeGreaterThanOrEqual(5);
      expect(late[0]?.body.code).toBe('too-many-requests');
      expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      const { token } = await limited.app.get(Tokens).make({ name: 'Other' });
      expect((await limited.ask('GET', '/v1/me', { token })).status).toBe(200);
      expect((await limited.ask('GET', '/healthz', { token: null })).status).toBe(200);
    } finally {
      await limited.close();
    }
  });
});
