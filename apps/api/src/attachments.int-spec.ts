// Files beside plans, meetings and decisions: stored whole before they are named, refused when they are too large or empty,
// and gone for good when they are struck out.
import { sweepContents, eraseStruck } from '#libs/plans';
import { createHash, randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { ADMIN_TOKEN, runningApi, type Json, type RunningApi } from '../../../test/services/api.js';

const MIB = 1024 * 1024;

let api: RunningApi;
let pool: Pool;
let plan: string;

beforeAll(async () => {
  api = await runningApi();
  pool = api.app.get(Pool);
});
beforeEach(async () => (plan = (await api.start()).id));
afterAll(() => api.close());

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function attach(
  bytes: Uint8Array,
  { query = '?name=protokoll.pdf', type = 'application/pdf', headers = {} } = {},
) {
  const path = `/v1/plans/${plan}/attachments${query}`;
  return api.ask('POST', path, { body: bytes, headers: { 'content-type': type, ...headers } });
}

async function content(attachment: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/v1/plans/${plan}/attachments/${attachment}/content`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, ...headers },
  });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

const verb = (name: string, body: object = {}) => api.ask('POST', `/v1/plans/${plan}/${name}`, { body });

async function contents(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM content');
  return rows[0]?.count ?? 0;
}

describe('an attachment', () => {
  it('comes back byte for byte, under its name, as what it was said to be', async () => {
    const bytes = randomBytes(3 * MIB + 17);
    const { status, body, headers } = await attach(bytes, { query: `?name=${encodeURIComponent('Högsby 1.pdf')}` });
    expect(status).toBe(201);
    expect(body).toEqual({
      attachment: 'attachment-1',
      plan,
      name: 'Högsby 1.pdf',
      mediaType: 'application/pdf',
      bytes: bytes.length,
      sha256: sha(bytes),
      record: null,
      addedAt: expect.any(String),
      struckAt: null,
      content: `/v1/plans/${plan}/attachments/attachment-1/content`,
    });
    expect(headers.get('location')).toBe(`/v1/plans/${plan}/attachments/attachment-1`);
    const { response, bytes: back } = await content('attachment-1');
    expect(back.equals(bytes)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="H_gsby 1.pdf"; filename*=UTF-8''H%C3%B6gsby%201.pdf`,
      'x-content-type-options': 'nosniff',
      etag: `"${sha(bytes)}"`,
    });
    expect((await content('attachment-1', { 'if-none-match': `"${sha(bytes)}"` })).response.status).toBe(304);
    expect((await api.ask('GET', `/v1/plans/${plan}/attachments`)).body).toEqual({ items: [body], next: null });
    expect((await api.ask('GET', `/v1/plans/${plan}/attachments/attachment-1`)).body).toEqual(body);
  });

  it('is told in the history by its name and in the feed without it', async () => {
    await attach(Buffer.from('Anna'), { query: '?name=Anna%20Andersson.txt', type: 'text/plain' });
    const { body: history } = await api.ask('GET', `/v1/plans/${plan}/history`);
    expect(history.items.at(-1)).toMatchObject({
      type: 'se.stegvis.attachment.added.v1',
      data: { attachment: 'attachment-1', name: 'Anna Andersson.txt', sha256: sha(Buffer.from('Anna')), bytes: 4 },
    });
    const feed = JSON.stringify(await api.feed(plan, 3));
    expect(feed).toContain(sha(Buffer.from('Anna')));
    expect(feed).not.toContain('Andersson');
    const { body: view } = await api.ask('GET', `/v1/plans/${plan}`);
    expect(view.records.attachments.attachments).toMatchObject([{ key: 'attachment-1', name: 'Anna Andersson.txt' }]);
  });

  it('belongs to a meeting or a decision, and to none that there is not', async () => {
    await verb('plan-meeting', { title: 'Kick-off' });
    expect((await attach(Buffer.from('1'), { query: '?name=a&record=meeting-1' })).body).toMatchObject({
      record: 'meeting-1',
    });
    const { status, body } = await attach(Buffer.from('2'), { query: '?name=a&record=decision-7' });
    expect({ status, faults: body.faults }).toMatchObject({ status: 404, faults: [{ pointer: '/record' }] });
  });

  it('may be JSON, a form or nothing that is named: it is never read', async () => {
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'image/SVG+xml', ''])
      expect((await attach(Buffer.from('{ no JSON'), { type })).status).toBe(201);
    const { body } = await api.ask('GET', `/v1/plans/${plan}/attachments`);
    expect(body.items.map((one: Json) => one.mediaType)).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
      'image/svg+xml',
      'application/octet-stream',
    ]);
    expect((await content('attachment-3')).response.headers.get('content-disposition')).toMatch(/^attachment;/);
    const { status, body: problem } = await attach(Buffer.from('1'), { type: 'pdf' });
    expect({ status, code: problem.code }).toEqual({ status: 415, code: 'not-a-media-type' });
  });

  it('may have 20 MiB and no more, and everything else may still have 1', async () => {
    const largest = Buffer.alloc(20 * MIB, 'x');
    expect((await attach(largest)).status).toBe(201);
    expect((await content('attachment-1')).bytes.equals(largest)).toBe(true);
    const before = await contents();
    const { status, body } = await attach(Buffer.alloc(20 * MIB + 1, 'x'));
    expect({ status, detail: body.detail }).toEqual({ status: 413, detail: 'At most 20 MiB are taken here.' });
    expect(await contents()).toBe(before);
    expect((await verb('write-log-entry', { entry: 'x'.repeat(MIB) })).status).toBe(413);
  });

  it('is refused when it is empty, for a plan that is not there, and without a token', async () => {
    const empty = await attach(Buffer.alloc(0));
    expect({ status: empty.status, code: empty.body.code }).toEqual({ status: 400, code: 'empty-attachment' });
    const path = '/v1/plans/00000000-0000-4000-8000-000000000000/attachments';
    expect((await api.ask('POST', path, { body: Buffer.from('1') })).status).toBe(404);
    expect(
      (await api.ask('POST', `/v1/plans/${plan}/attachments`, { body: Buffer.from('1'), token: null })).status,
    ).toBe(401);
    expect((await api.ask('GET', `/v1/plans/${plan}/attachments/attachment-1`)).status).toBe(404);
    expect((await content('attachment-1')).response.status).toBe(404);
  });

  it('sent twice with one key is there once', async () => {
    const once = await attach(Buffer.from('1'), { headers: { 'idempotency-key': 'k1' } });
    expect((await attach(Buffer.from('1'), { headers: { 'idempotency-key': 'k1' } })).body).toEqual(once.body);
    expect((await attach(Buffer.from('2'), { headers: { 'idempotency-key': 'k1' } })).status).toBe(422);
    expect((await api.ask('GET', `/v1/plans/${plan}/attachments`)).body.items).toHaveLength(1);
  });

  it('by the verb alone names only a content that is there', async () => {
    const file = { name: 'a.txt', mediaType: 'text/plain', bytes: 3, sha256: sha(Buffer.from('abc')) };
    const { status, body } = await verb('attach', file);
    expect({ status, code: body.code }).toEqual({ status: 404, code: 'unknown-content' });
    await attach(Buffer.from('abc'));
    expect((await verb('attach', file)).status).toBe(200);
    expect((await verb('attach', { ...file, bytes: 4 })).body.code).toBe('unknown-content');
    const commands = [
      { plan, verb: 'attach', body: { ...file, bytes: 4 } },
      { plan, verb: 'write-log-entry', body: { entry: 'Med' } },
    ];
    const { body: many } = await api.ask('POST', '/v1/commands', { body: { commands } });
    expect(many.results.map((one: Json) => one.status)).toEqual([404, 200]);
  });
});

