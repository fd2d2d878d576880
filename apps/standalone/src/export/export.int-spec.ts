// An export on a real PostgreSQL: everything, the same again after an import, whole or not at all.
import { BEGINNING, epochOf, readAfter } from '#libs/journal';
import { checkRebuild, eraseStruck, Plans } from '#libs/plans';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Pool } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { createApi } from '../../../api/src/index.js';
import { takeBackup } from '../commands/backup.js';
import { loadPilot } from '../import/load-pilot.js';
import { carriedTables, leftOut } from './carried.js';
import { FORMAT_VERSION, type Line } from './format.js';
import { checkFile, isExport, rowsIn } from './read-file.js';
import { storeRows } from './store-rows.js';
import { writeWhole } from './write-file.js';
import { exportLines } from './write-lines.js';

const opened: { database: FreshDatabase; app: Awaited<ReturnType<typeof createApi>> }[] = [];
const STRUCK = randomBytes(600_000);
let folder: string;
let source: Pool;
/** An export of the pilot. */
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stegvis-export-'));
  source = await open({ pilot: true });
  await source.query(`UPDATE text SET text = NULL, struck_at = now() WHERE key = 'text-2'`);
  await source.query(`UPDATE text SET text = E'two\u2028lines\r\n"and" \\ more' WHERE key = 'text-3'`);
  await attach(randomBytes(1_000_000));
  await attach(STRUCK);
  await say('strike-attachment', { attachment: 'attachment-2', reason: 'Fel fil' });
  await eraseStruck(source);
  await source.query(
    `INSERT INTO token (id, name, kind, hash, scopes, created_at) VALUES (gen_random_uuid(), 'mine', 'token', 'the-hash', '{read}', now())`,
  );
  file = await exported(source, 'pilot.jsonl');
});

afterAll(async () => {
  for (const { app, database } of opened) {
    await app.close();
    await database.drop();
  }
  await rm(folder, { recursive: true });
});

async function open({ pilot = false } = {}): Promise<Pool> {
  const database = await freshDatabase();
  const settings = { adminToken: undefined, rateLimit: null, logLevel: 'silent', baseUrl: 'http://127.0.0.1' };
  const app = await createApi({ databaseUrl: database.url, ...settings });
  opened.push({ database, app });
  if (pilot) await loadPilot(app, () => undefined);
  return app.get(Pool);
}

/** To the first plan, in two parts, as the door stores them. */
async function attach(bytes: Buffer): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await source.query('INSERT INTO content (sha256, bytes) VALUES ($1, $2)', [sha256, bytes.length]);
  for (const part of [0, 1])
    await source.query('INSERT INTO content_part VALUES ($1, $2, $3)', [
      sha256,
      part,
      bytes.subarray(part * 524_288, (part + 1) * 524_288),
    ]);
  await say('attach', { name: 'protokoll.pdf', mediaType: 'application/pdf', bytes: bytes.length, sha256 });
}

/** To the first plan. */
async function say(verb: string, body: object): Promise<void> {
  const { rows } = await source.query<{ id: string }>('SELECT id FROM plan ORDER BY id LIMIT 1');
  const plans = opened[0]!.app.get(Plans);
  const answer = await plans.execute({ plan: rows[0]!.id, verb, body, who: { id: 'test' } });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
}

async function exported(pool: Pool, name: string, contents: 'export' | 'backup' = 'export'): Promise<string> {
  const path = join(folder, name);
  await writeWhole(path, exportLines(pool, contents));
  return path;
}

async function imported(path: string, into?: Pool): Promise<Pool> {
  const pool = into ?? (await open());
  const { contents } = await checkFile(path);
  await storeRows(pool, rowsIn(path), { contents });
  return pool;
}

/** A copy of the pilot's export after a change, in a file of its own. */
async function changed(change: (text: string) => string | Buffer, name = 'changed.jsonl'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, change(await readFile(file, 'utf8')));
  return path;
}

/** With an end line that is right for what stands before it: not damaged, but otherwise. */
function resealed(text: string): string {
  const lines = text.split('\n').slice(0, -2);
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return `${body}${JSON.stringify({ is: 'end', lines: lines.length, sha256 })}\n`;
}

async function tables(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function dump(pool: Pool, table: string, order: string): Promise<object[]> {
  const { rows } = await pool.query<{ row: object }>(`SELECT row_to_json(t) AS row FROM ${table} t ORDER BY ${order}`);
  return rows.map(({ row }) => row);
}

async function feed(pool: Pool): Promise<string[]> {
  for (;;) {
    const events = await readAfter(pool, BEGINNING, { limit: 1_000 });
    const { rows } = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM event');
    if (events.length === rows[0]?.count) return events.map(({ event }) => event.id);
    await new Promise((later) => setTimeout(later, 20));
  }
}

async function isEmpty(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT (SELECT count(*) FROM plan) + (SELECT count(*) FROM event) + (SELECT count(*) FROM text) + (SELECT count(*) FROM organisation) AS count',
  );
  return Number(rows[0]?.count) === 0;
}

