// Mails from the row to a real mail server on loopback, and what becomes of them when the server says no, not now, or nothing.
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { Pool } from 'pg';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { Mail1764000000008 } from '../migrations/8-mail.js';
import { AGAIN_AFTER_S, Delivery } from './delivery.js';
import type { NewMail } from './mail.js';
import { clearMails, PostOffice } from './post-office.js';
import { Smtp } from './smtp.js';

const FROM = { name: 'Stegvis', address: 'stegvis@plan.example' };
const GREETING: NewMail = {
  to: { address: 'anna@example.se', name: 'Anna Åberg' },
  language: 'sv',
  subject: 'Din länk till Stegvis',
  text: 'Hej Anna,\nlänken: https://plan.example/sign-in/abc',
  html: '<p>Hej Anna</p>',
  purpose: 'sign-in',
};

let database: FreshDatabase;
let pool: Pool;
let office: PostOffice;
const woken: string[] = [];
const given: string[] = [];
const open: { close(): unknown }[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  const source = await new DataSource({
    type: 'postgres',
    url: database.url,
    migrations: [Mail1764000000008],
    migrationsRun: true,
  }).initialize();
  await source.destroy();
  pool = new Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  office = new PostOffice(pool, (mail) => woken.push(mail));
});

afterEach(async () => {
  for (const one of open.splice(0)) one.close();
  await pool.query('DELETE FROM mail');
  given.splice(0);
  woken.splice(0);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** A mail server that keeps what it takes. @returns its address and what it has taken. */
async function mailServer(options: SMTPServerOptions = {}): Promise<{ url: string; taken: string[] }> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => void textOf(stream).then((mail) => (taken.push(mail), done())),
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  open.push(server);
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, taken };
}

function deliveryTo(url: string): Delivery {
  return new Delivery(pool, new Smtp(url, FROM), (mail, why) => given.push(`${mail} ${why}`));
}

const no = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });
const rowOf = async (id: string) => (await office.one(id)) as NonNullable<Awaited<ReturnType<PostOffice['one']>>>;
const timePasses = () => pool.query("UPDATE mail SET due = due - interval '2 days'");

describe('a mail', () => {
  it('arrives once, with text and HTML, from whom it says and as a machine’s own; then nothing of what it said is left', async () => {
    const { url, taken } = await mailServer();
    const id = await office.put(GREETING);
    expect(woken).toEqual([id]);
    const delivery = deliveryTo(url);
    expect(await Promise.all([delivery.drain(), delivery.drain(), deliveryTo(url).drain()])).toContain(1);
    await timePasses();
    expect(await delivery.drain()).toBe(0);
    expect(taken).toHaveLength(1);
    const mail = taken[0] as string;
    expect(mail).toContain(`Message-ID: <${id}@plan.example>`);
    expect(mail).toContain('From: Stegvis <stegvis@plan.example>');
    expect(mail).toMatch(/^To: =\?UTF-8\?Q\?Anna_=C3=85berg\?= <anna@example.se>\r$/m);
    expect(mail).toMatch(/^Subject: =\?UTF-8\?Q\?Din_l=C3=A4nk_till_Stegvis\?=\r$/m);
    expect(mail).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(mail).toMatch(
      /multipart\/alternative[^]*text\/plain[^]*https:\/\/plan\.example\/sign-in\/abc[^]*text\/html/,
    );
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 1, text: null, html: null, fault: null });
  });

  it('ends no line of its head by a name, an address or a subject', async () => {
    const { url, taken } = await mailServer();
    const name = 'Anna"\r\nBcc: eve@evil.example\r\n\r\nHej <eve@evil.example>, "Eve';
    await office.put({
      ...GREETING,
      to: { address: 'anna@example.se', name },
      subject: 'Hej\r\nBcc: eve@evil.example\n\nx',
    });
    await deliveryTo(url).drain();
    const [head = ''] = (taken[0] as string).split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc/im);
    expect(head.replace(/\r\n\s+/g, ' ')).toMatch(/^To: .*<anna@example\.se>\r?$/m);
    await expect(office.put({ ...GREETING, to: { address: 'a@b.se\r\nBcc: eve@evil.example' } })).rejects.toThrow(
      /none/,
    );
  });

  it('that is put in a transaction is there when that is committed, and not when it is not', async () => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await office.put(GREETING, client);
    await client.query('ROLLBACK');
    client.release();
    expect([woken, await office.list(10)]).toEqual([[], []]);
  });

  it('is taken by one of several processes', async () => {
    const { url, taken } = await mailServer();
    for (let n = 0; n < 12; n += 1) await office.put({ ...GREETING, subject: `Nr ${n}` });
    const sent = await Promise.all([deliveryTo(url), deliveryTo(url), deliveryTo(url)].map((one) => one.drain()));
    expect(sent.reduce((sum, one) => sum + one, 0)).toBe(12);
    expect(new Set(taken.map((mail) => /^Message-ID: .*$/m.exec(mail)?.[0])).size).toBe(12);
  });

  it('holds up no reader of the journal while the mail server takes its time', async () => {
    let told: (finish: () => void) => void = () => undefined;
    const asked = new Promise<() => void>((resolve) => (told = resolve));
    const { url } = await mailServer({ onMailFrom: (_address, _session, done) => told(() => done()) });
    await office.put(GREETING);
    const draining = deliveryTo(url).drain();
    const finish = await asked;
    const { rows } = await pool.query(
      `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL`,
    );
    expect(rows).toEqual([{ open: 0 }]);
    finish();
    expect(await draining).toBe(1);
  });
});

