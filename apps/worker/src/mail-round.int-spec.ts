// From the api's door to a real mail server by a worker of its own: woken by a job, on Redis and on PostgreSQL, and without one.
import { Persons } from '#libs/people';
import { PostOffice } from '#libs/platform';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { runningApi } from '../../../test/services/api.js';
import { startWorker } from './index.js';

const taken: string[] = [];
let server: SMTPServer;
let smtpUrl: string;

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => void textOf(stream).then((mail) => (taken.push(mail), done())),
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterEach(() => taken.splice(0));
afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

const mailFrom = { name: 'Stegvis', address: 'stegvis@plan.example' };
const logger = pino({ level: 'silent' });

async function until(isSo: () => boolean, ms: number): Promise<void> {
  for (const end = Date.now() + ms; !isSo() && Date.now() < end;) await sleep(20);
}

it('a Redis that is away holds up no answer, and no stop', async () => {
  const api = await runningApi({ smtpUrl, redisUrl: 'redis://127.0.0.1:1' });
  const began = performance.now();
  const put = await api.app.get(PostOffice).put({
    to: { address: 'anna@example.se' },
    language: 'sv',
    subject: 'Hej',
    text: 'Hej',
    html: '<p>Hej</p>',
    purpose: 'notice',
  });
  expect(put).toMatch(/^[0-9a-f-]{36}$/);
  await sleep(500);
  await api.close();
  expect(performance.now() - began).toBeLessThan(8_000);
});

const REDIS = process.env['STEGVIS_TEST_REDIS_URL'];

it.each([
  ['Redis', REDIS],
  ['PostgreSQL', undefined],
])('a sign-in link that is asked for arrives at once, woken on %s', async (_backend, redisUrl) => {
  const api = await runningApi({ smtpUrl, redisUrl });
  const worker = await startWorker({ databaseUrl: api.databaseUrl, redisUrl, smtpUrl, mailFrom, logger });
  try {
    await sleep(1_000);
    await api.app.get(Persons).add({ name: 'Anna', address: 'anna@example.se', language: 'en', organisation: null });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const asked = await api.ask('POST', '/sign-in', { token: null, headers, body: 'address=anna@example.se' });
    expect(asked.body).not.toContain('sends no mail');
    await until(() => taken.length > 0, 6_000);
    expect(taken).toHaveLength(1);
    expect((taken[0] as string).replace(/=\r\n/g, '')).toMatch(/https:\/\/stegvis\.example\/sign-in\/sign_in_/);
    const [mail] = await api.app.get(PostOffice).list(1);
    expect(mail).toMatchObject({ status: 'sent', attempts: 1 });
  } finally {
    await worker.close();
    await api.close();
  }
});

it('a mail whose job was lost is found all the same', async () => {
  const api = await runningApi({ smtpUrl });
  const unheard = new PostOffice(api.app.get(Pool), () => undefined);
  await unheard.put({
    to: { address: 'anna@example.se' },
    language: 'sv',
    subject: 'Hej',
    text: 'Hej',
    html: '<p>Hej</p>',
    purpose: 'notice',
  });
  const worker = await startWorker({ databaseUrl: api.databaseUrl, smtpUrl, mailFrom, logger });
  try {
    await until(() => taken.length > 0, 15_000);
    expect(taken).toHaveLength(1);
  } finally {
    await worker.close();
    await api.close();
  }
});