describe('an export', () => {
  it('says of every table of the database what becomes of it', async () => {
    const told = [...carriedTables.map(({ table }) => table), ...Object.keys(leftOut)];
    expect(await tables(source)).toEqual([...new Set(told)].sort());
  });

  it('after an import gives the very same bytes', async () => {
    const target = await imported(file);
    const again = await exported(target, 'again.jsonl');
    expect((await readFile(again)).equals(await readFile(file))).toBe(true);
    expect((await stat(file)).size).toBeGreaterThan(50_000);
  });

  it('brings plans, prose and the order of the feed back as they were, in another epoch', async () => {
    const target = await open();
    const epoch = await epochOf(target);
    await imported(file, target);
    for (const [table, order] of [
      ['plan', 'id'],
      ['standing', 'plan, since'],
      ['reader', 'plan, key'],
      ['text', 'plan, key'],
      ['template', 'key, version'],
      ['organisation', 'code'],
      ['programme', 'code'],
      ['content_part', 'sha256, part'],
    ] as const)
      expect(await dump(target, table, order)).toEqual(await dump(source, table, order));
    expect(await feed(target)).toEqual(await feed(source));
    expect(await epochOf(target)).not.toBe(epoch);
    expect((await checkRebuild(target, () => undefined)).different).toEqual([]);
  });

  it('has no content of what was struck out, but that it was there; what comes after asks for contents again', async () => {
    const sha256 = createHash('sha256').update(STRUCK).digest('hex');
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes(sha256));
    expect(lines.map((line) => (JSON.parse(line) as Line)['type'])).toEqual(['attachment.added', 'attachment.struck']);
    const target = await imported(file);
    const again = target.query(
      `INSERT INTO event (plan, sequence, version, type, stage, attempt, recorded_at, who, command, imported, data)
       SELECT plan, 10000, 10000, type, stage, attempt, recorded_at, who, command, imported, data FROM event WHERE data ->> 'sha256' = $1 LIMIT 1`,
      [sha256],
    );
    await expect(again).rejects.toThrow(`there is no content ${sha256}`);
  });

  it('holds no token, and a backup does', async () => {
    expect((await readFile(file, 'utf8')).includes('the-hash')).toBe(false);
    const backup = await exported(source, 'backup.jsonl', 'backup');
    expect((await readFile(backup, 'utf8')).includes('the-hash')).toBe(true);
  });

  it('packed is the same content, the same bytes each time, and is unpacked by the import', async () => {
    const [one, two] = [await exported(source, 'one.jsonl.gz'), await exported(source, 'two.jsonl.gz')];
    expect((await readFile(one)).equals(await readFile(two))).toBe(true);
    expect(gunzipSync(await readFile(one)).equals(await readFile(file))).toBe(true);
    expect(await feed(await imported(one))).toEqual(await feed(source));
  });

  it('is one snapshot, however long it takes, and holds no reader of the journal', async () => {
    const pool = await open({ pilot: true });
    const lines = exportLines(pool, 'export');
    for (let taken = 0; taken < 2; taken += 1) await lines.next();
    await pool.query(`INSERT INTO organisation (code, name) VALUES ('LATE', 'Too late')`);
    const { rows: writing } = await pool.query(
      'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL',
    );
    let late = false;
    for await (const line of lines) late ||= line.includes('"code":"LATE"');
    expect({ writing, late }).toEqual({ writing: [], late: false });
  });
});