describe('a mail server that', () => {
  it('says not now gets it later, and then takes it under the same Message-ID', async () => {
    let refusals = 2;
    const { url, taken } = await mailServer({
      onRcptTo: (_address, _session, done) => done(refusals-- > 0 ? no(451, 'try again later') : null),
    });
    const id = await office.put(GREETING);
    const delivery = deliveryTo(url);
    expect(await delivery.drain()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ status: 'waiting', attempts: 1, fault: expect.stringContaining('451') });
    expect(await delivery.drain()).toBe(0);
    expect((await rowOf(id)).attempts).toBe(1);
    await timePasses();
    expect(await delivery.drain()).toBe(0);
    await timePasses();
    expect(await delivery.drain()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ status: 'sent', attempts: 3 });
    expect(taken[0]).toContain(`Message-ID: <${id}@plan.example>`);
  });

  it('says never ends it, for all to see, and the others go on; it can be sent again by hand', async () => {
    let isThere = false;
    const { url, taken } = await mailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address === 'gone@example.se' && !isThere ? no(550, 'no such user') : null),
    });
    const id = await office.put({ ...GREETING, to: { address: 'gone@example.se' } });
    await office.put(GREETING);
    const delivery = deliveryTo(url);
    expect(await delivery.drain()).toBe(1);
    expect(await rowOf(id)).toMatchObject({ status: 'failed', fault: expect.stringContaining('550') });
    expect(given).toEqual([`${id} refused`]);
    isThere = true;
    expect([await office.sendAgain(id), await office.sendAgain(id)]).toEqual([true, false]);
    expect(await delivery.drain()).toBe(1);
    expect(taken).toHaveLength(2);
  });

  it('never takes it, is given up after two days and not before', async () => {
    const { url } = await mailServer({
      onData: (stream, _s, done) => void textOf(stream).then(() => done(no(452, 'full'))),
    });
    const id = await office.put(GREETING);
    const delivery = deliveryTo(url);
    for (let tries = 0; tries < AGAIN_AFTER_S.length; tries += 1) {
      await delivery.drain();
      expect((await rowOf(id)).status).toBe('waiting');
      await timePasses();
    }
    await delivery.drain();
    expect(await rowOf(id)).toMatchObject({ status: 'failed', attempts: AGAIN_AFTER_S.length + 1 });
    expect(given).toHaveLength(1);
  });

  it('is away is left alone until later: no other mail would fare better', async () => {
    const id = await office.put(GREETING);
    await office.put(GREETING);
    expect(await deliveryTo('smtp://127.0.0.1:1').drain()).toBe(0);
    const rows = await office.list(10);
    expect(rows.map(({ attempts }) => attempts).sort((a, b) => a - b)).toEqual([0, 1]);
    expect((await rowOf(id)).status).toBe('waiting');
    const { url, taken } = await mailServer();
    await timePasses();
    await deliveryTo(url).drain();
    expect(taken).toHaveLength(2);
  });

  it('wants another password is for the operator to mend: the mail waits', async () => {
    const { url, taken } = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, done) =>
        password === 'right' ? done(null, { user: 'me' }) : done(no(535, 'wrong password')),
    });
    const id = await office.put(GREETING);
    await deliveryTo(url.replace('//', '//me:wrong@')).drain();
    const { status, fault } = await rowOf(id);
    expect([status, fault]).toEqual(['waiting', expect.stringContaining('535')]);
    expect(fault).not.toContain('me:wrong');
    await timePasses();
    await deliveryTo(url).drain();
    expect((await rowOf(id)).status).toBe('waiting');
    await timePasses();
    await deliveryTo(url.replace('//', '//me:right@')).drain();
    expect(taken).toHaveLength(1);
  });

  it('goes away in the middle of the mail gets the same mail again', async () => {
    const half: Server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('220 hello\r\n');
      socket.on('data', (bytes) => {
        const line = bytes.toString();
        if (line.startsWith('DATA')) return socket.write('354 go on\r\n');
        if (/^(EHLO|HELO|MAIL|RCPT)/.test(line)) return socket.write('250 ok\r\n');
        return socket.destroy();
      });
    });
    await once(half.listen(0, '127.0.0.1'), 'listening');
    open.push(half);
    const id = await office.put(GREETING);
    expect(await deliveryTo(`smtp://127.0.0.1:${(half.address() as AddressInfo).port}`).drain()).toBe(0);
    expect(await rowOf(id)).toMatchObject({ status: 'waiting', attempts: 1, fault: expect.any(String) });
    const { url, taken } = await mailServer();
    await timePasses();
    expect(await deliveryTo(url).drain()).toBe(1);
    expect(taken[0]).toContain(`Message-ID: <${id}@plan.example>`);
  });

  it('offers TLS is spoken to under it, when its certificate can be trusted; by smtps from the first word', async () => {
    const secure: boolean[] = [];
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, session, done) => (
      secure.push(session.secure),
      done()
    );
    const { url } = await mailServer({ disabledCommands: [], onMailFrom });
    const id = await office.put(GREETING);
    await deliveryTo(url).drain();
    expect((await rowOf(id)).fault).toMatch(/certificate/);
    await timePasses();
    expect(await deliveryTo(`${url}?tls.rejectUnauthorized=false`).drain()).toBe(1);
    const tls = await mailServer({ secure: true, onMailFrom });
    await office.put(GREETING);
    expect(await deliveryTo(`${tls.url.replace('smtp:', 'smtps:')}?tls.rejectUnauthorized=false`).drain()).toBe(1);
    expect(secure).toEqual([true, true]);
  });
});