describe('an attachment that is struck out', () => {
  it('loses content and name for good; the hash and that it was there stay', async () => {
    const bytes = randomBytes(1000);
    await attach(bytes, { query: '?name=hemlig.txt' });
    const before = await contents();
    expect((await verb('strike-attachment', { attachment: 'attachment-1', reason: 'Fel fil' })).status).toBe(200);
    expect(await contents()).toBe(before - 1);
    expect((await content('attachment-1')).response.status).toBe(410);
    expect((await api.ask('GET', `/v1/plans/${plan}/attachments/attachment-1`)).body).toMatchObject({
      name: null,
      sha256: sha(bytes),
      struckAt: expect.any(String),
      content: null,
    });
    expect(JSON.stringify((await api.ask('GET', `/v1/plans/${plan}/history`)).body)).not.toContain('hemlig');
    expect((await verb('strike-attachment', { attachment: 'attachment-1' })).status).toBe(409);
    expect((await attach(bytes)).status).toBe(201);
    expect((await content('attachment-2')).bytes.equals(bytes)).toBe(true);
  });

  it('takes its content only when no other attachment has the same', async () => {
    const bytes = randomBytes(1000);
    await attach(bytes);
    await attach(bytes, { query: '?name=samma.pdf' });
    await verb('strike-attachment', { attachment: 'attachment-1' });
    expect((await content('attachment-1')).response.status).toBe(410);
    expect((await content('attachment-2')).bytes.equals(bytes)).toBe(true);
  });

  it('does not come back by undo; one that took the key of an undone one has its own content, and loses that', async () => {
    await attach(randomBytes(100));
    expect((await verb('undo')).status).toBe(200);
    const bytes = randomBytes(100);
    expect((await attach(bytes)).body).toMatchObject({ attachment: 'attachment-1' });
    expect((await content('attachment-1')).bytes.equals(bytes)).toBe(true);
    await eraseStruck(pool);
    await sweepContents(pool);
    expect((await content('attachment-1')).bytes.equals(bytes)).toBe(true);
    await verb('strike-attachment', { attachment: 'attachment-1' });
    expect((await content('attachment-1')).response.status).toBe(410);
    const { status, body } = await verb('undo');
    expect({ status, reasons: body.reasons }).toMatchObject({ status: 409, reasons: [{ code: 'undo-struck' }] });
    expect((await api.ask('GET', `/v1/plans/${plan}/attachments/attachment-1`)).body.struckAt).not.toBeNull();
  });

  it('is struck out on an ended plan as well', async () => {
    const bytes = randomBytes(100);
    await attach(bytes, { query: '?name=hemlig.txt' });
    expect((await verb('discontinue', { reason: 'Ingen tid' })).status).toBe(200);
    expect((await verb('strike-attachment', { attachment: 'attachment-1' })).status).toBe(200);
    expect((await pool.query('SELECT FROM content WHERE sha256 = $1', [sha(bytes)])).rowCount).toBe(0);
  });

  it('loses a corrected name too, and the content though a correction has named it, before the strike or after', async () => {
    for (const order of [
      ['correct', 'strike'],
      ['strike', 'correct'],
    ]) {
      plan = (await api.start()).id;
      const bytes = randomBytes(100);
      const { body: file } = await attach(bytes, { query: '?name=fel.txt' });
      const event = (await api.ask('GET', `/v1/plans/${plan}/history`)).body.items.at(-1).id;
      const again = { name: 'hemlig.txt', mediaType: 'application/pdf', bytes: 100, sha256: file.sha256 };
      const steps: Record<string, () => Promise<{ status: number }>> = {
        correct: () => verb('correct', { event, verb: 'attach', body: again, reason: 'Fel namn' }),
        strike: () => verb('strike-attachment', { attachment: 'attachment-1' }),
      };
      for (const step of order) expect((await steps[step]?.())?.status).toBe(200);
      await eraseStruck(pool);
      expect((await pool.query('SELECT FROM content WHERE sha256 = $1', [sha(bytes)])).rowCount).toBe(0);
      expect((await pool.query(`SELECT FROM text WHERE plan = $1 AND text LIKE '%.txt'`, [plan])).rowCount).toBe(0);
      expect((await api.ask('GET', `/v1/plans/${plan}/attachments/attachment-1`)).body.name).toBeNull();
    }
  });

  it('takes another name by correction, and never another file', async () => {
    const [first, second] = [randomBytes(100), randomBytes(100)];
    const { body: own } = await attach(first, { query: '?name=a.txt' });
    const event = (await api.ask('GET', `/v1/plans/${plan}/history`)).body.items.at(-1).id;
    const { body: other } = await attach(second, { query: '?name=b.txt' });
    const again = { name: 'c.txt', mediaType: 'application/pdf', bytes: 100, sha256: own.sha256 };
    for (const sha256 of [other.sha256, '0'.repeat(64)]) {
      const body = { event, verb: 'attach', body: { ...again, sha256 }, reason: 'Fel fil' };
      const refused = await verb('correct', body);
      expect({ status: refused.status, reasons: refused.body.reasons }).toMatchObject({
        status: 409,
        reasons: [{ code: 'file-not-corrected' }],
      });
    }
    expect((await verb('correct', { event, verb: 'attach', body: again, reason: 'Fel namn' })).status).toBe(200);
    expect((await content('attachment-1')).bytes.equals(first)).toBe(true);
    expect((await api.ask('GET', `/v1/plans/${plan}/attachments/attachment-1`)).body.name).toBe('c.txt');
  });

  it('never passes for whole when it goes while somebody reads it', async () => {
    const bytes = randomBytes(MIB);
    await attach(bytes);
    await pool.query('DELETE FROM content_part WHERE sha256 = $1 AND part = 1', [sha(bytes)]);
    await expect(content('attachment-1')).rejects.toThrow();
  });

  it('is cleared away by the housekeeping when a crash came in between', async () => {
    const bytes = randomBytes(1000);
    await attach(bytes, { query: '?name=kvar.txt' });
    await pool.query(
      `INSERT INTO event (plan, sequence, version, type, stage, attempt, recorded_at, who, command, imported, data)
       VALUES ($1, 4, 3, 'attachment.struck', 'mandate', 1, clock_timestamp(), '{}', gen_random_uuid(), false, $2)`,
      [plan, JSON.stringify({ attachment: 'attachment-1', sha256: sha(bytes) })],
    );
    expect((await content('attachment-1')).response.status).toBe(410);
    const before = await contents();
    await eraseStruck(pool);
    expect(await contents()).toBe(before - 1);
    const { rows } = await pool.query('SELECT text, struck_at FROM text WHERE plan = $1', [plan]);
    expect(rows).toEqual([{ text: null, struck_at: expect.any(Date) }]);
  });
});

it('a content that no event came to name goes after a day, others stay', async () => {
  const { body } = await attach(randomBytes(10));
  await pool.query(
    `INSERT INTO content VALUES ('orphan', 1, now() - interval '25 hours'), ('fresh', 1, now() - interval '23 hours')`,
  );
  await pool.query(`INSERT INTO content_part VALUES ('orphan', 0, 'x')`);
  await pool.query(`UPDATE content SET stored_at = now() - interval '25 hours' WHERE sha256 = $1`, [body.sha256]);
  const before = await contents();
  expect(await sweepContents(pool)).toBe(1);
  expect(await contents()).toBe(before - 1);
  expect((await pool.query(`SELECT FROM content_part WHERE sha256 = 'orphan'`)).rowCount).toBe(0);
  await pool.query(`DELETE FROM content WHERE sha256 = 'fresh'`);
});
