// Sign-in by a mailed link over real HTTP: what a person meets, and what somebody tries who is none.
import { MailedLinks, Persons, Tokens } from '#libs/people';
import { PostOffice } from '#libs/platform';
import { Pool } from 'pg';
import { runningApi, type Answer, type RunningApi } from '../../../test/services/api.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const MANY = { perAddress: 1_000, perPlace: 10_000 };

let api: RunningApi;
let anna: string;

beforeAll(async () => {
  api = await runningApi({ askingLimit: MANY });
  anna = await added('Anna Åberg', 'anna@example.se');
});
afterAll(() => api.close());

async function added(name: string, address: string): Promise<string> {
  const person = await api.app.get(Persons).add({ name, address, language: 'sv', organisation: null });
  if (typeof person === 'string') throw new Error(person);
  return person.id;
}

type Headers = Record<string, string>;
const get = (path: string, headers: Headers = {}) => api.ask('GET', path, { token: null, headers });
const post = (path: string, fields: Headers = {}, headers: Headers = {}) =>
  api.ask('POST', path, {
    token: null,
    body: new URLSearchParams(fields).toString(),
    headers: { ...FORM, ...headers },
  });

/** The cookies of an answer, as a browser would send them back. */
function cookiesOf({ headers }: Answer): string {
  return headers
    .getSetCookie()
    .map((one) => one.split(';')[0] as string)
    .join('; ');
}

async function mails(): Promise<{ to: string; text: string }[]> {
  await api.app.get(MailedLinks).settled();
  const office = api.app.get(PostOffice);
  const listed = await office.list(200);
  return Promise.all(listed.map(async ({ id, to }) => ({ to, text: (await office.one(id))?.text ?? '' })));
}

/** Asks as a browser does. @returns the path of the link that was mailed, and the cookies of the browser that asked. */
async function asked(address = 'anna@example.se', fields: Headers = {}) {
  const answer = await post('/sign-in', { address, ...fields });
  const [latest] = await mails();
  const path = /https:\/\/stegvis\.example(\/sign-in\/\S+)/.exec(latest?.text ?? '')?.[1] ?? '';
  return { answer, path, cookie: cookiesOf(answer) };
}

async function signedIn(address?: string) {
  const { path, cookie } = await asked(address);
  const answer = await post(path, {}, { cookie });
  const session = answer.headers.getSetCookie().find((one) => one.startsWith('__Host-stegvis-session=')) ?? '';
  return { answer, path, cookie, session: session.split(';')[0] as string };
}

const me = (session: string) => get('/v1/me', { cookie: session });

