// The command line of a template author on real PostgreSQL: checked, drawn, published, compared, copied, taken out and in again.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runningApi, type RunningApi } from '../../../../test/services/api.js';
import { commandLine } from '../command-line.js';

let api: RunningApi;
const folder = mkdtempSync(join(tmpdir(), 'stegvis-template-'));
const file = (name: string) => join(folder, name);

const label = (text: string) => ({ sv: `${text} (sv)`, en: text });
const own = (version: number, more: object[] = []) => ({
  key: 'own-way',
  version,
  name: label('An own way'),
  roles: [{ key: 'lead', name: label('lead') }],
  stages: [{ key: 'begin', name: label('Begin'), next: ['finish'] }, { key: 'finish', name: label('Finish') }, ...more],
});

function written(name: string, content: unknown): string {
  writeFileSync(file(name), typeof content === 'string' ? content : JSON.stringify(content));
  return file(name);
}

beforeAll(async () => {
  api = await runningApi();
  process.env['DATABASE_URL'] = api.databaseUrl;
});

afterAll(async () => {
  delete process.env['DATABASE_URL'];
  process.exitCode = 0;
  rmSync(folder, { recursive: true });
  await api.close();
});

/** What a command answers, what it notes beside that, and its exit code. */
async function template(...words: string[]): Promise<{ said: string; noted: string; code: number }> {
  const heard = { stdout: '', stderr: '' };
  const streams = ['stdout', 'stderr'] as const;
  for (const stream of streams)
    process[stream].write = (chunk: string | Uint8Array) => (heard[stream] += String(chunk)).length > 0;
  process.exitCode = 0;
  await commandLine().parseAsync(['template', ...words], { from: 'user' });
  // The stream's own again.
  for (const stream of streams) Reflect.deleteProperty(process[stream], 'write');
  const code = process.exitCode;
  process.exitCode = 0;
  return { said: heard.stdout, noted: heard.stderr, code };
}

