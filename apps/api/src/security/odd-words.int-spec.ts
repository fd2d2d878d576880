// Words that mean something to somebody further on: to the database, to a mail server, to a spreadsheet, to whoever compares
// addresses by eye. Each is refused or kept as the words that it is.
import { text as textOf } from 'node:stream/consumers';
import { Pool } from 'pg';
import { MailedLinks, Persons } from '#libs/people';
import { Delivery, PostOffice, Smtp } from '#libs/platform';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { runningApi, type Json, type RunningApi } from '../../../../test/services/api.js';
import { doors } from '../api.module.js';
import { KnownRoutes } from '../http/known-routes.js';

let api: RunningApi;
let plan: string;
beforeAll(async () => {
  api = await runningApi({ askingLimit: { perAddress: 1_000, perPlace: 10_000 } });
  plan = (await api.start()).id;
});
afterAll(() => api.close());

const routes = new KnownRoutes(doors).routes;

const FOR_A_DATABASE = [
  "' OR '1'='1",
  "'; DROP TABLE person; --",
  '%',
  '_',
  '\\',
  '"',
  '$1',
  '${1}',
  "x' UNION SELECT hash FROM token --",
  '*/ OR 1=1 /*',
  '0x27',
  'NULL',
  "E'\\x27'",
];

it('what a database would read as more than words finds nothing, breaks nothing and lets nobody see more', async () => {
  const tables = async () =>
    (await api.app.get(Pool).query("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"))
      .rows;
  const before = await tables();
  for (const { method, url, door } of routes.filter((one) => one.method === 'GET' && one.door.query))
    for (const name of Object.keys(door.query ?? {}))
      for (const words of FOR_A_DATABASE) {
        const path = `${url.replace(':id', plan).replace(/:\w+/g, 'joint-action-plan')}?${name}=${encodeURIComponent(words)}`;
        const { status, body } = await api.ask(method, path);
        expect([path, status < 500]).toEqual([path, true]);
        expect(JSON.stringify(body)).not.toMatch(/syntax error|unterminated|pg_|QueryFailed/i);
      }
  for (const words of FOR_A_DATABASE) {
    const found = (await api.ask('GET', `/v1/persons?q=${encodeURIComponent(words)}`)).body.items;
    expect([words, found]).toEqual([words, []]);
    const path = encodeURIComponent(words);
    for (const asked of [`/v1/plans/${path}`, `/v1/persons/${path}`, `/v1/templates/${path}`, `/v1/programmes/${path}`])
      expect([asked, (await api.ask('GET', asked)).status]).toEqual([asked, 404]);
  }
  expect(await tables()).toEqual(before);
});

it('NUL and what is no character come to no door: not in a path, a query, a body or a form', async () => {
  const failing: string[] = [];
  for (const { method, url, door } of routes)
    for (const odd of ['%00', 'a%00b', '%ff%fe', '%c0%80', '%ed%a0%80']) {
      const query = door.query ? `?${Object.keys(door.query)[0]}=${odd}` : '';
      const paths = [
        url.replace(/:\w+/g, odd),
        `${url.replace(':id', plan).replace(/:\w+/g, 'joint-action-plan')}${query}`,
      ];
      for (const path of paths) {
        const { status } = await api.ask(method, path, method === 'GET' ? {} : { body: '{}' });
        if (status >= 500) failing.push(`${method} ${path}`);
      }
    }
  expect(failing).toEqual([]);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  for (const body of ['address=a%00b%40example.se', 'address=anna%40example.se%00', 'a%00ddress=x'])
    expect((await api.ask('POST', '/sign-in', { token: null, headers: form, body })).status).toBe(400);
});

const SPLITTING = [
  '\r\nBcc: eve@evil.example',
  '\nBcc: eve@evil.example',
  '\rBcc: eve@evil.example',
  '\u2028Bcc: eve@evil.example',
  '\u2029Bcc: eve@evil.example',
  '\u0085Bcc: eve@evil.example',
  '\u000bBcc: eve@evil.example',
  '%0d%0aBcc: eve@evil.example',
  '=?UTF-8?Q?=0D=0ABcc:_eve@evil.example?=',
  '" <eve@evil.example>, "',
  ', eve@evil.example',
];

