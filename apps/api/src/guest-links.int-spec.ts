// A guest without an account does one duty by a link: what the guest meets, and what becomes of the link.
import { Persons, Tokens } from '#libs/people';
import { PostOffice } from '#libs/platform';
import { Pool } from 'pg';
import { runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const GUEST = { name: 'Greta <b>Gäst</b>', address: 'greta@example.se' };
const COMMENT = { verb: 'comment', ask: 'comment', ...GUEST };

let api: RunningApi;
let plan: string;

beforeAll(async () => {
  api = await runningApi();
  plan = (await api.start({ title: 'Hälsolots <i>Högsby</i>' })).id;
});
afterAll(() => api.close());

type Headers = Record<string, string>;
const invite = (body: object, asked: object = {}, of = plan) =>
  api.ask('POST', `/v1/plans/${of}/guest-links`, { body, ...asked });
const get = (path: string, headers: Headers = {}) => api.ask('GET', path, { token: null, headers });
const post = (path: string, fields: Headers = {}, headers: Headers = {}) =>
  api.ask('POST', path, {
    token: null,
    body: new URLSearchParams(fields).toString(),
    headers: { ...FORM, ...headers },
  });

async function latestMail(): Promise<Json> {
  const office = api.app.get(PostOffice);
  return office.one((await office.list(1))[0]?.id ?? '');
}

/** @returns the link as it was told, and the path that stands in the mail. */
async function invited(body: object = COMMENT, of = plan): Promise<{ link: Json; path: string }> {
  const { status, body: link } = await invite(body, {}, of);
  if (status !== 201) throw new Error(JSON.stringify(link));
  const mail = await latestMail();
  return { link, path: /https:\/\/stegvis\.example(\/duty\/\S+)/.exec(mail.text)?.[1] ?? '' };
}

const history = async (of = plan): Promise<Json[]> =>
  (await api.ask('GET', `/v1/plans/${of}/history?limit=1000`)).body.items;
const comments = async () => (await history()).filter(({ type }) => type.includes('comment.written'));
const statusOf = async (id: string, of = plan) =>
  (await api.ask('GET', `/v1/plans/${of}/guest-links`)).body.items.find((one: Json) => one.id === id)?.status;

describe('a guest', () => {
  it('is asked by mail, sees in plain words what it is about, and does it with one press', async () => {
    const { link, path } = await invited({
      ...COMMENT,
      message: 'Hur går det?\n<script>x</script>',
      organisation: 'HOGSBY',
    });
    expect(link).toMatchObject({ plan, verb: 'comment', status: 'open', name: GUEST.name, organisation: 'HOGSBY' });
    expect(JSON.stringify(link)).not.toContain(path.split('/').at(-1));
    const page = await get(path);
    expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'same-origin']);
    expect(page.body).toContain('Hälsolots &lt;i&gt;Högsby&lt;/i&gt;');
    expect(page.body).toContain('Comment');
    expect(page.body).toContain('Hur går det?<br>&lt;script&gt;');
    expect(page.body).not.toContain('<script');
    const before = (await comments()).length;
    const done = await post(path, { text: 'Bra.\r\nTack <b>för</b> frågan.' });
    expect([done.status, done.body]).toEqual([200, expect.stringContaining('Thank you!')]);
    const [last, ...others] = (await comments()).slice(before);
    expect(others).toEqual([]);
    expect(last).toMatchObject({ data: { words: 'Bra.\nTack <b>för</b> frågan.' }, who: { organisation: 'HOGSBY' } });
    expect(await statusOf(link.id)).toBe('used');
  });

  it('whom the directory knows is reached at the address there, and acts as who they are', async () => {
    const person = await api.app
      .get(Persons)
      .add({ name: 'Anna Åberg', address: 'anna@example.se', language: 'en', organisation: null });
    if (typeof person === 'string') throw new Error(person);
    const { path } = await invited({ verb: 'comment', ask: 'comment', person: person.id });
    const mail = await latestMail();
    expect(mail).toMatchObject({ to: 'anna@example.se', name: 'Anna Åberg', person: person.id, language: 'en' });
    expect(mail.text).toContain('Hello Anna Åberg,');
    await post(path, { text: 'Here I am.' });
    const { rows } = await api.app
      .get(Pool)
      .query(`SELECT who FROM event WHERE plan = $1 ORDER BY position DESC LIMIT 1`, [plan]);
    expect(rows[0].who.id).toBe(person.id);
  });

  it('answers a question in the question’s own words, and confirms without writing anything', async () => {
    const network = (await api.start({ template: 'regional-service-programme', title: 'Service' })).id;
    const raised = await api.ask('POST', `/v1/plans/${network}/raise-question`, {
      body: { question: 'Vem kör bussen?' },
    });
    expect(raised.status).toBe(200);
    const asked = { verb: 'answer-question', preset: { question: 'question-1' }, ask: 'answer', ...GUEST };
    const { path } = await invited(asked, network);
    expect((await get(path)).body).toContain('Vem kör bussen?');
    expect((await latestMail()).text).toContain('Vem kör bussen?');
    expect((await post(path, { text: 'Biblioteket.' })).status).toBe(200);
    expect((await history(network)).at(-1)?.data).toMatchObject({ answer: 'Biblioteket.' });
    await api.ask('POST', `/v1/plans/${plan}/add-party`, { body: { organisation: 'HOGSBY' } });
    const consent = await invited({ verb: 'consent', preset: { organisation: 'HOGSBY' }, ...GUEST });
    const page = await get(consent.path);
    expect(page.body).not.toContain('<textarea');
    expect(page.body).toContain('HOGSBY');
    expect((await post(consent.path)).status).toBe(200);
    expect((await history()).at(-1)?.type).toContain('party.consented');
  });

  it('reads in the language of the mail, and of the browser', async () => {
    const { path } = await invited({ ...COMMENT, language: 'sv' });
    const mail = await latestMail();
    expect(mail.subject).toBe('Hälsolots <i>Högsby</i>: Vad säger du?');
    expect(mail.html).toContain('Greta &lt;b&gt;Gäst&lt;/b&gt;');
    expect((await get(path, { 'accept-language': 'sv' })).body).toContain('Vad säger du?');
  });
});

