// Persons, their posts and what a session knows of them, through an export and through a backup.
import { loadPilot } from '../import/load-pilot.js';
import { Person, Persons, Posts, Tokens, type NewPost } from '#libs/people';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { checkFile, rowsIn } from './read-file.js';
import { storeRows } from './store-rows.js';
import { writeWhole } from './write-file.js';
import { exportLines } from './write-lines.js';

const opened: RunningApi[] = [];
let source: RunningApi;
let folder: string;
let session: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stegvis-people-'));
  source = await fresh();
  await loadPilot(source.app, () => undefined);
  const anna = await add({ name: 'Anna "Öberg"', address: 'anna@region.example', organisation: 'HOGSBY' });
  const bo = await add({ name: 'Bo', language: 'en' });
  const gone = await add({ name: 'Ingen' });
  const post = { role: 'process-leader', person: anna, organisation: 'HOGSBY', mandate: 'Rad ett\nRad två', share: 50 };
  const { code } = (await source.app.get(Pool).query<{ code: string }>('SELECT code FROM programme')).rows[0]!;
  const { id } = await give({ ...post, programme: code, from: '2026-03-29', until: '2028-02-29', deputy: bo });
  await give({ role: 'registrar', person: gone, organisation: 'RKL' });
  await source.app.get(Posts).end(id, '2027-10-31');
  session = (await source.app.get(Tokens).startSession(anna)).token;
  await source.app
    .get(DataSource)
    .query('UPDATE person SET name = NULL, address = NULL, erased_at = now() WHERE id = $1', [gone]);
});

afterAll(async () => {
  for (const api of opened) await api.close();
  await rm(folder, { recursive: true });
});

async function fresh(): Promise<RunningApi> {
  const api = await runningApi();
  opened.push(api);
  return api;
}

async function add(told: object): Promise<string> {
  const person = await source.app
    .get(Persons)
    .add({ name: '', address: null, language: 'sv', organisation: null, ...told });
  return (person as Person).id;
}

async function give(told: Pick<NewPost, 'role' | 'person' | 'organisation'> & Partial<NewPost>) {
  const post = await source.app
    .get(Posts)
    .give({ programme: null, mandate: null, until: null, deputy: null, share: null, ...told });
  if ('code' in post) throw new Error(post.code);
  return post;
}

async function written(api: RunningApi, name: string, contents: 'export' | 'backup'): Promise<string> {
  const path = join(folder, name);
  await writeWhole(path, exportLines(api.app.get(Pool), contents));
  return path;
}

async function read(path: string): Promise<RunningApi> {
  const api = await fresh();
  const { contents } = await checkFile(path);
  await storeRows(api.app.get(Pool), rowsIn(path), { contents });
  return api;
}

it('an export has persons and posts, gives the very same bytes after an import, and lets nobody in', async () => {
  const file = await written(source, 'one.jsonl', 'export');
  const text = await readFile(file, 'utf8');
  const lines = text.split('\n').filter((line) => /^\{"is":"(person|post)"/.test(line));
  expect(lines).toHaveLength(5);
  const target = await read(file);
  expect(await readFile(await written(target, 'two.jsonl', 'export'), 'utf8')).toBe(text);
  expect(await target.app.get(Tokens).authenticate(session)).toBeNull();
  expect((await target.app.get(Persons).byAddress('ANNA@region.example'))?.name).toBe('Anna "Öberg"');
});

it('a backup has the sessions, too, and each knows its person', async () => {
  const target = await read(await written(source, 'backup.jsonl', 'backup'));
  expect(await target.app.get(Tokens).authenticate(session)).toEqual(
    await source.app.get(Tokens).authenticate(session),
  );
});

it('an export of before, with kinds in words of its own, is brought in with the kinds there are', async () => {
  const path = join(folder, 'before.jsonl');
  const text = await readFile(await written(source, 'now.jsonl', 'export'), 'utf8');
  const words = new Map([
    ['RKL', 'Region'],
    ['HOGSBY', 'kommun'],
    ['CIVIL', 'ett nätverk'],
  ]);
  const lines = text.split('\n').slice(0, -2);
  const body = lines
    .filter((line) => !/^\{"is":"(person|post)"/.test(line))
    .map((line) => {
      const [, code = ''] = /^\{"is":"organisation","code":"(\w+)"/.exec(line) ?? [];
      const kind = words.get(code);
      return `${kind === undefined ? line : line.replace('"kind":null', `"kind":"${kind}"`)}\n`;
    });
  const sha256 = createHash('sha256').update(body.join('')).digest('hex');
  await writeFile(path, `${body.join('')}${JSON.stringify({ is: 'end', lines: body.length, sha256 })}\n`);
  const { rows } = await (
    await read(path)
  ).app
    .get(Pool)
    .query('SELECT code, kind FROM organisation WHERE kind IS NOT NULL ORDER BY code');
  expect(rows).toEqual([
    { code: 'CIVIL', kind: 'other' },
    { code: 'HOGSBY', kind: 'municipality' },
    { code: 'RKL', kind: 'region' },
  ]);
});
