// What somebody tries to slip in between: between the question and the command, the leaving and the last deed, two of the same.
import { MailedLinks, Tokens } from '#libs/people';
import { PostOffice } from '#libs/platform';
import { request } from 'node:http';
import { runningApi, type Answer, type Json, type RunningApi } from '../../../../test/services/api.js';
import { done, openTemplate, signedIn, type SignedIn } from '../../../../test/services/signed-in.js';

let api: RunningApi;
beforeAll(async () => {
  api = await runningApi({ askingLimit: { perAddress: 1_000, perPlace: 10_000 } });
  await openTemplate(api, 'all-open', { sv: 'Allt', en: 'All' });
  await done(api, 'PUT', '/v1/organisations/RKL', { name: 'RKL', kind: 'region' });
});
afterAll(() => api.close());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort((a, b) => a - b);
const somebody = () => signedIn(api, { name: 'Någon', organisation: 'RKL' });
const planOf = async () => (await api.start({ template: 'all-open' })).id as string;
const assign = (plan: string, role: string, { id }: SignedIn) =>
  api.ask('POST', `/v1/plans/${plan}/assign-role`, { body: { role, person: id, organisation: 'RKL' } });
const holdings = async (plan: string): Promise<Json[]> =>
  (await api.ask('GET', `/v1/plans/${plan}`)).body.records.roles.holdings;

/** Sends all but the last of a request, so that whoever sends it is let in; the rest when told. */
function begun(path: string, cookie: string, body: string): { finish(): Promise<number> } {
  const headers = {
    cookie,
    origin: api.url,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  const asked = request(api.url + path, { method: 'POST', headers });
  const answered = new Promise<number>((resolve, reject) => {
    asked
      .on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)))
      .on('error', reject);
  });
  asked.write(body.slice(0, -1));
  return {
    finish: () => {
      asked.end(body.slice(-1));
      return answered;
    },
  };
}

it('a role that ends between the question and the command is no role in the command', async () => {
  const [plan, lead, next] = [await planOf(), await somebody(), await somebody()];
  await assign(plan, 'process-leader', lead);
  const { body: moves } = await lead.ask('GET', `/v1/plans/${plan}/moves`);
  expect(moves.items.find(({ verb }: Json) => verb === 'pause').allowed).toBe(true);
  const slow = begun(`/v1/plans/${plan}/pause`, lead.cookie, '{"reason":"Ett sista ord"}');
  await new Promise((later) => setTimeout(later, 200));
  const [holding] = await holdings(plan);
  await done(api, 'POST', `/v1/plans/${plan}/end-role`, {
    holding: holding?.key,
    reason: 'Slutar',
    successor: { person: next.id, organisation: 'RKL' },
  });
  expect([403, 404]).toContain(await slow.finish());
  expect([403, 404]).toContain((await lead.ask('POST', `/v1/plans/${plan}/pause`, { body: { reason: 'x' } })).status);
  expect((await api.ask('GET', `/v1/plans/${plan}`)).body.status).toBe('active');
});

it('of many who erase somebody at once one does it, and the others are told so', async () => {
  const one = await somebody();
  const erase = () => api.ask('POST', `/v1/persons/${one.id}/erase`, { body: { reason: 'Har slutat' } });
  expect(statuses(await Promise.all(Array.from({ length: 6 }, erase)))).toEqual([200, ...Array(5).fill(409)]);
  expect((await one.ask('GET', '/v1/me')).status).toBe(401);
});

it('nobody who is erased comes to a post by being given it at the same moment', async () => {
  const today = new Date().toISOString().slice(0, 10);
  for (let round = 0; round < 8; round += 1) {
    const one = await somebody();
    const later = (ask: () => Promise<Answer>) => new Promise((go) => setTimeout(go, round * 3)).then(ask);
    const answers = await Promise.all([
      api.ask('POST', `/v1/persons/${one.id}/erase`, { body: { reason: 'Har slutat' } }),
      later(() => api.ask('POST', '/v1/posts', { body: { role: 'funder', person: one.id, organisation: 'RKL' } })),
    ]);
    expect([answers[0].status, [201, 404, 409].includes(answers[1].status)]).toEqual([200, true]);
    const { body: posts } = await api.ask('GET', `/v1/posts?person=${one.id}&on=${today}`);
    expect([round, posts.items]).toEqual([round, []]);
  }
});

