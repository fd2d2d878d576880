// The archive package of a plan: readable without Stegvis, complete, the same each time, and checked by sha256sum.
import { createHash, randomBytes } from 'node:crypto';
import { ADMIN_TOKEN, runningApi, type RunningApi } from '../../../test/services/api.js';
import { unzip } from '../../../test/services/archive.js';

let api: RunningApi;
let plan: string;

beforeAll(async () => {
  api = await runningApi();
  await api.ask('PUT', '/v1/organisations/REGION', { body: { name: 'Region <Nord> & "Syd"' } });
});
beforeEach(async () => {
  plan = (await api.start({ title: 'Trygg <b>väg</b> till skolan', language: 'sv' })).id;
  await verb('add-party', { organisation: 'REGION' });
  await verb('plan-meeting', { title: 'Kick-off', on: '2027-21' });
  await verb('write-log-entry', { entry: '<script>alert(1)</script>\n\nAndra stycket' });
  await verb('comment', { comment: 'Bra', entry: 'log-entry-1' });
});
afterAll(() => api.close());

const verb = async (name: string, body: object = {}) => {
  const answer = await api.ask('POST', `/v1/plans/${plan}/${name}`, { body });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
};

async function attach(bytes: Buffer, name: string): Promise<void> {
  const path = `/v1/plans/${plan}/attachments?name=${encodeURIComponent(name)}&record=meeting-1`;
  await api.ask('POST', path, { body: bytes, headers: { 'content-type': 'application/pdf' } });
}

async function zip(): Promise<Buffer> {
  const response = await fetch(`${api.url}/v1/plans/${plan}/archive`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  expect(response.headers.get('content-type')).toBe('application/zip');
  return Buffer.from(await response.arrayBuffer());
}

const text = (files: Map<string, Buffer>, name: string) => files.get(name)?.toString('utf8') ?? '';

describe('the archive of a plan', () => {
  it('holds versions, decisions, log, history and index as JSON and HTML, the attachments, and checksums that agree', async () => {
    const scan = randomBytes(700_000);
    await attach(scan, 'Protokoll: Högsby/1.pdf');
    await attach(Buffer.from('bort'), 'hemlig.txt');
    await verb('strike-attachment', { attachment: 'attachment-2' });
    const files = unzip(await zip());
    expect([...files.keys()]).toEqual([
      'index.json',
      'index.html',
      ...['plan', 'versions', 'decisions', 'log', 'history'].flatMap((name) => [`${name}.json`, `${name}.html`]),
      'attachments.json',
      'templates/joint-action-plan-v1.json',
      'attachments/attachment-1-Protokoll_Högsby_1.pdf',
      'checksums.txt',
    ]);
    expect(files.get('attachments/attachment-1-Protokoll_Högsby_1.pdf')?.equals(scan)).toBe(true);
    const sums = text(files, 'checksums.txt').trimEnd().split('\n');
    expect(sums).toHaveLength(files.size - 1);
    for (const line of sums) {
      const [, sum, path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      expect([path, createHash('sha256').update(files.get(path)!).digest('hex')]).toEqual([path, sum]);
    }
    const { items } = (await api.ask('GET', `/v1/plans/${plan}/history?limit=1000`)).body;
    expect(JSON.parse(text(files, 'history.json'))).toEqual(items);
    expect(JSON.stringify([...files].map(([, bytes]) => bytes.toString()))).not.toContain('hemlig');
  });

  it('is told in the language of the plan, in words, and runs nothing that people wrote', async () => {
    const files = unzip(await zip());
    const pages = [...files.keys()].filter((name) => name.endsWith('.html')).map((name) => text(files, name));
    for (const page of pages) {
      expect(page).toMatch(/^<!doctype html>\s*<html lang="sv">/i);
      expect(page).not.toMatch(/<script|<b>|\[object|undefined|https?:\/\//);
    }
    expect(text(files, 'log.html')).toMatch(/&#60;script&#62;alert\(1\)&#60;\/script&#62;<\/p>\s*<p>Andra stycket/);
    expect(text(files, 'index.html')).toContain('Trygg &#60;b&#62;väg');
    expect(text(files, 'plan.html')).toContain('Region &#60;Nord&#62; &#38; &#34;Syd&#34;');
    expect(text(files, 'plan.html')).toContain('våren 2027');
    expect(text(files, 'history.html')).toContain('Ett möte planerades');
    plan = (await api.start({ title: 'Safe way', language: 'en' })).id;
    expect(text(unzip(await zip()), 'index.html')).toContain('The plan is not closed.');
  });

  it('says that the plan is not closed, and once it is, that it is', async () => {
    const open = unzip(await zip());
    expect(text(open, 'index.html')).toContain('Planen är inte avslutad.');
    expect(JSON.parse(text(open, 'index.json'))).toMatchObject({ closed: false, plan: { id: plan, status: 'active' } });
    await verb('discontinue', { reason: 'Pengarna är slut.' });
    const closed = unzip(await zip());
    expect(text(closed, 'index.html')).not.toContain('inte avslutad');
    expect(text(closed, 'index.html')).toContain('Planen avslutades');
    expect(JSON.parse(text(closed, 'index.json'))).toMatchObject({ closed: true });
  });

  it('is the same bytes each time, and other ones when something has happened', async () => {
    const before = await zip();
    expect((await zip()).equals(before)).toBe(true);
    await verb('write-log-entry', { entry: 'Mer' });
    expect((await zip()).equals(before)).toBe(false);
  });

  it('of a plan that is not there is 404', async () => {
    const path = '/v1/plans/00000000-0000-4000-8000-000000000000/archive';
    expect((await api.ask('GET', path)).status).toBe(404);
    expect((await api.ask('GET', `/v1/plans/${plan}/archive`, { token: null })).status).toBe(401);
  });
});
