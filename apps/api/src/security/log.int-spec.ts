// With the log as loud as it gets, people sign in, guests answer, tokens are made and faults happen: no secret, name or address of
// theirs stands in it, nor in what the faults tell.
import { MailedLinks } from '#libs/people';
import { PostOffice } from '#libs/platform';
import { jest } from '@jest/globals';
import fs, { readFileSync } from 'node:fs';
import { Pool } from 'pg';
import { ADMIN_TOKEN, runningApi, type RunningApi } from '../../../../test/services/api.js';
import { done } from '../../../../test/services/signed-in.js';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const ADDRESS = 'hemlige.harald@example.se';
const NAME = 'Hemlige Harald';

let api: RunningApi;
let logged = '';
const secrets = new Map<string, string>([
  ['the admin token', ADMIN_TOKEN],
  ['a name', NAME],
  ['an address', ADDRESS],
]);

beforeAll(async () => {
  listenIn();
  api = await runningApi({ logLevel: 'debug' });
});
afterAll(async () => {
  await api.close();
  jest.restoreAllMocks();
});

/** To what goes out on this process's first channel, whichever way the log takes. */
function listenIn(): void {
  const [write, writeSync] = [fs.write.bind(fs), fs.writeSync.bind(fs)];
  const hears = (text: string) => {
    logged += text;
    return Buffer.byteLength(text);
  };
  jest
    .spyOn(fs, 'writeSync')
    .mockImplementation((fd, text, ...more: unknown[]) =>
      fd === 1 ? hears(text) : writeSync(fd, text, ...(more as [])),
    );
  jest.spyOn(fs, 'write').mockImplementation((fd: number, text: unknown, ...more: unknown[]): void => {
    const done = more.at(-1) as (error: Error | null, bytes: number) => void;
    if (fd === 1) setImmediate(() => done(null, hears(String(text))));
    else write(fd, String(text), null, 'utf8', done);
  });
}

async function pathInMail(kind: string): Promise<string> {
  await api.app.get(MailedLinks).settled();
  const office = api.app.get(PostOffice);
  const mail = await office.one((await office.list(1))[0]?.id ?? '');
  return new RegExp(`/${kind}/[\\w-]+`).exec(mail?.text ?? '')?.[0] ?? '';
}

const form = (path: string, fields: Record<string, string>, headers = {}) =>
  api.ask('POST', path, {
    token: null,
    headers: { ...FORM, ...headers },
    body: new URLSearchParams(fields).toString(),
  });

it('nothing of it is in the log', async () => {
  const told: unknown[] = [];
  const keep = (what: string, secret: string) => secrets.set(what, secret);
  const { id } = await done(api, 'POST', '/v1/persons', { name: NAME, address: ADDRESS });
  const asked = await form('/sign-in', { address: ADDRESS });
  const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] as string;
  keep('the mark of a browser', cookie.split('=')[1] as string);
  const link = await pathInMail('sign-in');
  keep('the code of a link', link.split('/')[2] as string);
  const entered = await form(link, {}, { cookie });
  const session = entered.headers.getSetCookie()[0]?.split(';')[0] as string;
  keep('a session', session.split('=')[1] as string);
  keep('a token', (await done(api, 'POST', '/v1/tokens', { name: 'Diariet' })).token);
  const { id: plan } = await api.start();
  await done(api, 'POST', `/v1/plans/${plan}/guest-links`, { verb: 'comment', ask: 'comment', person: id });
  const duty = await pathInMail('duty');
  keep('the secret of a duty', duty.split('/')[2] as string);

  // Faults on every way: what is not there, what cannot be read, and what the database will not do.
  const pool = api.app.get(Pool);
  for (const table of ['plan', 'event', 'person', 'guest_link', 'sign_in_code', 'mail'])
    await pool.query(`ALTER TABLE "${table}" RENAME TO "${table}_gone"`);
  for (const path of [
    link,
    duty,
    `/v1/persons?q=${encodeURIComponent(NAME)}`,
    `/v1/nothing/${secrets.get('a token')}`,
    `${duty}%zz`,
  ])
    told.push(
      await api
        .ask('GET', path, { token: path.startsWith('/v1') ? ADMIN_TOKEN : null, headers: { cookie } })
        .catch(() => 'described otherwise'),
    );
  told.push(
    await form(link, {}, { cookie }),
    await form(duty, { text: 'Hej' }),
    await form('/sign-in', { address: ADDRESS }),
  );
  const person = JSON.stringify({ name: NAME, address: ADDRESS });
  told.push(
    await api.ask('POST', '/v1/persons', { body: person }),
    await api.ask('POST', '/v1/persons', { body: person.slice(0, -1) }),
  );
  told.push(await api.ask('GET', '/v1/me', { token: secrets.get('a token') as string }));
  for (const table of ['plan', 'event', 'person', 'guest_link', 'sign_in_code', 'mail'])
    await pool.query(`ALTER TABLE "${table}_gone" RENAME TO "${table}"`);

  expect(logged.match(/a request failed/g)?.length).toBeGreaterThanOrEqual(5);
  const faults = JSON.stringify(
    told.filter((one) => (one as { status?: number }).status !== 200).map((one) => (one as { body?: unknown }).body),
  );
  for (const [what, secret] of secrets) {
    expect([what, secret.length > 7, logged.includes(secret), logged.includes(encodeURIComponent(secret))]).toEqual([
      what,
      true,
      false,
      false,
    ]);
    // What was asked for is told back to whoever asked for it, and nothing else.
    if (what !== 'a token') expect([what, faults.includes(secret)]).toEqual([what, false]);
  }
  expect(logged).not.toMatch(/harald/i);
  expect(faults).not.toMatch(/select |insert |relation|\bat .*\.(ts|js):\d|node_modules|postgres/i);
});

it('nothing secret is part of the image: neither written into it nor copied from the folder it is built in', () => {
  const recipe = readFileSync('docker/Dockerfile', 'utf8');
  expect(recipe).not.toMatch(/(TOKEN|PASSWORD|SECRET|SMTP_URL|DATABASE_URL)\s*=/i);
  expect(recipe).not.toMatch(/^(COPY|ADD)\s+\.\s/m);
  expect(recipe).toMatch(/^USER (?!root)\w+$/m);
  const left = readFileSync('docker/Dockerfile.dockerignore', 'utf8');
  const lines = left.split('\n').map((line) => line.trim());
  const isClosed = lines.includes('*') || lines.includes('**');
  for (const secret of ['.env', '.git', 'data'])
    expect([secret, isClosed || lines.some((line) => line.replace(/^(\*\*)?\//, '').startsWith(secret))]).toEqual([
      secret,
      true,
    ]);
  const compose = readFileSync('docker/compose.yaml', 'utf8');
  expect(compose).not.toMatch(/^\s*\w*(PASSWORD|TOKEN): +(?!\$)/m);
});