it('a link that is withdrawn as it is pressed has either been used or done nothing', async () => {
  for (let round = 0; round < 5; round += 1) {
    const plan = await planOf();
    const { id } = await done(api, 'POST', `/v1/plans/${plan}/guest-links`, {
      verb: 'comment',
      ask: 'comment',
      address: 'g@example.se',
    });
    const office = api.app.get(PostOffice);
    const mail = await office.one((await office.list(1))[0]?.id ?? '');
    const path = /\/duty\/[\w-]+/.exec(mail?.text ?? '')?.[0] as string;
    const [pressed, withdrawn] = await Promise.all([
      api.ask('POST', path, { token: null, headers: FORM, body: 'text=Hej' }),
      api.ask('POST', `/v1/guest-links/${id}/withdraw`),
    ]);
    const { body } = await api.ask('GET', `/v1/plans/${plan}/history?limit=1000`);
    const said = body.items.filter(({ type }: Json) => type.includes('comment')).length;
    expect([round, pressed.status, said]).toEqual([round, said === 1 ? 200 : 410, said]);
    expect([200, 409]).toContain(withdrawn.status);
  }
});

it('of many persons who would have one address at once, one has it, and the others are told so', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      api.ask('POST', '/v1/persons', { body: { name: `Nr ${n}`, address: n % 2 ? 'EN@example.se' : 'en@example.se' } }),
    ),
  );
  expect(statuses(answers)).toEqual([201, ...Array(7).fill(409)]);
  const [one, other] = [await somebody(), await somebody()];
  const swapped = await Promise.all(
    [one, other].map((who) => who.ask('PUT', '/v1/me', { body: { name: 'Jag', address: 'vi@example.se' } })),
  );
  expect(statuses(swapped)).toEqual([200, 409]);
});

it('of links that were asked for at once, whoever asked, one lets in', async () => {
  await done(api, 'POST', '/v1/persons', { name: 'Bo', address: 'bo@example.se' });
  const ask = () => api.ask('POST', '/sign-in', { token: null, headers: FORM, body: 'address=bo%40example.se' });
  const asked = await Promise.all(Array.from({ length: 5 }, ask));
  await api.app.get(MailedLinks).settled();
  const office = api.app.get(PostOffice);
  const mails = await Promise.all(
    (await office.list(50)).filter(({ to }) => to === 'bo@example.se').map(({ id }) => office.one(id)),
  );
  const cookies = asked.map(({ headers }) => headers.getSetCookie()[0]?.split(';')[0] as string);
  let letIn = 0;
  for (const mail of mails)
    for (const cookie of cookies) {
      const path = /\/sign-in\/[\w-]+/.exec(mail?.text ?? '')?.[0] as string;
      if ((await api.ask('POST', path, { token: null, headers: { ...FORM, cookie }, body: '' })).status === 303)
        letIn += 1;
    }
  expect(letIn).toBe(1);
});

it('a token that is revoked opens nothing that is asked after it, however many asked with it just before', async () => {
  const tokens = api.app.get(Tokens);
  const { id, token } = await tokens.make({ name: 'Registry' });
  const before = Array.from({ length: 20 }, () => api.ask('GET', '/v1/me', { token }));
  await done(api, 'POST', `/v1/tokens/${id}/revoke`);
  const after = await Promise.all(Array.from({ length: 20 }, () => api.ask('GET', '/v1/me', { token })));
  expect(statuses(after)).toEqual(Array(20).fill(401));
  expect(statuses(await Promise.all(before)).every((status) => status === 200 || status === 401)).toBe(true);
});
