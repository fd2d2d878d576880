// The data folder on a real disk, and a real second process that wants it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATA_FORMAT, openDataFolder } from './data-folder.js';

const SOURCES = fileURLToPath(new URL('../../../test/services/sources.mjs', import.meta.url));
const OPEN = `
  const { openDataFolder } = await import(${JSON.stringify(fileURLToPath(new URL('./data-folder.ts', import.meta.url)))});
  await openDataFolder(process.argv[1]);
  console.log('open');
  setInterval(() => {}, 1000);`;

describe('a data folder', () => {
  let root: string;
  let path: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'stegvis-folder-'));
    path = join(root, 'below', 'data');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is made, marked with its format and can be opened again', async () => {
    (await openDataFolder(path)).close();
    expect(JSON.parse(readFileSync(join(path, 'stegvis.json'), 'utf8'))).toEqual({ format: DATA_FORMAT });
    (await openDataFolder(path)).close();
  });

  it('of a newer Stegvis is refused, and stays as it is', async () => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'stegvis.json'), '{ "format": 2 }');
    await expect(openDataFolder(path)).rejects.toHaveProperty(
      'line',
      expect.stringMatching(/newer Stegvis \(format 2/),
    );
    expect(readFileSync(join(path, 'stegvis.json'), 'utf8')).toBe('{ "format": 2 }');
  });

  it.each(['', 'null', '{', '{ "format": "1" }', '[]'])('with a damaged marker (%j) is refused', async (text) => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'stegvis.json'), text);
    await expect(openDataFolder(path)).rejects.toHaveProperty('line', expect.stringMatching(/stegvis.json is damaged/));
  });

  it('that holds somebody else’s files is refused', async () => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'thesis.txt'), 'mine');
    await expect(openDataFolder(path)).rejects.toHaveProperty(
      'line',
      expect.stringMatching(/other files \(thesis.txt\)/),
    );
  });

  it('that is a file is refused', async () => {
    writeFileSync(join(root, 'below'), '');
    await expect(openDataFolder(path)).rejects.toHaveProperty('line', expect.stringMatching(/not a folder/));
  });

  const asUser = process.getuid?.() === 0 ? it.skip : it;
  asUser('that may not be written to is refused (root may write everywhere)', async () => {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o500);
    await expect(openDataFolder(path)).rejects.toHaveProperty('line', expect.stringMatching(/may not write/));
  });

  it('has one Stegvis at a time, and none after a SIGKILL', async () => {
    const other = spawn(process.execPath, ['--import', SOURCES, '--input-type=module', '-e', OPEN, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    });
    const over = once(other, 'exit');
    await once(other.stdout, 'data');
    await expect(openDataFolder(path, 200)).rejects.toHaveProperty(
      'line',
      expect.stringMatching(
        new RegExp(`Another Stegvis \\(process ${other.pid}\\) is running on the data folder ${path}`),
      ),
    );
    other.kill('SIGKILL');
    await over;
    (await openDataFolder(path, 200)).close();
  });

  it('waits a moment for a Stegvis that is about to end', async () => {
    const first = await openDataFolder(path);
    setTimeout(() => first.close(), 300);
    (await openDataFolder(path)).close();
  });
});
