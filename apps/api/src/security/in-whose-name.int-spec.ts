// Nobody speaks in a role or for an organisation that is not theirs by asking a guest, who may be they themselves, to do it.
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';
import { done, openTemplate, signedIn, type SignedIn } from '../../../../test/services/signed-in.js';

let api: RunningApi;
let plan: string;
let resident: SignedIn;
let leader: SignedIn;

beforeAll(async () => {
  api = await runningApi();
  await openTemplate(api, 'all-open', { sv: 'Allt', en: 'All' });
  for (const code of ['RKL', 'HOGSBY'])
    await done(api, 'PUT', `/v1/organisations/${code}`, { name: code, kind: 'region' });
  plan = (await api.start({ template: 'all-open' })).id;
  resident = await withRole('resident');
  leader = await withRole('process-leader');
});
afterAll(() => api.close());

async function withRole(role: string): Promise<SignedIn> {
  const person = await signedIn(api, { name: `Någon som ${role}`, organisation: 'RKL' });
  await done(api, 'POST', `/v1/plans/${plan}/assign-role`, { role, person: person.id, organisation: 'RKL' });
  return person;
}

const invite = (by: SignedIn, more: object) => {
  const body = { verb: 'comment', ask: 'comment', address: 'gast@example.se', ...more };
  return by.ask('POST', `/v1/plans/${plan}/guest-links`, { body });
};

it.each([
  [{ role: 'process-leader' }],
  [{ organisation: 'HOGSBY' }],
  [{ role: 'process-leader', organisation: 'HOGSBY' }],
  [{ role: 'deciding-body', organisation: 'RKL' }],
])('a resident asks no guest to speak as %j', async (whom) => {
  const { status, body } = await invite(resident, whom);
  expect([status, body.code]).toEqual([403, 'not-permitted']);
  expect((await invite(resident, {})).status).toBe(201);
});

it('whoever gives the roles says in which of them a guest speaks, but not who decides for another organisation', async () => {
  expect((await invite(leader, { role: 'resident', organisation: 'HOGSBY' })).status).toBe(201);
  const { status, body } = await invite(leader, { role: 'deciding-body', organisation: 'HOGSBY' });
  expect([status, body.code]).toEqual([403, 'not-permitted']);
});

it('a guest without a role of a link’s own stands in the history as nobody in particular', async () => {
  const { body: link } = await invite(resident, {});
  const { body: mails } = await api.ask('GET', '/v1/mails?limit=1');
  const { body: mail } = await api.ask('GET', `/v1/mails/${mails.items[0].id}`);
  const path = /\/duty\/[\w-]+/.exec(JSON.stringify(mail))?.[0] as string;
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = 'text=Hej&role=process-leader&organisation=HOGSBY&who=admin&verb=advance&plan=x';
  expect((await api.ask('POST', path, { token: null, headers, body: form })).status).toBe(200);
  const { body } = await api.ask('GET', `/v1/plans/${plan}/history?limit=1000`);
  const last: Json = body.items.at(-1);
  expect([last.type, last.who?.role, last.who?.organisation]).toEqual(['se.stegvis.comment.written.v1', null, null]);
  expect(link.role).toBeNull();
});
