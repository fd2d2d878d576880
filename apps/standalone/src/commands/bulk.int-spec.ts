// The command line on real PostgreSQL: one verb on many plans, and rows written anew from the journal.
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { freshDatabase, type FreshDatabase } from '../../../../test/services/database.js';
import { commandLine } from '../command-line.js';

let database: FreshDatabase;
let api: RunningApi | undefined;

beforeAll(async () => {
  database = await freshDatabase();
  api = await runningApi({ databaseUrl: database.url });
  process.env['DATABASE_URL'] = database.url;
  for (const title of ['Ängen', 'Backen', 'Taket']) await api.start({ title });
});

afterAll(async () => {
  delete process.env['DATABASE_URL'];
  process.exitCode = 0;
  await api?.close();
  await database.drop();
});

/** What a command says, and its exit code. */
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

const statuses = async () => {
  const { body } = await (api as RunningApi).ask('GET', '/v1/plans');
  return body.items.map((one: { title: string; status: string }) => [one.title, one.status]);
};

describe('bulk', () => {
  it('tells what would happen, and does nothing', async () => {
    const { said, code } = await stegvis('bulk', 'pause', '--q', 'ÄNGEN', '--reason', 'Vintern är här.', '--dry-run');
    expect(said).toMatch(/ {2}Ängen {2}mandate, paused\n1 plans: 1 accepted, 0 refused\. Nothing was done/);
    expect(code).toBe(0);
    expect(await statuses()).toEqual([
      ['Taket', 'active'],
      ['Backen', 'active'],
      ['Ängen', 'active'],
    ]);
  });

  it('does nothing in a language that it does not speak', async () => {
    const { said, code } = await stegvis('bulk', 'pause', '--q', 'ängen', '--reason', 'x', '--language', 'de');
    expect({ said, code }).toMatchObject({
      said: expect.stringContaining('there is no "de"; there are sv, en'),
      code: 1,
    });
    expect((await statuses()).map(([, status]: string[]) => status)).toEqual(['active', 'active', 'active']);
  });

  it('does it, and exits with 1 where one refused', async () => {
    await stegvis('bulk', 'pause', '--q', 'ängen', '--reason', 'Vintern är här.');
    const filter = ['--template', 'joint-action-plan', '--template-version', '1', '--stage', 'mandate'];
    const { said, code } = await stegvis('bulk', 'pause', ...filter, '--body', '{"reason":"Vintern är här."}');
    expect(said).toContain('3 plans: 2 accepted, 1 refused.');
    expect(said).toMatch(/ {2}Ängen {2}409 The plan is paused/);
    expect(code).toBe(1);
    expect((await statuses()).map(([, status]: string[]) => status)).toEqual(['paused', 'paused', 'paused']);
  });

  it.each([
    ['which plans', ['bulk', 'resume'], /\/plans/],
    ['a list or a filter', ['bulk', 'resume', '--stage', 'mandate', '--plans', 'x'], /\/plans/],
    ['ids', ['bulk', 'resume', '--plans', 'x'], /\(UUID\)/],
    ['a number', ['bulk', 'resume', '--template-version', 'two'], /whole number|number/],
    ['JSON', ['bulk', 'resume', '--stage', 'mandate', '--body', '{'], /--body: give a JSON object/],
    ['a verb that there is', ['bulk', 'sow', '--stage', 'mandate'], /sow/],
  ])('asks for %s in one line', async (_, words, line) => {
    const { said, code } = await stegvis(...words);
    expect(said.trim()).toMatch(line);
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});

describe('rebuild', () => {
  async function damage(): Promise<void> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(`UPDATE plan SET title = 'Another' WHERE title = 'Taket'`);
    await client.end();
  }

  it('--check tells what differs and exits with 1', async () => {
    await damage();
    const checked = await stegvis('rebuild', '--check');
    expect(checked.said).toMatch(
      /3 plans folded from \d+ events; 1 differ from what is stored\.\n {2}[0-9a-f-]{36}: title/,
    );
    expect(checked.code).toBe(1);
  });

  it('a backup of what differs is taken, and says so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stegvis-'));
    const { said, code } = await stegvis('backup', join(folder, 'damaged.jsonl.gz'));
    await rm(folder, { recursive: true });
    expect([code, said]).toEqual([0, expect.stringMatching(/WARNING: of the 3 plans that moved last 1 are stored/)]);
  });

  it('is refused while a server runs, which would go on remembering what was written over', async () => {
    const { said, code } = await stegvis('rebuild');
    expect([code, said]).toEqual([1, expect.stringMatching(/is running on this database .* then rebuild/)]);
    expect((await stegvis('rebuild', '--check')).code).toBe(1);
  });

  it('writes the rows anew once nobody else is at work', async () => {
    await api?.close();
    api = undefined;
    const rebuilt = await stegvis('rebuild');
    expect(rebuilt.said).toContain('1 plans were written anew.');
    expect(rebuilt.code).toBe(0);
    const checked = await stegvis('rebuild', '--check');
    expect([checked.code, checked.said]).toEqual([0, expect.stringMatching(/; 0 differ/)]);
  });
});

it.each([['export'], ['backup'], ['audit'], ['plan', 'show'], ['rebuild'], ['archive']])(
  '%s makes no empty database where there is none, and says how to name the right one',
  async (...words) => {
    const folder = await mkdtemp(join(tmpdir(), 'stegvis-nowhere-'));
    await chmod(folder, 0o755);
    const { DATABASE_URL } = process.env;
    delete process.env['DATABASE_URL'];
    process.env['STEGVIS_DATA_DIR'] = join(folder, 'data');
    const asked: Record<string, string[]> = {
      export: [join(folder, 'all.jsonl')],
      backup: [join(folder, 'backup.gz')],
      plan: ['0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11'],
      archive: ['0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11', join(folder, 'plan.zip')],
    };
    const { said, code } = await stegvis(...words, ...(asked[words[0]] ?? []));
    expect([code, said]).toEqual([1, expect.stringContaining(`There is no database in ${join(folder, 'data')}. Name`)]);
    expect(await readdir(folder)).toEqual([]);
    delete process.env['STEGVIS_DATA_DIR'];
    if (DATABASE_URL !== undefined) process.env['DATABASE_URL'] = DATABASE_URL;
    await rm(folder, { recursive: true });
  },
);