describe('a link', () => {
  it('is not used up by whatever looks at it', async () => {
    const { path } = await invited();
    const before = (await history()).length;
    for (const method of ['GET', 'HEAD', 'GET'])
      await api.ask(method, path, { token: null, headers: { purpose: 'prefetch' } });
    expect(await history()).toHaveLength(before);
    expect((await post(path, { text: 'Nu.' })).status).toBe(200);
  });

  it('does it once, however often and at the same moment it is pressed', async () => {
    for (const texts of [Array(6).fill('Samma ord'), ['Ett', 'Två', 'Tre', 'Fyra']] as string[][]) {
      const { path } = await invited();
      const before = (await comments()).length;
      const answers = await Promise.all(texts.map((text) => post(path, { text })));
      expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 410)).toEqual([]);
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
      expect(await comments()).toHaveLength(before + 1);
      expect((await post(path, { text: 'En gång till' })).status).toBe(410);
      expect(await comments()).toHaveLength(before + 1);
    }
  });

  it('whose answer was lost on the way does nothing twice', async () => {
    const { link, path } = await invited();
    await post(path, { text: 'Hej' });
    const before = (await comments()).length;
    await api.app.get(Pool).query('UPDATE guest_link SET used_at = NULL WHERE id = $1', [link.id]);
    expect((await post(path, { text: 'Hej' })).status).toBe(200);
    await api.app.get(Pool).query('UPDATE guest_link SET used_at = NULL WHERE id = $1', [link.id]);
    expect((await post(path, { text: 'Annat' })).status).toBe(410);
    expect(await comments()).toHaveLength(before);
    expect(await statusOf(link.id)).toBe('used');
  });

  it('is dead when it is used, expired, withdrawn or its plan has ended: each says so, to looking and to pressing', async () => {
    const dead = async (path: string, title: string) => {
      const before = (await history()).length;
      for (const answer of [await get(path), await post(path, { text: 'Ändå' })])
        expect([answer.status, /<h1>(.*?)<\/h1>/.exec(answer.body)?.[1]]).toEqual([410, title]);
      expect(await history()).toHaveLength(before);
    };
    const used = await invited();
    await post(used.path, { text: 'Klart' });
    await dead(used.path, 'Already done');
    const old = await invited({ ...COMMENT, expiresAt: new Date(Date.now() + 60_000).toISOString() });
    await api.app
      .get(Pool)
      .query("UPDATE guest_link SET expires_at = now() - interval '1 s' WHERE id = $1", [old.link.id]);
    await dead(old.path, 'The link has expired');
    const back = await invited();
    expect((await api.ask('POST', `/v1/guest-links/${back.link.id}/withdraw`)).body.status).toBe('withdrawn');
    expect((await api.ask('POST', `/v1/guest-links/${back.link.id}/withdraw`)).status).toBe(200);
    await dead(back.path, 'The link has been withdrawn');
    expect((await api.ask('POST', `/v1/guest-links/${used.link.id}/withdraw`)).body.code).toBe('guest-link-used');
    const other = (await api.start({ title: 'Slut' })).id;
    const ended = await invited(COMMENT, other);
    await api.ask('POST', `/v1/plans/${other}/discontinue`, { body: { reason: 'Det räcker' } });
    await dead(ended.path, 'The plan has ended');
  });

  it('that there is not is told of as such', async () => {
    for (const path of ['/duty/x', `/duty/duty_${'a'.repeat(43)}`, '/duty/%00', `/duty/${'x'.repeat(9_000)}`]) {
      expect((await get(path)).status).toBe(404);
      expect((await post(path)).status).toBe(404);
    }
  });

  it('whose verb the plan does not take now says why, keeps the words, and works when it does', async () => {
    await api.ask('POST', `/v1/plans/${plan}/add-party`, { body: { organisation: 'NYBRO' } });
    const { path, link } = await invited({ verb: 'consent', preset: { organisation: 'NYBRO' }, ...GUEST });
    await api.ask('POST', `/v1/plans/${plan}/withdraw-party`, { body: { organisation: 'NYBRO', reason: 'Väntar' } });
    const refused = await post(path);
    expect([refused.status, refused.body]).toEqual([409, expect.stringContaining('It could not be done now')]);
    expect(await statusOf(link.id)).toBe('open');
    await api.ask('POST', `/v1/plans/${plan}/add-party`, { body: { organisation: 'NYBRO' } });
    expect((await post(path)).status).toBe(200);
  });

  it('with a field takes words, and as many as the plan does', async () => {
    const { path } = await invited();
    const blank = await post(path, { text: ' \r\n ' });
    expect([blank.status, blank.body]).toEqual([400, expect.stringContaining('Write something first.')]);
    const long = await post(path, { text: 'å'.repeat(20_001) });
    expect([long.status, long.body]).toEqual([400, expect.stringContaining('at most 20000')]);
    expect((await post(path, { text: 'x'.repeat(300_000) })).status).toBe(413);
    expect((await post(path, { text: `${'å'.repeat(19_000)}\0`, preset: '{}', verb: 'discontinue' })).status).toBe(200);
  });

  it('is pressed on our own page alone', async () => {
    const { path } = await invited();
    const before = (await comments()).length;
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'null' },
    ] as Headers[])
      expect((await post(path, { text: 'Från annat håll' }, headers)).status).toBe(403);
    expect(await comments()).toHaveLength(before);
  });

  it('opens nothing else: it is no token and no session', async () => {
    const { path } = await invited();
    const secret = path.split('/').at(-1) as string;
    expect((await api.ask('GET', `/v1/plans/${plan}`, { token: secret })).status).toBe(401);
    expect((await get('/v1/me', { cookie: `__Host-stegvis-session=${secret}` })).status).toBe(401);
    expect((await post(`/sign-in/${secret}`)).status).toBe(410);
    const { rows } = await api.app.get(Pool).query('SELECT * FROM guest_link');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await history())).not.toMatch(/greta|Gäst/);
  });
});