it('where TLS is demanded nothing goes out without it', async () => {
  const { url, taken } = await mailServer();
  const id = await office.put(GREETING);
  expect(await deliveryTo(`${url}?requireTLS=true`).drain()).toBe(0);
  expect([taken, (await rowOf(id)).status]).toEqual([[], 'waiting']);
});

describe('a row', () => {
  it('whose process ended in the middle is due again a little later', async () => {
    const { url, taken } = await mailServer();
    await office.put(GREETING);
    const ended = new Delivery(pool, { send: () => new Promise(() => undefined) }, () => undefined);
    void ended.drain();
    while ((await office.list(1))[0]?.attempts === 0) await new Promise((later) => setTimeout(later, 10));
    expect(await deliveryTo(url).drain()).toBe(0);
    await timePasses();
    expect(await deliveryTo(url).drain()).toBe(1);
    expect(taken).toHaveLength(1);
  });

  it('that would come too late is not sent', async () => {
    const { url, taken } = await mailServer();
    const id = await office.put({ ...GREETING, until: new Date(Date.now() - 1_000).toISOString() });
    expect(await deliveryTo(url).drain()).toBe(0);
    expect(taken).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'failed', fault: 'too late to be of use' });
  });

  it('without a mail server stays to be read, wakes nobody, and is not sent when one is there later', async () => {
    const id = await new PostOffice(pool).put(GREETING);
    expect(await rowOf(id)).toMatchObject({ status: 'kept', due: null, text: GREETING.text });
    const { url, taken } = await mailServer();
    expect(await deliveryTo(url).drain()).toBe(0);
    expect(await new PostOffice(pool).sendAgain(id)).toBe(false);
    expect(await office.sendAgain(id)).toBe(true);
    expect(await deliveryTo(url).drain()).toBe(1);
    expect(taken).toHaveLength(1);
  });

  it('is gone after a week, whatever it is', async () => {
    const old = await office.put(GREETING);
    const id = await office.put(GREETING);
    await pool.query("UPDATE mail SET created_at = now() - interval '8 days' WHERE id = $1", [old]);
    expect(await clearMails(pool)).toBe(1);
    expect((await office.list(10)).map((mail) => mail.id)).toEqual([id]);
  });

  it('is listed with the newest first, page by page', async () => {
    for (let n = 0; n < 5; n += 1) await office.put({ ...GREETING, subject: `Nr ${n}` });
    const first = await office.list(3);
    const rest = await office.list(3, first[2]?.id);
    expect([...first, ...rest].map(({ subject }) => subject)).toEqual(['Nr 4', 'Nr 3', 'Nr 2', 'Nr 1', 'Nr 0']);
  });
});
