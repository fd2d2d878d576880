// Bad input (issue 2): each gets one clear error that names the place, nothing is half written, the process lives on.
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { ADMIN_TOKEN, runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

let api: RunningApi;
let plan: Json;
beforeAll(async () => {
  api = await runningApi();
  plan = await api.start();
});
afterEach(async () => {
  // Whatever came, nothing of it was written and the process serves on.
  expect((await api.ask('GET', `/v1/plans/${plan.id}`)).body).toEqual(plan);
});
afterAll(() => api.close());

const post = (verb: string, body: unknown, headers: Record<string, string> = {}) =>
  api.ask('POST', `/v1/plans/${plan.id}/${verb}`, { body, headers });

describe('what is not there', () => {
  it.each([
    ['a verb', () => post('fly', {}), 'unknown-verb'],
    ['a verb named like a property of every object', () => post('constructor', {}), 'unknown-verb'],
    ['a stage', () => post('return', { to: 'nirvana', reason: 'x' }), 'unknown-stage'],
    ['a plan', () => api.ask('POST', `/v1/plans/${randomUUID()}/advance`, { body: {} }), 'unknown-plan'],
    ['a plan whose id is none', () => api.ask('GET', '/v1/plans/1%20OR%201'), 'unknown-plan'],
    [
      'a template',
      () => api.ask('POST', '/v1/plans', { body: { template: 'no-such', title: 'x' } }),
      'unknown-template',
    ],
    [
      'a version of a template',
      () => api.ask('GET', '/v1/templates/joint-action-plan/versions/99999999999'),
      'unknown-template',
    ],
    ['a template whose key is none', () => api.ask('GET', '/v1/templates/x%00'), 'unknown-template'],
    [
      'a record of the plan',
      () => post('record-notes', { meeting: 'meeting-9', notes: 'x' }),
      /unknown-record|not-open-here|no-held-meeting/,
    ],
    ['a path', () => api.ask('GET', '/v1/nothing'), 'not-found'],
    ['a very long path', () => api.ask('GET', `/v1/plans/${'x'.repeat(2_000)}`), 'unknown-plan'],
  ])('%s', async (_what, asking, code) => {
    const { status, body } = await asking();
    expect(body.code).toMatch(code);
    expect(status).toBe(body.status);
    expect([404, 409]).toContain(status);
  });

  it('a method: 405 that says which there are', async () => {
    const { status, body, headers } = await api.ask('DELETE', `/v1/plans/${plan.id}`);
    expect([status, body.code, headers.get('allow')]).toEqual([405, 'method-not-allowed', 'GET, HEAD']);
    expect((await api.ask('GET', `/v1/plans/${plan.id}/advance`)).status).toBe(405);
  });
});

describe('verbs out of order', () => {
  it.each(['resume', 'restart-now', 'complete', 'advance', 'adopt-version'])('%s', async (verb) => {
    const { status, body } = await post(verb, {});
    expect([404, 409]).toContain(status);
    expect(body.reasons[0].message).toEqual(expect.any(String));
  });
});

const nested = (depth: number) => `{"reason":${'['.repeat(depth)}${']'.repeat(depth)}}`;

describe('bodies', () => {
  it.each<[string, string | Uint8Array, number, string, string | undefined]>([
    ['that are not JSON', '{"reason": ', 400, 'malformed-json', undefined],
    ['that are not UTF-8', Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), 400, 'malformed-json', undefined],
    ['that are a list', '[]', 400, 'not-object', ''],
    ['that are null', 'null', 400, 'not-object', ''],
    ['that are text', '"pause"', 400, 'not-object', ''],
    ['too deep', nested(40), 400, 'too-deep', undefined],
    ['far too deep', nested(300_000), 400, 'too-deep', undefined],
    ['with an unknown field', '{"reason":"x","why":"y"}', 400, 'unknown-field', '/why'],
    ['with __proto__', '{"reason":"x","__proto__":{"admin":true}}', 400, 'forbidden-key', '/__proto__'],
    ['with __proto__ in disguise', '{"reason":"x","\\u005f_proto__":1}', 400, 'forbidden-key', '/__proto__'],
    ['with constructor.prototype', '{"constructor":{"prototype":{"x":1}}}', 400, 'forbidden-key', '/constructor'],
    ['with a name twice', '{"reason":"x","reason":"y"}', 400, 'repeated-key', '/reason'],
    ['with NUL', '{"reason":"a\\u0000b"}', 400, 'bad-character', '/reason'],
    ['with NUL in a name', '{"a\\u0000b":1}', 400, 'bad-character', ''],
    ['with a lone surrogate', '{"reason":"a\\ud800b"}', 400, 'bad-character', '/reason'],
    ['with a number beyond range', '{"reason":1e999}', 400, 'out-of-range', '/reason'],
    ['with the wrong kind of value', '{"reason":{"sv":"x"}}', 400, 'not-text', '/reason'],
    ['with a blank reason', '{"reason":"  "}', 400, 'blank', '/reason'],
    ['with a reason that is too long', JSON.stringify({ reason: 'x'.repeat(20_001) }), 400, 'too-long', '/reason'],
    ['with a day that does not exist', '{"reason":"x","reviewOn":"2027-02-30"}', 400, 'not-a-day', '/reviewOn'],
    ['with a date that does not exist', '{"reason":"x","occurredAt":"2027-13"}', 400, 'not-a-date', '/occurredAt'],
    ['with a null day', '{"reason":"x","reviewOn":null}', 400, 'not-a-day', '/reviewOn'],
  ])('%s', async (_what, body, status, code, pointer) => {
    const answer = await post('pause', body);
    expect(answer.status).toBe(status);
    expect([answer.body.code, answer.body.faults?.[0]?.code]).toContain(code);
    if (pointer !== undefined) expect(answer.body.faults[0].pointer).toBe(pointer);
  });

  it('with a date that lies ahead', async () => {
    const { status, body } = await post('pause', { reason: 'x', occurredAt: '2999-01-01' });
    expect([status, body.code, body.faults[0].pointer]).toEqual([400, 'lies-ahead', '/occurredAt']);
  });

  it('with several faults: all are told at once', async () => {
    const { body } = await api.ask('POST', '/v1/plans', {
      body: { template: 'X Y', title: 7, language: 'fi', extra: 1 },
    });
    const told = (body.faults as Json[]).map(({ pointer, code }) => [pointer, code]);
    expect(told).toHaveLength(4);
    expect(told).toEqual(
      expect.arrayContaining([
        ['/template', 'not-a-key'],
        ['/title', 'not-text'],
        ['/language', 'not-one-of'],
        ['/extra', 'unknown-field'],
      ]),
    );
  });

  it('with a list where an object belongs', async () => {
    const { body } = await api.ask('POST', '/v1/commands', { body: { commands: [[]] } });
    expect(body.faults[0]).toMatchObject({ pointer: '/commands/0', code: 'not-object' });
  });

  it('names the place in a batch', async () => {
    const { body } = await api.ask('POST', '/v1/commands', {
      body: { commands: [{ plan: plan.id, verb: 'resume' }, { verb: 'resume' }] },
    });
    expect(body.faults).toEqual([expect.objectContaining({ pointer: '/commands/1/plan', code: 'required' })]);
  });

  it.each([
    [{}, ['/commands not-list']],
    [
      [null, 7],
      ['/commands/0 not-object', '/commands/1 not-object'],
    ],
  ])('no list, or a list of something else: each place once (%j)', async (commands, faults) => {
    const { body } = await api.ask('POST', '/v1/commands', { body: { commands } });
    expect((body.faults as Json[]).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
  });

  it('too large: 413, from 1 MiB on, and from 16 MiB on where batches and templates are taken', async () => {
    const large = (bytes: number) => JSON.stringify({ reason: 'x'.repeat(bytes) });
    expect((await post('pause', large(1024 * 1024))).body).toMatchObject({ status: 413, code: 'body-too-large' });
    expect((await post('pause', large(1024 * 1024 - 100))).body).toMatchObject({ status: 400, code: 'invalid-body' });
    expect((await api.ask('POST', '/v1/commands', { body: large(15 * 1024 * 1024) })).status).toBe(400);
    expect((await api.ask('POST', '/v1/commands', { body: large(16 * 1024 * 1024) })).status).toBe(413);
    expect((await api.ask('POST', '/v1/templates/check', { body: large(2 * 1024 * 1024) })).status).toBe(200);
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'application/json; charset=latin1'])(
    'of type %s: 415',
    async (type) => {
      const { status, body } = await post('pause', '{"reason":"x"}', { 'content-type': type });
      expect([status, body.code]).toEqual([415, 'unsupported-media-type']);
    },
  );
});

describe('parameters and headers', () => {
  it.each([
    ['limit', '/v1/plans?limit=0'],
    ['limit', '/v1/plans?limit=1001'],
    ['limit', '/v1/plans?limit=ten'],
    ['limit', '/v1/plans?limit=1&limit=2'],
    ['cursor', '/v1/plans?cursor=x'],
    ['cursor', '/v1/plans?cursor=2027-13-45T99:99:99Z_00000000-0000-0000-0000-00000000000g'],
    ['cursor', '/v1/plans?cursor=2027-13-45T99:99:99Z_00000000-0000-0000-0000-000000000000'],
    ['status', '/v1/plans?status=sleeping'],
    ['q', '/v1/plans?q=%00'],
    ['colour', '/v1/plans?colour=red'],
    ['__proto__', '/v1/plans?__proto__=1'],
    ['asOf', '/v1/plans/x?asOf=yesterday'],
    ['after', '/v1/events?after=-1'],
    ['after', '/v1/events?after=99999999999999999999-1'],
    ['types', '/v1/events?types=plan.paused'],
    ['plan', '/v1/events?plan=me'],
  ])('%s in %s', async (name, path) => {
    const { status, body } = await api.ask('GET', path);
    expect([status, body.code]).toEqual([400, 'invalid-parameter']);
    expect(body.detail).toContain(name);
  });

  it('a cursor of history or asOf that cannot be', async () => {
    expect((await api.ask('GET', `/v1/plans/${plan.id}/history?cursor=a.b`)).status).toBe(400);
    expect((await api.ask('GET', `/v1/plans/${plan.id}?asOf=2027-02-30T00:00:00Z`)).status).toBe(400);
  });

  it('a key for repeats that is empty, too long or not printable', async () => {
    for (const key of [' ', 'x'.repeat(201), 'å'])
      expect((await post('resume', {}, { 'idempotency-key': key })).body).toMatchObject({
        status: 400,
        code: 'invalid-header',
      });
  });

  it('an escape in the path that means nothing', async () => {
    expect((await api.ask('GET', '/v1/plans/%zz')).status).toBe(400);
  });
});

/** Words that are no HTTP at all. */
function sayRaw(words: string): Promise<string> {
  const { port, hostname } = new URL(api.url);
  return new Promise((told, failed) => {
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(words));
    socket
      .on('data', (data) => (heard += data.toString()))
      .on('close', () => told(heard))
      .on('error', failed);
  });
}

describe('the wire', () => {
  it('answers words that are no HTTP, and lives on', async () => {
    expect(await sayRaw('HELLO\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('lives on when a caller leaves in the middle of a body', async () => {
    const { port, hostname } = new URL(api.url);
    await new Promise<void>((gone) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /v1/plans/${plan.id}/pause HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ADMIN_TOKEN}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"re`,
        );
        setTimeout(() => socket.destroy(), 20);
      });
      socket.on('close', () => gone());
    });
  });
});
