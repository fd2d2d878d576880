// The command line on real PostgreSQL: the audit trail as CSV, with what the command line itself did in it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { commandLine } from '../command-line.js';

let database: FreshDatabase;
let api: RunningApi;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  api = await runningApi({ databaseUrl: database.url });
  process.env['DATABASE_URL'] = database.url;
  folder = await mkdtemp(join(tmpdir(), 'stegvis-audit-'));
});

afterAll(async () => {
  delete process.env['DATABASE_URL'];
  process.exitCode = 0;
  await api.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

async function stegvis(
  ...words: string[]
): Promise<{ said: string; noted: string; code: number | string | undefined }> {
  const [said, noted]: [string[], string[]] = [[], []];
  process.stdout.write = (chunk: string | Uint8Array) => said.push(String(chunk)) > 0;
  process.stderr.write = (chunk: string | Uint8Array) => noted.push(String(chunk)) > 0;
  process.exitCode = 0;
  await commandLine().parseAsync(words, { from: 'user' });
  // The streams' own again.
  for (const stream of [process.stdout, process.stderr]) Reflect.deleteProperty(stream, 'write');
  const code = process.exitCode;
  process.exitCode = 0;
  return { said: said.join(''), noted: noted.join(''), code };
}

const kindsIn = (csv: string) =>
  csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(';')[1]);

it('tells what was done, by whom, and that exports and backups were taken', async () => {
  await api.start();
  await stegvis('export', join(folder, 'one.jsonl'));
  await stegvis('backup', join(folder, 'one.backup.jsonl'));
  await stegvis('token', 'make', '--name', 'Register');
  const { said, code } = await stegvis('audit', '--language', 'sv');
  expect(code).toBe(0);
  expect(said.startsWith('\ufeffTid (UTC);Vad;')).toBe(true);
  expect(kindsIn(said)).toEqual(
    expect.arrayContaining(['initiative.started', 'export.taken', 'backup.taken', 'token.made']),
  );
  expect(kindsIn((await stegvis('audit', '--kind', 'backup.taken')).said)).toEqual(['backup.taken']);
  expect(
    kindsIn((await stegvis('audit', '--who', 'operator', '--from', '2020-01-01', '--to', '2020-02-01')).said),
  ).toEqual([]);
  expect(
    kindsIn((await stegvis('audit')).said).filter((kind) => kind === 'audit-trail.exported').length,
  ).toBeGreaterThan(1);
});

it.each([
  [['--from', 'yesterday'], /--from: "yesterday" is no time/],
  [['--plan', 'x'], /--plan: "x" is no id/],
  [['--language', 'de'], /--language: "de"/],
])('says in one line what is wrong with %j', async (words, line) => {
  const { said, noted, code } = await stegvis('audit', ...words);
  expect([said, code]).toEqual(['', 1]);
  expect(noted).toMatch(line);
});