describe('check', () => {
  it('tells every fault with its place, in either language, and exits with 1', async () => {
    const path = written('wrong.json', own(1, [{ key: 'finish', name: { sv: 'x' }, next: ['nowhere'] }]));
    const { said, code } = await template('check', path);
    expect([said, code]).toEqual([
      [
        '/stages/2/key: The key "finish" is already used, at /stages/1/key. Give one of the two another key. [duplicate-key]',
        '/stages/2/name/en: The text is not there in English; every text is written in Swedish and in English. [label-missing]',
        '/stages/2/next/0: The template has no stage "nowhere". [unknown-stage]',
        '',
      ].join('\n'),
      1,
    ]);
    expect((await template('check', path, '--language', 'sv')).said).toContain('Mallen har inget skede ”nowhere”.');
  });

  it('says so when there is none, and exits with 0', async () => {
    const path = written('own-1.json', own(1));
    expect(await template('check', path)).toEqual({ said: `${path} has no fault.\n`, noted: '', code: 0 });
    expect(JSON.parse((await template('check', path, '--json')).said)).toEqual({ valid: true, faults: [] });
  });

  it.each([
    ['names that stand twice', '{ "key": "a", "key": "b" }', '/key: stands twice in the same object.'],
    ['text that is no JSON', '{ "key": "a",, }', 'line 1, column 14: "," cannot stand here: the file is not JSON.'],
    ['nothing at all', '', 'The file is empty.'],
  ])('of a file with %s tells where', async (_what, content, line) => {
    const { said, code } = await template('check', written('unread.json', content));
    expect([said.includes(line), code]).toEqual([true, 1]);
  });

  it('of a file that is not there, in one line; of a language that is not, too', async () => {
    expect(await template('check', file('none.json'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('There is no file'),
    });
    const { noted, code } = await template('check', file('own-1.json'), '--language', 'fi');
    expect([noted, code]).toEqual(['--language: there is no "fi"; there are sv, en.\n', 1]);
  });
});

describe('publish', () => {
  it('publishes once; the same again is no fault, another content of the version is', async () => {
    const path = written('own-1.json', own(1));
    expect((await template('publish', path)).said).toBe('Published own-way@1.\n');
    expect((await template('publish', path)).said).toBe('own-way@1 is published already, as it stands here.\n');
    const other = written('other.json', own(1, [{ key: 'more', name: label('More') }]));
    const { noted, code } = await template('publish', other);
    expect(noted).toContain('/version: The version is published already, with another content.');
    expect(noted).toContain('/stages/2: No way from the start leads to the stage "more".');
    expect([noted.endsWith(`${other} was not published.\n`), code]).toEqual([true, 1]);
    expect((await template('list')).said).toMatch(/^own-way@1 {2}An own way {2}published \d{4}-\d\d-\d\d$/m);
  });
});

describe('diff', () => {
  it('tells what a file changes of what is published, stage by stage', async () => {
    const next = own(2);
    next.stages[0] = { key: 'begin', name: label('Start'), next: ['finish'] };
    const { said } = await template('diff', 'own-way@1', written('own-2.json', next), '--language', 'sv');
    expect(said).toBe('Start (sv) (begin)\n  Skedet heter nu ”Start (sv)”; förut ”Begin (sv)”.\n');
    const { parts } = JSON.parse((await template('diff', 'own-way', file('own-2.json'), '--json')).said) as {
      parts: object[];
    };
    expect(parts).toMatchObject([{ stage: 'begin', changes: [{ code: 'stage-renamed' }] }]);
    expect((await template('diff', 'own-way', 'own-way@1')).said).toBe('own-way@1 and own-way@1 say the same.\n');
  });
});

describe('diagram', () => {
  it('draws a file without a database, and what is published, in every format', async () => {
    const { noted, code } = await template('diagram', file('own-1.json'), '-o', file('own.svg'), '--language', 'sv');
    expect([noted, code]).toEqual([`Written to ${file('own.svg')}.\n`, 0]);
    expect(readFileSync(file('own.svg'), 'utf8')).toContain('Begin (sv)');
    expect((await template('diagram', 'own-way', '--format', 'mermaid')).said).toContain(
      'stage_begin --> stage_finish',
    );
    expect(JSON.parse((await template('diagram', 'own-way@1', '--format', 'xstate')).said)).toMatchObject({
      id: 'own-way@1',
    });
  });

  it.each([
    [['nobody'], 'There is no published template nobody, nor a file of that name; stegvis template list shows them.\n'],
    [
      ['own-way@9'],
      'There is no published template own-way@9, nor a file of that name; stegvis template list shows them.\n',
    ],
    [['own-way', '--format', 'png'], '--format: there is no "png"; there are svg, mermaid, xstate.\n'],
  ])('%j is refused in one line', async (words, line) => {
    expect(await template('diagram', ...words)).toEqual({ said: '', noted: line, code: 1 });
  });

  it('of a file with faults is refused with each of them', async () => {
    const { said, noted, code } = await template('diagram', file('wrong.json'));
    expect([said, code]).toEqual(['', 1]);
    expect(noted).toContain('/stages/2/next/0: The template has no stage "nowhere".\n');
  });

  it('where it cannot be written says so', async () => {
    const { noted, code } = await template('diagram', 'own-way', '-o', join(folder, 'none', 'a.svg'));
    expect([noted.includes('cannot be written: ENOENT'), code]).toEqual([true, 1]);
  });
});

describe('export and copy', () => {
  const names = ['--key', 'our-way', '--name-sv', 'Vårt sätt', '--name-en', 'Our way'];

  it('what is taken out is what was published', async () => {
    expect(JSON.parse((await template('export', 'own-way@1')).said)).toEqual(own(1));
  });

  it('a copy can be published as it is, and a copy of the same key is its next version', async () => {
    await template('copy', 'own-way', ...names, '-o', file('our.json'));
    expect((await template('publish', file('our.json'))).said).toBe('Published our-way@1.\n');
    const again = await template('copy', 'own-way', ...names);
    expect(JSON.parse(again.said)).toMatchObject({
      key: 'our-way',
      version: 2,
      name: { sv: 'Vårt sätt', en: 'Our way' },
    });
  });

  it('with changes is adapted, or refused with every fault', async () => {
    const better = written('better.json', { summary: label('Ours') });
    expect(JSON.parse((await template('copy', 'own-way', ...names, '--changes', better)).said)).toMatchObject({
      summary: label('Ours'),
    });
    const worse = written('worse.json', { roles: null });
    const { noted, code } = await template('copy', 'own-way', ...names, '--changes', worse);
    expect([noted, code]).toEqual([
      '/roles: "roles" is missing.\nThe copy would have faults; nothing was written.\n',
      1,
    ]);
    const none = await template('copy', 'own-way', ...names, '--changes', written('list.json', []));
    expect(none).toMatchObject({ code: 1, noted: expect.stringContaining('is no JSON Merge Patch') });
  });
});