describe('a person', () => {
  it('asks for a link, follows it in the same browser, and is in as who they are', async () => {
    const page = await get('/sign-in?next=%2F%23%2Fplans');
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('name="next" value="/#/plans"')]);
    const { answer, path, cookie } = await asked('Anna@Example.SE', { next: '/#/plans' });
    expect([answer.status, answer.body]).toEqual([200, expect.stringContaining('Look in your mail')]);
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-stegvis-asked=asked_\S{43}; HttpOnly; SameSite=Lax; Path=\/; Max-Age=900; Secure$/,
      ),
    ]);
    const link = await get(path, { cookie });
    expect([link.status, link.body]).toEqual([200, expect.stringContaining('<form method="post">')]);
    const entered = await post(path, {}, { cookie });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/#/plans']);
    expect(entered.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-stegvis-session=stegvis_session_\S{43}; HttpOnly; SameSite=Strict; Path=\/; Max-Age=43200; Secure$/,
      ),
      expect.stringMatching(/^__Host-stegvis-asked=; .*Max-Age=0/),
    ]);
    expect((await me(cookiesOf(entered))).body).toMatchObject({ id: anna, name: 'Anna Åberg' });
  });

  it('signs out: the session is over on the server, and the cookie goes', async () => {
    const { session } = await signedIn();
    expect((await me(session)).status).toBe(200);
    const out = await post('/sign-out', {}, { cookie: session });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/']);
    expect(out.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-stegvis-session=; .*Max-Age=0/)]);
    expect((await me(session)).status).toBe(401);
    expect((await post('/sign-out')).status).toBe(303);
  });

  it('sees where they are signed in, ends one of these and all of them', async () => {
    const bo = await added('Bo', 'bo@example.se');
    const [one, two] = [await signedIn('bo@example.se'), await signedIn('bo@example.se')];
    const anne = await signedIn();
    const mine = async () => (await get('/v1/me/sessions', { cookie: one.session })).body.items;
    const listed = await mine();
    expect(listed).toHaveLength(2);
    expect(listed.map(({ current }: { current: boolean }) => current)).toEqual([false, true]);
    const own = { cookie: one.session, origin: api.url, 'content-type': 'application/json' };
    const end = (path: string) => api.ask('POST', path, { token: null, headers: own });
    expect((await end(`/v1/me/sessions/${listed[0].id}/revoke`)).body).toEqual({ revoked: 1 });
    expect([(await me(two.session)).status, (await me(one.session)).body.id]).toEqual([401, bo]);
    expect((await end(`/v1/me/sessions/${listed[0].id}/revoke`)).status).toBe(404);
    const others = (await get('/v1/me/sessions', { cookie: anne.session })).body.items[0];
    expect((await end(`/v1/me/sessions/${others.id}/revoke`)).status).toBe(404);
    expect((await end('/v1/me/sessions/revoke-all')).body).toEqual({ revoked: 1 });
    expect([(await me(one.session)).status, (await me(anne.session)).status]).toEqual([401, 200]);
  });

  it('ends on a page of our own alone what it shows them', async () => {
    await added('Disa', 'disa@example.se');
    const [one, two] = [await signedIn('disa@example.se'), await signedIn('disa@example.se')];
    const page = await get('/sessions', { cookie: two.session });
    const [, id] = /action="\/sessions\/([0-9a-f-]{36})"/.exec(page.body) ?? [];
    const end = (origin: string) => post(`/sessions/${id}`, {}, { cookie: two.session, origin });
    expect([(await end('https://evil.example')).status, (await me(one.session)).status]).toEqual([403, 200]);
    expect([(await end(api.url)).status, (await me(one.session)).status]).toEqual([303, 401]);
    const all = await post('/sessions', {}, { cookie: two.session, origin: api.url });
    expect([all.status, (await me(two.session)).status]).toEqual([303, 401]);
    expect((await get('/sessions', { accept: 'text/html' })).headers.get('location')).toBe('/sign-in?next=%2Fsessions');
  });

  it('is signed out after two hours without a request, and after twelve in any case', async () => {
    const pool = api.app.get(Pool);
    const past = async (session: string, set: string) => {
      await pool.query(`UPDATE token SET ${set} WHERE hash = encode(sha256($1), 'hex')`, [session.split('=')[1]]);
      api.app.get(Tokens).forget();
      return (await me(session)).status;
    };
    const { session: idle } = await signedIn();
    expect(await past(idle, "last_used_at = now() - interval '119 minutes'")).toBe(200);
    expect(await past(idle, "last_used_at = now() - interval '121 minutes'")).toBe(401);
    const { session: old } = await signedIn();
    expect(await past(old, "expires_at = now() - interval '1 second'")).toBe(401);
  });
});