it('no name, title or address makes a head of a letter its own: on the wire there is one receiver and no other head', async () => {
  const got: { to: string[]; mail: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, { envelope }, told) =>
      void textOf(stream).then(
        (mail) => (got.push({ to: envelope.rcptTo.map(({ address }) => address), mail }), told()),
      ),
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  try {
    for (const odd of SPLITTING) {
      const { status, body } = await api.ask('POST', '/v1/plans', {
        body: { template: 'joint-action-plan', title: `Plan${odd}` },
      });
      const of = status === 201 ? body.id : plan;
      for (const name of [`Greta${odd}`, undefined])
        await api.ask('POST', `/v1/plans/${of}/guest-links`, {
          body: { verb: 'comment', ask: 'comment', address: 'greta@example.se', name, message: `Hej${odd}` },
        });
      const wrong = await api.ask('POST', `/v1/plans/${of}/guest-links`, {
        body: { verb: 'comment', ask: 'comment', address: `greta@example.se${odd}` },
      });
      expect([odd, wrong.status]).toEqual([odd, 400]);
      expect([
        odd,
        (await api.ask('POST', '/v1/persons', { body: { name: 'Greta', address: `greta@example.se${odd}` } })).status,
      ]).toEqual([odd, 400]);
    }
    const pool = api.app.get(Pool);
    await pool.query('UPDATE mail SET due = now()');
    const smtp = new Smtp(`smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, {
      name: 'Stegvis',
      address: 'stegvis@plan.example',
    });
    await new Delivery(pool, smtp, () => undefined).drain();
  } finally {
    await new Promise<void>((closed) => server.close(() => closed()));
  }
  expect(got.length).toBeGreaterThan(SPLITTING.length);
  for (const { to, mail } of got) {
    const head = (mail.split('\r\n\r\n')[0] as string).replace(/\r\n[ \t]+/g, ' ').split('\r\n');
    expect(to).toEqual(['greta@example.se']);
    expect(head.filter((line) => /^(bcc|cc|reply-to|sender)\s*:/i.test(line))).toEqual([]);
    expect(head.filter((line) => /^(to|from|subject)\s*:/i.test(line))).toHaveLength(3);
    expect(head.every((line) => /^[A-Za-z-]+: [\x20-\x7e]*$/.test(line))).toBe(true);
  }
});

it('a file’s name ends no head of an answer and leads to no other folder', async () => {
  for (const odd of [
    ...SPLITTING,
    '../../etc/passwd',
    '..\\..\\x',
    'a";x="b',
    "a'b''c",
    '/etc/passwd',
    'con',
    '.htaccess',
    'å'.repeat(200),
  ]) {
    const file = { body: 'x', headers: { 'content-type': 'text/plain' } };
    const made = await api.ask('POST', `/v1/plans/${plan}/attachments?name=${encodeURIComponent(odd)}`, file);
    if (made.status !== 201) {
      expect([odd, made.status]).toEqual([odd, 400]);
      continue;
    }
    const { headers, status } = await api.ask('GET', `/v1/plans/${plan}/attachments/${made.body.attachment}/content`);
    expect([odd, status, headers.has('bcc')]).toEqual([odd, 200, false]);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[^"\\%\r\n]*"; filename\*=UTF-8''[\w.~!#$&+^`|%-]*$/,
    );
  }
});

it('of two who would have the same address, written otherwise, there is one; and a letter goes to the one that is kept', async () => {
  await api.app.get(Persons).add({ name: 'Åsa', address: 'åsa@example.se', language: 'sv', organisation: null });
  for (const same of ['ÅSA@EXAMPLE.SE', 'a\u030asa@example.se', 'A\u030aSA@Example.SE', '\u212bsa@example.se']) {
    const { status, body } = await api.ask('POST', '/v1/persons', { body: { name: 'En annan', address: same } });
    expect([same, status, body.code]).toEqual([same, 409, expect.any(String)]);
    const form = {
      token: null,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `address=${encodeURIComponent(same)}`,
    };
    await api.ask('POST', '/sign-in', form);
    await api.app.get(MailedLinks).settled();
    expect((await api.app.get(PostOffice).list(1))[0]).toMatchObject({ to: 'åsa@example.se', purpose: 'sign-in' });
  }
  // What only looks alike is another's: its link goes to nobody.
  const before = (await api.app.get(PostOffice).list(200)).length;
  for (const alike of [
    '\u0430sa@example.se',
    'åsa@ex\u0430mple.se',
    'åsa@example.\u0455e',
    'åsa@example\u3002se',
    '\uff41sa@example.se',
  ])
    await api.ask('POST', '/sign-in', {
      token: null,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `address=${encodeURIComponent(alike)}`,
    });
  await api.app.get(MailedLinks).settled();
  expect((await api.app.get(PostOffice).list(200)).length).toBe(before);
});

it('ten thousand persons with formulas, scripts and a cell of a mebibyte are told of, kept as words or refused, and quickly', async () => {
  const FORMULAS = ['=cmd|"/c calc"!A1', '+1+1', '-2+3', '@SUM(A1)', '\uff1d1', '=HYPERLINK("https://evil.example")'];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = Array.from({ length: 10_000 }, (_, n) => `${quoted(`${FORMULAS[n % 6]} ${n}`)};p${n}@example.se`);
  const csv = (more: string[]) => `Namn;E-post\n${[...rows, ...more].join('\n')}\n`;
  const bring = (body: string, asked = '') =>
    api.ask('POST', `/v1/persons/import${asked}`, { body: Buffer.from(body), headers: { 'content-type': 'text/csv' } });
  const large = await bring(csv([`${quoted('x'.repeat(1 << 20))};large@example.se`]), '?dryRun=true');
  expect([large.status, JSON.stringify(large.body).length < 1_000_000]).toEqual([200, true]);
  expect(large.body.faults).toEqual(expect.arrayContaining([expect.objectContaining({ row: 10_002 })]));
  const unended = await bring(`Namn;E-post\n"${'x;\n'.repeat(200_000)}`);
  expect(unended.status).toBeLessThan(500);
  expect((await bring(csv([]))).body).toMatchObject({ rows: 10_000, stored: 10_000 });
  const { body } = await api.ask('GET', '/v1/persons?q=%3Dcmd&limit=1');
  expect((body.items as Json[])[0]?.name).toMatch(/^=cmd/);
  // What goes out to a spreadsheet again is text there.
  const trail = await api.ask('GET', '/v1/audit?limit=100', { headers: { accept: 'text/csv' } });
  expect(String(trail.body)).not.toMatch(/(^|;)"?[=+@]/m);
});