describe('whoever asks', () => {
  it('says what, of whom and until when; each fault at its place', async () => {
    const faults = async (body: object) => {
      const answer = await invite(body);
      return [answer.status, answer.body.faults?.map(({ pointer, code }: Json) => `${pointer} ${code}`)];
    };
    expect(await faults({})).toEqual([400, ['/verb required']]);
    expect(await faults({ ...COMMENT, verb: 'advance' })).toEqual([400, ['/verb not-one-of']]);
    expect(await faults({ ...COMMENT, verb: 'constructor' })).toEqual([400, ['/verb not-one-of']]);
    expect(await faults({ ...COMMENT, ask: 'nothing' })).toEqual([
      400,
      expect.arrayContaining(['/preset/nothing unknown-field']),
    ]);
    expect(await faults({ ...COMMENT, preset: { comment: 'x' } })).toEqual([400, ['/preset/comment not-both']]);
    expect(await faults({ ...COMMENT, ask: undefined })).toEqual([400, ['/preset/comment required']]);
    expect(await faults({ verb: 'comment', ask: 'comment' })).toEqual([400, ['/address required']]);
    expect(await faults({ ...COMMENT, address: 'a@b.se\r\nBcc: eve@evil.example' })).toEqual([
      400,
      ['/address not-an-address'],
    ]);
    expect(await faults({ ...COMMENT, name: 'Greta\r\nBcc: eve@evil.example' })).toEqual([400, ['/name not-a-line']]);
    expect(await faults({ ...COMMENT, expiresAt: '2020-01-01T00:00:00Z' })).toEqual([400, ['/expiresAt not-ahead']]);
    expect(await faults({ ...COMMENT, expiresAt: '2199-01-01T00:00:00Z' })).toEqual([
      400,
      ['/expiresAt too-far-ahead'],
    ]);
    expect(await faults({ ...COMMENT, expiresAt: 'soon' })).toEqual([400, ['/expiresAt not-an-instant']]);
    expect((await invite({ verb: 'comment', ask: 'comment', person: crypto.randomUUID() })).body.code).toBe(
      'unknown-person',
    );
  });

  it('may do it themselves, and could now', async () => {
    const { token } = await api.app.get(Tokens).make({ name: 'Reader', scopes: ['read'] });
    expect((await invite(COMMENT, { token })).status).toBe(403);
    expect((await invite(COMMENT, { token: null })).status).toBe(401);
    expect((await invite(COMMENT, {}, crypto.randomUUID())).body.code).toBe('unknown-plan');
    const refused = await invite({ verb: 'consent', preset: { organisation: 'NOBODY' }, ...GUEST });
    expect([refused.status, refused.body.code]).toEqual([404, 'unknown-record']);
    const stranger = await api.app.get(Persons).add({ name: 'Eva', address: null, language: 'sv', organisation: null });
    if (typeof stranger === 'string') throw new Error(stranger);
    const session = await api.app.get(Tokens).startSession(stranger.id);
    expect((await invite(COMMENT, { token: session.token, headers: { origin: api.url } })).status).toBe(404);
    expect((await api.ask('GET', `/v1/plans/${plan}/guest-links`, { token: session.token })).status).toBe(404);
  });

  it('gets no mail out and no link made when one of them cannot be', async () => {
    const count = async () => (await api.ask('GET', `/v1/plans/${plan}/guest-links`)).body.items.length;
    const before = await count();
    await api.app.get(Pool).query('ALTER TABLE mail ADD CONSTRAINT never CHECK (purpose <> $$guest-link$$) NOT VALID');
    expect((await invite(COMMENT)).status).toBe(500);
    await api.app.get(Pool).query('ALTER TABLE mail DROP CONSTRAINT never');
    expect(await count()).toBe(before);
  });
});

