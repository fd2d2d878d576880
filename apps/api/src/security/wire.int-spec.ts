// Words on the wire that a proxy and we might read in two ways (request smuggling), that are far too many, or that never end:
// refused, and the server lives (RFC 9112, 6.3 and 11.2).
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { ADMIN_TOKEN, runningApi, type RunningApi } from '../../../../test/services/api.js';

let api: RunningApi;
let plan: string;
beforeAll(async () => {
  api = await runningApi();
  plan = (await api.start()).id;
});
afterEach(async () => {
  expect((await api.ask('GET', `/v1/plans/${plan}`)).body).toMatchObject({ status: 'active', version: 1 });
});
afterAll(() => api.close());

const WAIT_MS = 1_500;

/** What the server says to these words, until it hangs up or has said nothing for a while. */
function heard(words: string | Buffer): Promise<string> {
  const { port, hostname } = new URL(api.url);
  return new Promise((told) => {
    let all = '';
    const socket = connect(Number(port), hostname, () => void socket.write(words));
    socket.setTimeout(WAIT_MS, () => socket.destroy());
    socket.on('data', (data) => (all += data.toString('latin1')));
    // A server that hangs up on what it has no use for is as good as one that says so.
    socket.on('error', () => undefined).on('close', () => told(all));
  });
}

const statusesOf = (said: string) => [...said.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));

/** A pause of the plan, if anybody took it for a request. */
const hidden = () => {
  const body = '{"reason":"smuggled"}';
  return `POST /v1/plans/${plan}/pause HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ADMIN_TOKEN}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
};

const post = (headers: string[], body: string, path = '/v1/templates/check') =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    `Authorization: Bearer ${ADMIN_TOKEN}`,
    'Content-Type: application/json',
    ...headers,
    '',
    body,
  ].join('\r\n');

const chunked = (size: string, more = '') => `${size}${more}\r\n{}\r\n0\r\n\r\n`;

it.each<[string, () => string]>([
  ['a length and chunks', () => post(['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${hidden()}`)],
  ['chunks and a length', () => post(['Transfer-Encoding: chunked', 'Content-Length: 4'], `0\r\n\r\n${hidden()}`)],
  ['two lengths', () => post(['Content-Length: 2', `Content-Length: ${hidden().length + 2}`], `{}${hidden()}`)],
  ['two lengths in one', () => post([`Content-Length: 2, ${hidden().length}`], `{}${hidden()}`)],
  ['a length with a sign', () => post(['Content-Length: +2'], `{}${hidden()}`)],
  ['a length below nothing', () => post(['Content-Length: -1'], `{}${hidden()}`)],
  ['a length in hexadecimals', () => post(['Content-Length: 0x2'], `{}${hidden()}`)],
  ['a length beyond counting', () => post(['Content-Length: 99999999999999999999'], `{}${hidden()}`)],
  ['an unknown transfer', () => post(['Transfer-Encoding: xchunked'], chunked('2') + hidden())],
  ['chunks that are not the last word', () => post(['Transfer-Encoding: chunked, identity'], chunked('2') + hidden())],
  ['a name of a header and a blank', () => post(['Transfer-Encoding : chunked'], chunked('2') + hidden())],
  ['a folded header', () => post(['X-Folded: one', ' Transfer-Encoding: chunked'], chunked('2') + hidden())],
  ['a line that a return alone ends', () => post([`X-One: one\rTransfer-Encoding: chunked`], chunked('2') + hidden())],
  ['a header with NUL', () => post(['X-One: a\0b', 'Content-Length: 2'], `{}${hidden()}`)],
  ['a chunk whose size is none', () => post(['Transfer-Encoding: chunked'], chunked('zz') + hidden())],
  ['a chunk beyond counting', () => post(['Transfer-Encoding: chunked'], chunked('ffffffffffffffffff') + hidden())],
  ['a chunk of fewer bytes than there are', () => post(['Transfer-Encoding: chunked'], chunked('1') + hidden())],
])('%s: nothing is taken after it, and nothing of it is done', async (_what, words) => {
  const statuses = statusesOf(await heard(words()));
  await sleep(100);
  expect(statuses.length).toBeLessThanOrEqual(1);
  for (const status of statuses) expect([400, 401, 413, 415]).toContain(status);
});

it('the same requests one after the other are two, so that the ones before could have been', async () => {
  const { id } = await api.start();
  const words = hidden().replace(plan, id);
  expect(statusesOf(await heard(post(['Content-Length: 2'], `{}${words}`)))).toEqual([200, 200]);
});

it('a request that does not say which host it is for is none', async () => {
  expect(statusesOf(await heard(`GET /v1/plans HTTP/1.1\r\nAuthorization: Bearer ${ADMIN_TOKEN}\r\n\r\n`))).toEqual([
    400,
  ]);
});

it('more headers than anybody needs are refused', async () => {
  for (const headers of [[`X-Long: ${'x'.repeat(20_000)}`], Array.from({ length: 5_000 }, (_, n) => `X-${n}: y`)]) {
    const statuses = statusesOf(await heard(post(headers, '')));
    expect(statuses.filter((status) => status !== 400 && status !== 431)).toEqual([]);
  }
  const line = await heard(`GET /v1/plans?q=${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`);
  expect(statusesOf(line).filter((status) => status !== 400 && status !== 431)).toEqual([]);
});

it('what has been packed to become large is never unpacked', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  for (const [path, type] of [
    ['/v1/templates/check', 'application/json'],
    ['/v1/commands', 'application/json'],
    [`/v1/plans/${plan}/pause`, 'application/json'],
    ['/v1/persons/import', 'text/csv'],
    ['/sign-in', 'application/x-www-form-urlencoded'],
  ] as const)
    for (const packing of ['gzip', 'deflate', 'br', 'gzip, gzip']) {
      const headers = { 'content-type': type, 'content-encoding': packing };
      const { status } = await api.ask('POST', path, { body: bomb, headers });
      expect([path, packing, status >= 400 && status < 500]).toEqual([path, packing, true]);
    }
});

it('a list of persons beyond 16 MiB is refused, however it is sent', async () => {
  const large = Buffer.alloc(17 * 1024 * 1024, 'Namn;E-post\n');
  const headers = { 'content-type': 'text/csv' };
  expect((await api.ask('POST', '/v1/persons/import', { body: large, headers })).status).toBe(413);
  const body = new ReadableStream({
    start(to) {
      for (let at = 0; at < large.length; at += 1 << 20) to.enqueue(large.subarray(at, at + (1 << 20)));
      to.close();
    },
  });
  const sent = {
    method: 'POST',
    body,
    duplex: 'half',
    headers: { ...headers, authorization: `Bearer ${ADMIN_TOKEN}` },
  };
  expect((await fetch(`${api.url}/v1/persons/import`, sent as RequestInit)).status).toBe(413);
});

it('who never ends a sentence holds up nobody, and is not listened to for ever', async () => {
  const { port, hostname } = new URL(api.url);
  const slow = Array.from({ length: 300 }, (_, n) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(n % 2 ? 'GET /v1/plans HTTP/1.1\r\nHost: x\r\nX-' : post(['Content-Length: 1000'], '{'));
    return socket;
  });
  try {
    await sleep(200);
    expect((await api.ask('GET', '/v1/plans')).status).toBe(200);
    const { requestTimeout, headersTimeout } = api.app.getHttpServer();
    for (const within of [requestTimeout, headersTimeout]) {
      expect(within).toBeGreaterThan(0);
      expect(within).toBeLessThanOrEqual(300_000);
    }
  } finally {
    for (const socket of slow) socket.destroy();
  }
});