describe('a link', () => {
  it('is not used up by whatever looks at it: GET and HEAD change nothing, with cookie or without', async () => {
    const { path, cookie } = await asked();
    for (const headers of [{ cookie }, {}, { purpose: 'prefetch', cookie }])
      for (const method of ['GET', 'HEAD', 'GET']) await api.ask(method, path, { token: null, headers });
    expect((await post(path, {}, { cookie })).status).toBe(303);
  });

  it('works once', async () => {
    const { path, cookie } = await asked();
    const both = await Promise.all([post(path, {}, { cookie }), post(path, {}, { cookie })]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([303, 410]);
    for (const again of [await post(path, {}, { cookie }), await get(path, { cookie })]) {
      expect([again.status, again.headers.getSetCookie()]).toEqual([410, []]);
      expect(again.body).toContain('Ask for a new link');
    }
  });

  it('works for a quarter of an hour', async () => {
    const { path, cookie } = await asked();
    await api.app.get(Pool).query("UPDATE sign_in_code SET expires_at = now() - interval '1 second'");
    expect([(await get(path, { cookie })).status, (await post(path, {}, { cookie })).status]).toEqual([410, 410]);
  });

  it('works only where it was asked for; another browser is told what to do, and does not use it up', async () => {
    const { path, cookie } = await asked();
    const other = cookiesOf(await post('/sign-in', { address: 'nobody@example.se' }));
    for (const headers of [{}, { cookie: other }, { cookie: '__Host-stegvis-asked=' }] as Headers[])
      for (const answer of [await get(path, headers), await post(path, {}, headers)]) {
        expect([answer.status, answer.headers.getSetCookie()]).toEqual([403, []]);
        expect(answer.body).toMatch(/Another browser[^]*Open it there/);
      }
    expect((await post(path, {}, { cookie })).status).toBe(303);
  });

  it('withdraws the one before it', async () => {
    const first = await asked();
    const second = await asked();
    expect((await post(first.path, {}, { cookie: first.cookie })).status).toBe(410);
    expect((await post(second.path, {}, { cookie: second.cookie })).status).toBe(303);
  });

  it('is kept as a hash, like what binds it to its browser', async () => {
    const { path, cookie } = await asked();
    const { rows } = await api.app.get(Pool).query('SELECT * FROM sign_in_code');
    const kept = JSON.stringify(rows);
    expect(kept).not.toContain(path.split('/').at(-1));
    expect(kept).not.toContain(cookie.split('=')[1]);
  });

  it('of somebody erased meanwhile lets nobody in', async () => {
    const eva = await added('Eva', 'eva@example.se');
    const { path, cookie } = await asked('eva@example.se');
    await api.app
      .get(Pool)
      .query('UPDATE person SET name = NULL, address = NULL, erased_at = now() WHERE id = $1', [eva]);
    const answer = await post(path, {}, { cookie });
    expect((await me(cookiesOf(answer))).status).toBe(401);
  });

  it('gives a session that nobody can have known, and ends the one before it', async () => {
    const before = await signedIn();
    const { path, cookie } = await asked();
    const planted = '__Host-stegvis-session=stegvis_session_planted';
    const answer = await post(path, {}, { cookie: `${cookie}; ${planted}` });
    expect(cookiesOf(answer)).not.toContain('planted');
    const next = await asked();
    await post(next.path, {}, { cookie: `${next.cookie}; ${before.session}` });
    expect((await me(before.session)).status).toBe(401);
  });

  it('leads to a place of ours and nowhere else', async () => {
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'javascript:x',
    ]) {
      expect((await get(`/sign-in?next=${encodeURIComponent(next)}`)).body).not.toContain('evil');
      const { path, cookie } = await asked(undefined, { next });
      expect((await post(path, {}, { cookie })).headers.get('location')).toBe('/');
    }
  });
});

