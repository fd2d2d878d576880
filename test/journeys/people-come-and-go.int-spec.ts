// A region, a municipality and an association share a plan: each sees what is its own to do; the process leader leaves, the deputy
// takes over, and nothing is left without anybody; then the one who left is erased, and the plan is whole.
import { Client, type Json } from './client.js';
import { CookieBrowser } from '../services/cookie-browser.js';
import { checkRebuild } from '#libs/plans';
import { Address } from '#libs/platform';
import { Pool } from 'pg';

const ORGANISATIONS = {
  REGION: { name: 'The region', kind: 'region' },
  TOWN: { name: 'The municipality', kind: 'municipality' },
  CLUB: { name: 'The sports club', kind: 'civil-society' },
  ELSEWHERE: { name: 'Another municipality', kind: 'municipality' },
};
const PEOPLE = {
  leader: ['Lena Ledare', 'REGION'],
  deputy: ['Ditte Vice', 'REGION'],
  officer: ['Oskar Tjänsteman', 'TOWN'],
  volunteer: ['Vera Volontär', 'CLUB'],
  stranger: ['Stig Främling', 'ELSEWHERE'],
} as const;

type Who = keyof typeof PEOPLE;

let operator: Client;
let plan: string;
const ids = {} as Record<Who, string>;
const browsers = {} as Record<Who, CookieBrowser>;

beforeAll(async () => {
  operator = await Client.open();
  operator.api.app.get(Address).url = operator.api.url;
}, 60_000);

afterAll(() => operator.close());

const done = async (method: string, path: string, body: object) => {
  const answer = await operator.api.ask(method, path, { body });
  expect([path, answer.status < 300, answer.body]).toEqual([path, true, answer.body]);
  return answer.body;
};

/** By a link that is mailed to the address, as a person gets in. */
async function signIn(who: Who): Promise<CookieBrowser> {
  const { url } = operator.api;
  const browser = new CookieBrowser();
  const asked = await browser.post(`${url}/sign-in`, { address: `${who}@example.se` });
  expect(asked.status).toBe(200);
  const link = await linkMailedTo(`${who}@example.se`);
  expect((await browser.get(link)).text).toContain('<form method="post">');
  expect((await browser.post(link)).status).toBe(200);
  return browser;
}

/** The letter is written after the answer, so that nobody can tell by the time whether there is such an address. */
async function linkMailedTo(address: string): Promise<string> {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((later) => setTimeout(later, 20))) {
    const { body } = await operator.api.ask('GET', '/v1/mails');
    const found = (body.items as Json[]).find(({ to }) => to.includes(address));
    if (!found) continue;
    const { body: mail } = await operator.api.ask('GET', `/v1/mails/${found.id}`);
    return /http:\S+/.exec(mail.text as string)?.[0] ?? '';
  }
  throw new Error(`no letter to ${address}`);
}

const ask = (who: Who, method: string, path: string, body?: object) =>
  operator.api.ask(method, path, {
    token: null,
    headers: { cookie: browsers[who].cookies(operator.api.url), 'sec-fetch-site': 'same-origin' },
    ...(body === undefined ? {} : { body }),
  });
const give = (who: Who, verb: string, body: object = {}) => ask(who, 'POST', `/v1/plans/${plan}/${verb}`, body);
const open = async (who: Who): Promise<string[]> => {
  const { body } = await ask(who, 'GET', `/v1/plans/${plan}/moves?allowed=true`);
  return (body.items as Json[]).map(({ verb }) => verb as string);
};
const holders = async (who: Who): Promise<Json[]> =>
  (await ask(who, 'GET', `/v1/plans/${plan}/people`)).body.items as Json[];

it('the operator tells who there is, and who may begin plans', async () => {
  for (const [code, told] of Object.entries(ORGANISATIONS)) await done('PUT', `/v1/organisations/${code}`, told);
  for (const [who, [name, organisation]] of Object.entries(PEOPLE)) {
    const person = await done('POST', '/v1/persons', { name, address: `${who}@example.se`, organisation });
    ids[who as Who] = person.id as string;
  }
  const post = { role: 'process-leader', person: ids.leader, organisation: 'REGION', mandate: 'Leads joint plans' };
  await done('POST', '/v1/posts', post);
});

it('each signs in by a mailed link, on the installation as it comes', async () => {
  for (const who of Object.keys(PEOPLE) as Who[]) browsers[who] = await signIn(who);
  const { body } = await ask('leader', 'GET', '/v1/me');
  expect(body).toMatchObject({ id: ids.leader, name: 'Lena Ledare', organisation: 'REGION' });
});

