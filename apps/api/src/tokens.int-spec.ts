// Tokens for programs over HTTP: what one can be given, when it ends, and who may give it.
import { Tokens } from '#libs/people';
import { DatabaseClock } from '#libs/platform';
import { DataSource } from 'typeorm';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

const YEAR_MS = 365 * 86_400_000;

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi();
});
afterAll(() => api.close());

const make = (body: object, token?: string) => api.ask('POST', '/v1/tokens', { body, ...(token ? { token } : {}) });
const meWith = async (token: string) => (await api.ask('GET', '/v1/me', { token })).status;

it('is shown once, says what it may do, and ends a year from now when nothing is said', async () => {
  const { status, body } = await make({ name: 'Registry', role: 'process-leader', organisation: 'HOGSBY' });
  expect([status, body.scopes, body.role]).toEqual([201, ['read', 'write'], 'process-leader']);
  expect(Math.abs(Date.parse(body.expiresAt) - Date.now() - YEAR_MS)).toBeLessThan(60_000);
  const listed = (await api.ask('GET', '/v1/tokens')).body.items;
  expect(JSON.stringify(listed)).not.toContain(body.token);
  const { token: _shown, ...rest } = body;
  expect(listed).toContainEqual(rest);
  expect(await meWith(body.token)).toBe(200);
  const used = (await api.ask('GET', '/v1/tokens')).body.items.find((one: Json) => one.id === body.id);
  expect(Date.parse(used.lastUsedAt)).toBeGreaterThan(Date.now() - 60_000);
});

it('is revoked at once here, and within two seconds in another process', async () => {
  const { token, id } = (await make({ name: 'Gone' })).body;
  const elsewhere = new Tokens(api.app.get(DataSource), api.app.get(DatabaseClock), undefined);
  expect([await meWith(token), (await elsewhere.authenticate(token))?.who.id]).toEqual([200, id]);
  const revoked = await api.ask('POST', `/v1/tokens/${id}/revoke`);
  expect(Date.parse(revoked.body.revokedAt)).toBeGreaterThan(0);
  expect(await meWith(token)).toBe(401);
  const again = await api.ask('POST', `/v1/tokens/${id}/revoke`);
  expect([again.status, again.body.revokedAt]).toEqual([200, revoked.body.revokedAt]);
  await new Promise((later) => setTimeout(later, 2_050));
  expect(await elsewhere.authenticate(token)).toBeNull();
});

it('ends when it says', async () => {
  const soon = new Date(Date.now() + 1_500).toISOString();
  const { token } = (await make({ name: 'Short', expiresAt: soon })).body;
  expect(await meWith(token)).toBe(200);
  await new Promise((later) => setTimeout(later, 3_600));
  expect(await meWith(token)).toBe(401);
});

it('opens nothing that its maker cannot reach', async () => {
  const own = (await make({ name: 'Keeper', scopes: ['read', 'administer'], programmes: ['ONE', 'TWO'] })).body;
  const beyond = await make({ name: 'More', scopes: ['read', 'write', 'records'] }, own.token);
  expect([beyond.status, beyond.body.code]).toEqual([403, 'beyond-own-rights']);
  expect(beyond.body.detail).toContain('write, records');
  expect((await make({ name: 'Usual' }, own.token)).status).toBe(403);
  const other = await make({ name: 'Other', scopes: ['read'], programmes: ['THREE'] }, own.token);
  expect([other.status, other.body.code]).toEqual([403, 'beyond-own-rights']);
  expect((await make({ name: 'Less', scopes: ['read'], programmes: ['ONE'] }, own.token)).body.programmes).toEqual([
    'ONE',
  ]);
  expect((await make({ name: 'Same', scopes: ['read'] }, own.token)).body.programmes).toEqual(['ONE', 'TWO']);
});

it('bound to programmes is let in to these alone', async () => {
  await api.ask('PUT', '/v1/programmes/ONE', { body: { name: 'Ett' } });
  const plan = await api.start({ programme: 'ONE' });
  const of = async (programmes: string[]) => {
    const { token } = (await make({ name: 'Bound', programmes })).body;
    return (await api.app.get(Tokens).authenticate(token as string))?.programmes;
  };
  expect([await of(['ONE']), plan.id]).toEqual([['ONE'], expect.any(String)]);
});

it('is made by whoever administers, and by nobody else', async () => {
  const { token } = (await make({ name: 'Plain' })).body;
  for (const [method, path] of [
    ['GET', '/v1/tokens'],
    ['POST', '/v1/tokens'],
    ['POST', `/v1/tokens/${crypto.randomUUID()}/revoke`],
    ['GET', '/v1/mails'],
    ['GET', '/outbox'],
  ] as const)
    expect([path, (await api.ask(method, path, { token, ...(method === 'POST' ? { body: {} } : {}) })).status]).toEqual(
      [path, 403],
    );
});

it.each([
  [{}, '/name', 'required'],
  [{ name: 'x\ny' }, '/name', 'not-a-line'],
  [{ name: 'x', scopes: [] }, '/scopes', 'too-few'],
  [{ name: 'x', scopes: ['everything'] }, '/scopes/0', 'not-one-of'],
  [{ name: 'x', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt', 'not-ahead'],
  [{ name: 'x', expiresAt: '2027-02-30T00:00:00' }, '/expiresAt', 'not-an-instant'],
  [{ name: 'x', programmes: ['a b'] }, '/programmes/0', 'not-a-code'],
  [{ name: 'x', kind: 'session' }, '/kind', 'unknown-field'],
  [{ name: 'x', person: '6f0c3a0e-52a9-4b39-9d0a-8f5b1c6f7a11' }, '/person', 'unknown-field'],
  [{ name: 'x', hash: 'x', id: 'y' }, '/hash', 'unknown-field'],
])('%j is refused at %s', async (body, pointer, code) => {
  const answer = await make(body);
  expect(answer.status).toBe(400);
  expect(answer.body.faults).toContainEqual(expect.objectContaining({ pointer, code }));
});

it('that there is not, or is a session, is not revoked here', async () => {
  const session = await api.app.get(Tokens).make({ name: 'browser' }, 'session');
  for (const id of [crypto.randomUUID(), 'x', session.id])
    expect((await api.ask('POST', `/v1/tokens/${id}/revoke`)).status).toBe(404);
});

it('opens the installation only as long as the person who made it may: also one that was made with it', async () => {
  await api.ask('PUT', '/v1/organisations/REGION', { body: { name: 'Regionen' } });
  const { id: person } = (await api.ask('POST', '/v1/persons', { body: { name: 'Skötare' } })).body;
  const given = await api.ask('POST', '/v1/posts', { body: { role: 'administrator', person, organisation: 'REGION' } });
  expect(given.status).toBe(201);
  const { token: own } = await api.app.get(Tokens).make({ name: 'own', scopes: ['read', 'administer'], person });
  const { token: first } = (await make({ name: 'First', scopes: ['read', 'administer'] }, own)).body;
  const { token: second } = (await make({ name: 'Second', scopes: ['read', 'administer'] }, first)).body;
  const opens = async (token: string) => [
    (await api.ask('GET', '/v1/tokens', { token })).status,
    (await api.ask('GET', '/v1/plans', { token })).status,
  ];
  expect([await opens(first), await opens(second)]).toEqual([
    [200, 200],
    [200, 200],
  ]);
  await api.ask('POST', `/v1/posts/${given.body.id}/end`, { body: {} });
  expect([await opens(first), await opens(second)]).toEqual([
    [403, 200],
    [403, 200],
  ]);
});
