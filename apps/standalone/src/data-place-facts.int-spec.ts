// Where the data are on this machine; the cases that need root are skipped for everybody else.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dataFolderOf, projectFolder } from './data-place-facts.js';
import { openDataFolder } from './data-folder.js';
import { findPostgres, startPostgres } from './postgres/index.js';

const asRoot = process.getuid?.() === 0 ? it : it.skip;

describe('the data folder of a project', () => {
  let top: string;
  let project: string;
  const told: string[] = [];
  const place = (env: NodeJS.ProcessEnv = {}) => dataFolderOf(env, (line) => told.push(line), project);

  beforeEach(() => {
    told.length = 0;
    top = mkdtempSync(join(tmpdir(), 'stegvis-place-'));
    chmodSync(top, 0o755);
    project = join(top, 'stegvis');
    mkdirSync(project, { mode: 0o755 });
  });
  afterEach(() => rmSync(top, { recursive: true, force: true }));

  it('is <project>/data, and nothing is made or said by asking', () => {
    expect(place()).toBe(join(project, 'data'));
    expect(told).toEqual([]);
    expect(existsSync(join(project, 'data'))).toBe(false);
  });

  it('is STEGVIS_DATA_DIR, counted from the project so that every command means the same', () => {
    expect(place({ STEGVIS_DATA_DIR: join(top, 'own') })).toBe(join(top, 'own'));
    expect(place({ STEGVIS_DATA_DIR: '../own' })).toBe(join(top, 'own'));
  });

  it('belongs to the folder with package.json', () => {
    expect(existsSync(join(projectFolder(), 'package.json'))).toBe(true);
  });

  asRoot('is the same folder of the system each time, below a folder that only root may enter', async () => {
    chmodSync(top, 0o700);
    const dataDir = place();
    expect(dirname(dataDir)).toBe('/var/lib/stegvis');
    expect(told).toEqual([expect.stringContaining(dataDir)]);
    expect(place()).toBe(dataDir);
    const folder = await openDataFolder(dataDir);
    try {
      const server = await startPostgres({ dataDir, careless: true });
      expect(await findPostgres(place())).toEqual({ url: server.url, pid: server.pid });
      await server.stop();
    } finally {
      folder.close();
      rmSync(dataDir, { recursive: true });
    }
  });

  asRoot('is refused when it is chosen below a folder that only root may enter', () => {
    mkdirSync(join(top, 'closed'), { mode: 0o700 });
    const line = expect.stringMatching(/closed\/data: set STEGVIS_DATA_DIR to .*DATABASE_URL/);
    expect(() => place({ STEGVIS_DATA_DIR: join(top, 'closed', 'data') })).toThrow(expect.objectContaining({ line }));
  });

  asRoot('may itself be closed to others: the database is let through', async () => {
    const dataDir = place({ STEGVIS_DATA_DIR: join(top, 'made', 'by', 'us') });
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    chmodSync(join(top, 'made'), 0o755);
    chmodSync(join(top, 'made', 'by'), 0o755);
    const server = await startPostgres({ dataDir, careless: true });
    await server.stop();
  });
});
