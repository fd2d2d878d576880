// The command line on real PostgreSQL: persons out of a CSV file.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
  folder = await mkdtemp(join(tmpdir(), 'stegvis-persons-'));
});

afterAll(async () => {
  delete process.env['DATABASE_URL'];
  process.exitCode = 0;
  await api.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** What the command says of the file, and its exit code. */
async function bring(csv: string, ...options: string[]): Promise<{ said: string; code: number }> {
  const path = join(folder, 'persons.csv');
  await writeFile(path, csv);
  return stegvis('persons', 'import', path, ...options);
}

async function stegvis(...words: string[]): Promise<{ said: string; code: number }> {
  const said: string[] = [];
  const hear = (chunk: string | Uint8Array) => said.push(String(chunk)) > 0;
  const streams = [process.stdout, process.stderr];
  for (const stream of streams) stream.write = hear;
  process.exitCode = 0;
  await commandLine().parseAsync(words, { from: 'user' });
  // The stream's own again.
  for (const stream of streams) Reflect.deleteProperty(stream, 'write');
  const code = process.exitCode;
  process.exitCode = 0;
  return { said: said.join(''), code };
}

const names = async () => (await api.ask('GET', '/v1/persons')).body.items.map(({ name }: { name: string }) => name);

const csv = 'Namn;E-post;Telefon\r\nAnna Öberg;anna@region.example;1\r\nBo;bo;2\r\n';

it('tells what would become of each row, and stores nothing while one has a fault', async () => {
  for (const [option, end] of [
    ['--dry-run', 'Nothing was stored: this was a dry run.\n'],
    ['--language=en', '0 stored.\n'],
  ] as const)
    expect(await bring(csv, option)).toEqual({
      said: `Not read: Telefon.
row 3, E-post: must be a mail address, such as anna@example.org.
2 rows, 1 without faults: 1 new, 0 changed, 0 known.
${end}`,
      code: 1,
    });
  expect(await names()).toEqual([]);
});

it('stores the good rows where those are asked for, and the same again changes nothing', async () => {
  expect((await bring(csv, '--only-good')).said).toContain('1 new, 0 changed, 0 known.\n1 stored.');
  expect((await bring(csv, '--only-good')).said).toContain('0 new, 0 changed, 1 known.\n0 stored.');
  expect(await names()).toEqual(['Anna Öberg']);
});

it('says why a file cannot be read', async () => {
  const { said, code } = await bring('a;b\n1;2\n', '--language', 'sv');
  expect([said, code]).toEqual([expect.stringContaining('ska vara Namn'), 1]);
  expect(await stegvis('persons', 'import', join(folder, 'absent.csv'))).toEqual({
    said: expect.stringContaining('absent.csv cannot be read'),
    code: 1,
  });
});