describe('an import refuses', () => {
  let target: Pool;
  beforeAll(async () => (target = await open()));
  afterEach(async () => expect(await isEmpty(target)).toBe(true));

  const refused = async (path: string, line: RegExp) =>
    expect(imported(path, target)).rejects.toHaveProperty('line', expect.stringMatching(line));

  it('a newer version', async () => {
    const newer = await changed((text) =>
      text.replace(`"version":${FORMAT_VERSION}`, `"version":${FORMAT_VERSION + 1}`),
    );
    await refused(newer, /newer Stegvis \(format 2, this one knows 1\)/);
  });

  it.each([
    ['a line', (text: string) => text.slice(0, text.lastIndexOf('{"is":"end"'))],
    ['half a line', (text: string) => text.slice(0, text.length / 2)],
    ['half of what is packed', (text: string) => gzipSync(text).subarray(0, 2_000)],
  ])('a file that is cut off by %s', async (_what, cut) => refused(await changed(cut), /is cut off/));

  it.each([
    ['a word of it', (text: string) => text.replace('Högsby', 'Hogsby')],
    ['one more line', (text: string) => `${text}{"is":"text"}\n`],
    ['a line less', (text: string) => text.replace(/\{"is":"text".*\n/, '')],
    ['bytes of what is packed', (text: string) => Buffer.from(gzipSync(text)).fill(7, 500, 600)],
  ])('a file of which somebody has changed %s', async (_what, change) =>
    refused(await changed(change), /has been altered|is cut off or has been altered/),
  );

  it.each([
    ['{ "format": "else" }', /it is no export/],
    ['no JSON at all', /it is no export/],
    ['', /it is empty/],
  ])('%j', async (content, line) => refused(await changed(() => content), line));

  it('a file that is not there', () => refused(join(folder, 'nowhere.jsonl'), /^There is no file .*nowhere\.jsonl\.$/));

  it('rows and events that it does not know, for a newer Stegvis wrote them', async () => {
    const row = await changed((text) => resealed(text.replace('{"is":"text"', '{"is":"novelty"')));
    await refused(row, /newer Stegvis: this one does not know rows of "novelty"/);
    const event = await changed((text) => resealed(text.replace('"type":"meeting.held"', '"type":"meeting.dreamt"')));
    await refused(event, /does not know events meeting\.dreamt/);
  });

  it('a plan that its events do not give', async () => {
    const other = await changed((text) => resealed(text.replace(/("is":"plan".*?"stage":)"[a-z-]+"/, '$1"elsewhere"')));
    await refused(other, /Folding the events of plan .* and the file says .* in elsewhere/);
    const withoutFirst = await changed((text) => resealed(text.replace(/\{"is":"plan".*\n/, '')));
    await refused(withoutFirst, /tells of plan .* out of turn, or without its events/);
    const withoutLast = await changed((text) => resealed(text.replace(/\{"is":"plan".*\n(?=\{"is":"end")/, '')));
    await refused(withoutLast, /does not tell of plan .*, whose events it has/);
  });

  it('what the tables do not take', async () => {
    const wrong = await changed((text) => resealed(text.replace(/("is":"event".*?"sequence":)1,/, '$1"one",')));
    await refused(wrong, /holds what cannot be stored: invalid input syntax/);
    const twice = await changed((text) => resealed(text.replace(/(\{"is":"organisation".*\n)/, '$1$1')));
    await refused(twice, /holds what cannot be stored: duplicate key/);
  });

  it('attachments that have lost their content, as a backup of them says', async () => {
    const lost = await changed((text) => resealed(text.replaceAll(/\{"is":"content(-part)?".*\n/g, '')));
    await refused(
      lost,
      /there is no content of attachment-1 of plan [0-9a-f-]{36}: strike it out.*Nothing was stored\.$/,
    );
    const other = await changed((text) => resealed(text.replace('"bytes":1000000}', '"bytes":999999}')));
    await refused(other, /there is no content of attachment-1 of plan/);
    const unstruck = await changed((text) =>
      resealed(text.replace(/("is":"event".*"type":)"attachment.struck"/, '$1"criterion.overridden"')),
    );
    await refused(unstruck, /there is no content of attachment-2 of plan/);
  });

  it('to go on when it breaks off in the middle', async () => {
    async function* broken(): AsyncGenerator<Line> {
      for await (const line of rowsIn(file)) {
        if (line.is === 'plan') throw new Error('the power went out');
        yield line;
      }
    }
    await expect(storeRows(target, broken(), { contents: 'export' })).rejects.toThrow('the power went out');
  });
});

describe('a database that holds something', () => {
  it('is refused, with what to do, and stays as it was', async () => {
    const before = await dump(source, 'event', 'plan, sequence');
    await expect(imported(file, source)).rejects.toHaveProperty(
      'line',
      expect.stringMatching(
        /something in this database already.*STEGVIS_DATA_DIR to a new folder.*Nothing was changed\.$/,
      ),
    );
    expect(await dump(source, 'event', 'plan, sequence')).toEqual(before);
  });

  it('gives way to a backup: readers go on after the last event that they have seen', async () => {
    const events = await feed(source);
    const position = (await readAfter(source, BEGINNING, { limit: 10 })).at(-1)!.position.split('-');
    await source.query(
      `INSERT INTO checkpoint VALUES ('partner', $1::text::xid8, $2, now()) ON CONFLICT (reader) DO UPDATE SET txid = excluded.txid, position = excluded.position`,
      position,
    );
    const backup = await exported(source, 'whole.jsonl.gz', 'backup');
    const target = await open({ pilot: true });
    await target.query(`INSERT INTO organisation (code, name) VALUES ('LATER', 'Later')`);
    await storeRows(target, rowsIn(backup), { contents: 'backup', replace: true });
    expect(await feed(target)).toEqual(events);
    expect((await target.query('SELECT hash FROM token')).rows).toEqual([{ hash: 'the-hash' }]);
    expect((await target.query(`SELECT 1 FROM organisation WHERE code = 'LATER'`)).rowCount).toBe(0);
    const { rows } = await target.query(
      `SELECT plan || '-' || sequence AS seen FROM checkpoint JOIN event USING (txid, position) WHERE reader = 'partner'`,
    );
    expect(rows).toEqual([{ seen: events[9] }]);
  });
});

describe('a backup', () => {
  it('with something struck out in it is one that a restore takes', async () => {
    const path = join(folder, 'taken.jsonl');
    expect(await takeBackup(source, path)).toBeUndefined();
    const target = await open({ pilot: true });
    for (let times = 0; times < 2; times += 1)
      await storeRows(target, rowsIn(path), { contents: 'backup', replace: true });
    expect(await feed(target)).toEqual(await feed(source));
    const again = await readFile(await exported(target, 'restored.jsonl'));
    expect(again.equals(await readFile(file))).toBe(true);
  });

  it('that a restore would refuse says so when it is taken, and can still be looked into', async () => {
    const target = await imported(file);
    await target.query('DELETE FROM content');
    const path = join(folder, 'lost.jsonl');
    expect((await takeBackup(target, path))?.line).toMatch(
      /lost\.jsonl is written, but cannot be restored: there is no content of attachment-1 of plan .*: strike it out/,
    );
    const restoring = storeRows(target, rowsIn(path), { contents: 'backup', replace: true });
    await expect(restoring).rejects.toHaveProperty(
      'line',
      expect.stringMatching(/there is no content of attachment-1/),
    );
    expect((await checkRebuild(target, () => undefined)).different).toEqual([]);
  });
});

describe('what is given to import', () => {
  it('is told apart from a project history by what it says of itself', async () => {
    expect(await isExport(file)).toBe(true);
    expect(await isExport(await exported(source, 'packed.jsonl.gz'))).toBe(true);
    expect(await isExport('demo/hogsby.json')).toBe(false);
  });
});

describe('a file that is written', () => {
  it('is not there when the content breaks off', async () => {
    async function* broken() {
      yield 'half';
      throw new Error('the database went away');
    }
    const path = join(folder, 'half.jsonl');
    await expect(writeWhole(path, broken())).rejects.toThrow('the database went away');
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it.each([
    ['/dev/null/here.jsonl', /there is no such folder/],
    ['/nowhere/at/all.jsonl', /there is no such folder/],
    ['/proc/export.jsonl', /could not be written/],
  ])('is refused at %s with one line', (path, line) =>
    expect(writeWhole(path, exportLines(source, 'export'))).rejects.toHaveProperty('line', expect.stringMatching(line)),
  );
});

describe('what a researcher keeps to itself (INV-36)', () => {
  const label = { sv: 'Steg', en: 'Step' };
  const opens = ['write-research-note', 'publish-research-note', 'write-log-entry'];
  const stages = [{ key: 'begin', name: label, opens, criteria: [], next: [] }];
  const template = { key: 'follow', version: 1, name: label, roles: [], stages };
  let noted: Pool;

  beforeAll(async () => {
    noted = await open();
    await noted.query(`INSERT INTO template VALUES ('follow', 1, $1, now(), 'test')`, [JSON.stringify(template)]);
    const plans = opened.at(-1)!.app.get(Plans);
    const give = async (plan: string | null, verb: string, body: object) => {
      const answer = await plans.execute({ plan, verb, body, who: { id: 'researcher' } });
      if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
      return answer;
    };
    const { plan } = await give(null, 'start', { template: 'follow', title: 'Följd' });
    await give(plan.id, 'write-research-note', { note: 'Bara min.' });
    const written = await give(plan.id, 'write-research-note', { note: 'Snart allas.' });
    const { researchNote } = written.events[0]!.data as { researchNote: string };
    await give(plan.id, 'publish-research-note', { researchNote });
    await give(plan.id, 'write-log-entry', { entry: 'Allas.' });
  });

  it('is in a backup, and not in an export, which an import gives again', async () => {
    const [whole, handedOn] = [await exported(noted, 'noted.backup', 'backup'), await exported(noted, 'noted.jsonl')];
    const [inBackup, inExport] = [await readFile(whole, 'utf8'), await readFile(handedOn, 'utf8')];
    for (const words of ['Snart allas.', 'Allas.'])
      expect([inBackup, inExport].map((one) => one.includes(words))).toEqual([true, true]);
    expect([inBackup, inExport].map((one) => one.includes('Bara min.'))).toEqual([true, false]);
    const again = await exported(await imported(handedOn), 'noted-again.jsonl');
    expect((await readFile(again)).equals(await readFile(handedOn))).toBe(true);
    const restored = await imported(whole);
    expect(await dump(restored, 'text', 'plan, key')).toEqual(await dump(noted, 'text', 'plan, key'));
  });
});