it('whoever may begin a plan does, and answers for it; others are told whose it is to begin', async () => {
  const body = { template: 'joint-action-plan', title: 'Hälsolots', language: 'sv' };
  const refused = await ask('officer', 'POST', '/v1/plans', body);
  expect([refused.status, refused.body.code]).toEqual([403, 'not-permitted']);
  expect(JSON.stringify(refused.body.reasons)).toContain('process');
  const { status, body: started } = await ask('leader', 'POST', '/v1/plans', body);
  expect(status).toBe(201);
  plan = started.id as string;
  expect(await holders('leader')).toMatchObject([
    { role: 'process-leader', person: { id: ids.leader, name: 'Lena Ledare' } },
  ]);
});

it('the leader brings the others in, each in a role and for an organisation', async () => {
  for (const organisation of ['REGION', 'TOWN'])
    expect((await give('leader', 'add-party', { organisation })).status).toBe(200);
  const seats: [string, Who, string][] = [
    ['municipal-lead', 'officer', 'TOWN'],
    ['civil-society-partner', 'volunteer', 'CLUB'],
  ];
  for (const [role, who, organisation] of seats)
    expect(
      (await give('leader', 'assign-role', { role, person: ids[who], organisation })).body.reasons,
    ).toBeUndefined();
  expect((await give('leader', 'change-role', { holding: 'holding-1', deputy: ids.deputy })).status).toBe(200);
});

it('each sees its own: what the one may do, the other may not, and who has no part in it finds no plan', async () => {
  const [region, town, club] = [await open('leader'), await open('officer'), await open('volunteer')];
  expect(region).toEqual(expect.arrayContaining(['record-mandate', 'assign-role', 'pause']));
  expect(town).toContain('consent');
  expect(town).not.toContain('record-mandate');
  expect(club).toContain('comment');
  expect(club).not.toContain('pause');
  const elsewhere = [
    `/v1/plans/${plan}`,
    `/v1/plans/${plan}/history`,
    `/v1/plans/${plan}/moves`,
    `/v1/plans/${plan}/people`,
  ];
  for (const path of elsewhere) expect([path, (await ask('stranger', 'GET', path)).status]).toEqual([path, 404]);
  expect((await ask('stranger', 'GET', '/v1/plans')).body.items).toEqual([]);
  expect((await ask('officer', 'GET', '/v1/plans')).body.items).toHaveLength(1);
});

it('a refusal says what would be needed, in words', async () => {
  const { status, body } = await give('volunteer', 'pause', { reason: 'Sommar' });
  expect([status, body.code]).toEqual([403, 'not-permitted']);
  expect(body.reasons[0].missing[0]).toMatchObject({ code: 'role-needed', by: { roles: expect.any(Array) } });
  expect(body.detail).toMatch(/process leader/i);
});

it('INV-44 the leader leaves by handing over: a pack, accepted by the deputy; nothing is left without anybody', async () => {
  const alone = await give('leader', 'end-role', { holding: 'holding-1', reason: 'Ny tjänst' });
  expect([alone.status, alone.body.code]).toEqual([409, 'role-needs-successor']);
  const why = 'Kommunen ville vänta på budgeten.';
  expect((await give('leader', 'start-hand-over', { holding: 'holding-1', to: ids.deputy, why })).status).toBe(200);
  expect((await give('leader', 'end-role', { holding: 'holding-1', reason: 'Ny tjänst' })).status).toBe(200);
  const { body: pack } = await ask('deputy', 'GET', `/v1/plans/${plan}/hand-overs/holding-1`);
  expect(JSON.stringify(pack)).toContain(why);
  expect((await give('officer', 'accept-hand-over', { holding: 'holding-1' })).status).toBe(403);
  expect((await give('deputy', 'accept-hand-over', { holding: 'holding-1' })).status).toBe(200);
  expect((await holders('deputy')).filter(({ role }) => role === 'process-leader')).toMatchObject([
    { person: { id: ids.deputy } },
  ]);
});

it('who has left does no more in the plan, and who took over does all of it', async () => {
  expect(await open('deputy')).toEqual(expect.arrayContaining(['record-mandate', 'assign-role', 'pause']));
  const { body } = await ask('deputy', 'GET', `/v1/plans/${plan}/dependency`);
  expect(JSON.stringify(body)).toContain('process-leader');
});

it('one person is erased: the name is nowhere, the history is whole, and every plan is what its events say', async () => {
  const erased = await operator.api.ask('POST', `/v1/persons/${ids.leader}/erase`, {
    body: { reason: 'Asked for it' },
  });
  expect(erased.status).toBe(200);
  expect((await ask('leader', 'GET', '/v1/me')).status).toBe(401);
  const { body } = await ask('deputy', 'GET', `/v1/plans/${plan}/history?limit=1000`);
  expect(body.items[0].data).toMatchObject({ title: 'Hälsolots' });
  expect(JSON.stringify(body)).not.toContain('Lena');
  const pool = operator.api.app.get(Pool);
  expect(await checkRebuild(pool, () => undefined)).toMatchObject({ different: [] });
});