describe('somebody who tries', () => {
  it('which addresses are known learns nothing: the same answer, and the work comes after it', async () => {
    const answers = [];
    for (const address of ['anna@example.se', 'nobody@example.se']) {
      const { status, body, headers } = await post('/sign-in', { address });
      const names = [...headers].map(([name]) => name).filter((name) => name !== 'date');
      answers.push({ status, body, names, cookie: headers.getSetCookie().map((one) => one.replace(/asked_\S+;/, '')) });
    }
    expect(answers[0]).toEqual(answers[1]);
    const before = (await mails()).length;
    await post('/sign-in', { address: 'nobody@example.se' });
    expect(await mails()).toHaveLength(before);
  });

  it('takes about the same time for either', async () => {
    const timed = async (address: string) => {
      const began = performance.now();
      await post('/sign-in', { address });
      return performance.now() - began;
    };
    const times: [number[], number[]] = [[], []];
    for (let n = 0; n < 40; n += 1) {
      times[0].push(await timed('anna@example.se'));
      times[1].push(await timed('nobody@example.se'));
      await api.app.get(MailedLinks).settled();
    }
    const [known, unknown] = times.map((some) => some.sort((a, b) => a - b)[20] as number) as [number, number];
    expect(known / unknown).toBeGreaterThan(0.5);
    expect(known / unknown).toBeLessThan(2);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin to speak of', { origin: 'null' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['another host of the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('with a form from %s is refused: nothing is sent, nobody is signed in or out', async (_from, foreign) => {
    const { session, path: _used } = await signedIn();
    const { path, cookie } = await asked();
    const before = (await mails()).length;
    const headers = { ...foreign, cookie: `${cookie}; ${session}` } as Headers;
    for (const to of ['/sign-in', path, '/sign-out']) {
      const answer = await post(to, { address: 'anna@example.se' }, headers);
      expect([to, answer.status, answer.headers.getSetCookie()]).toEqual([to, 403, []]);
    }
    expect([(await mails()).length, (await me(session)).status]).toEqual([before, 200]);
    expect((await post(path, {}, { cookie, 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(303);
  });

  it.each([
    'anna@example.se\r\nBcc: eve@evil.example',
    'anna@example.se,eve@evil.example',
    'anna@example.se\u0000',
    '<script>alert(1)</script>',
    '',
    'a'.repeat(300),
  ])('with %j as an address is told that it is none', async (address) => {
    const before = (await mails()).length;
    const { status, body } = await post('/sign-in', { address });
    expect([status, body]).toEqual([400, expect.stringContaining('That is no mail address')]);
    expect(body).not.toContain('<script');
    expect(await mails()).toHaveLength(before);
  });

  it('with a form that is none, or of another shape, is told the same', async () => {
    const json = { token: null, headers: { 'content-type': 'application/json' } };
    for (const body of ['[]', '{"address":["a@b.se"]}', '{"address":{"x":1}}', 'null'])
      expect((await api.ask('POST', '/sign-in', { ...json, body })).status).toBe(400);
    expect((await api.ask('POST', '/sign-in', { token: null })).status).toBe(400);
    const large = await post('/sign-in', { address: 'x'.repeat(20_000) });
    expect(large.status).toBe(413);
  });

  it('codes gets nowhere', async () => {
    const { cookie } = await asked();
    for (const path of [
      '/sign-in/x',
      `/sign-in/sign_in_${'a'.repeat(43)}`,
      '/sign-in/%00',
      `/sign-in/${'a'.repeat(5_000)}`,
    ]) {
      expect((await get(path, { cookie })).status).toBe(410);
      expect((await post(path, {}, { cookie })).status).toBe(410);
    }
  });

  it('with the cookie under the name it has without https finds it unread', async () => {
    const { session } = await signedIn();
    expect((await me(session.replace('__Host-', ''))).status).toBe(401);
  });

  it('again and again is asked to wait: by address whether it is known or not, and by place', async () => {
    const limited = await runningApi({ askingLimit: { perAddress: 2, perPlace: 5 } });
    try {
      await limited.app
        .get(Persons)
        .add({ name: 'Anna', address: 'anna@example.se', language: 'sv', organisation: null });
      const ask = async (address: string, from: Headers = {}) => {
        const headers = { ...FORM, ...from };
        const answer = await limited.ask('POST', '/sign-in', { token: null, headers, body: `address=${address}` });
        return [answer.status, answer.body, answer.headers.get('retry-after')];
      };
      const [known, unknown] = [[], []] as unknown[][][];
      for (let n = 0; n < 3; n += 1) known?.push(await ask('anna@example.se'));
      for (let n = 0; n < 3; n += 1) unknown?.push(await ask('nobody@example.se'));
      expect(known).toEqual(unknown);
      expect(known?.map(([status]) => status)).toEqual([200, 200, 429]);
      expect(Number(known?.[2]?.[2])).toBeGreaterThan(3_000);
      expect((await ask('one@example.se'))[0]).toBe(200);
      expect((await ask('two@example.se'))[0]).toBe(429);
      // Behind a proxy on this machine the place is the one that the proxy tells of, whatever its client makes up before it.
      const by = (ip: string) => ({ 'x-forwarded-for': `198.51.100.9, ${ip}` });
      for (let n = 0; n < 5; n += 1) expect((await ask(`${n}@example.se`, by('203.0.113.1')))[0]).toBe(200);
      expect((await ask('5@example.se', by('203.0.113.1')))[0]).toBe(429);
      expect((await ask('5@example.se', by('203.0.113.2')))[0]).toBe(200);
    } finally {
      await limited.close();
    }
  });
});

describe('every page of it', () => {
  it('may hold no script, be shown in no other page and be kept nowhere; its address reaches no other site', async () => {
    const { path, cookie } = await asked();
    for (const page of [await get('/sign-in'), await get(path, { cookie }), await get(path), await get('/sign-in/x')]) {
      const { headers } = page;
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; [^]*frame-ancestors 'none'$/);
      expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'same-origin']);
    }
  });

  it('that a browser asks for without being signed in leads to the sign-in; a program is told 401', async () => {
    const browser = await get('/outbox', { accept: 'text/html,*/*' });
    expect([browser.status, browser.headers.get('location')]).toEqual([303, '/sign-in?next=%2Foutbox']);
    expect((await get('/outbox')).status).toBe(401);
  });
});