it('a link gives away no more than whoever made it has: with the role it ends', async () => {
  const of = (await api.start()).id as string;
  const people = await Promise.all(
    ['Kommunens', 'Nästa'].map(
      async (name) => (await api.ask('POST', '/v1/persons', { body: { name } })).body.id as string,
    ),
  );
  const [maker, next] = people as [string, string];
  const { token } = await api.app.get(Tokens).make({ name: 'x', person: maker });
  const said = async (verb: string, body: object) =>
    expect((await api.ask('POST', `/v1/plans/${of}/${verb}`, { body })).status).toBe(200);
  await said('add-party', { organisation: 'HOGSBY' });
  await said('assign-role', { role: 'municipal-lead', person: maker, organisation: 'HOGSBY' });
  const wanted = { verb: 'consent', preset: { organisation: 'HOGSBY' }, ...GUEST };
  const { status } = await invite(wanted, { token }, of);
  expect(status).toBe(201);
  const { text } = await latestMail();
  const path = /https:\/\/stegvis\.example(\/duty\/\S+)/.exec(text)?.[1] ?? '';
  expect((await get(path)).status).toBe(200);
  await said('end-role', { holding: 'holding-1', successor: { person: next } });
  expect([(await get(path)).status, (await post(path)).status]).toEqual([410, 410]);
  expect((await get(path)).body).toContain('The link is no longer good');
  expect((await history(of)).some(({ type }) => type.includes('consented'))).toBe(false);
});
