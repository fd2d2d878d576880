// A full disk, made with a small file system of our own; needs root and the right to mount.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { openDataFolder } from '../data-folder.js';
import { faultFrom } from '../start-fault.js';
import { startPostgres } from './server.js';

const mount = (dir: string, sizeMb: number) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', dir]).status === 0;
const umount = (dir: string) => spawnSync('umount', ['-l', dir]);

function mayMount(): boolean {
  const dir = mkdtempSync(join(tmpdir(), 'stegvis-mount-'));
  const may = process.platform === 'linux' && mount(dir, 1);
  if (may) umount(dir);
  rmSync(dir, { recursive: true });
  return may;
}

(mayMount() ? describe : describe.skip)('on a full disk (skipped where nothing may be mounted)', () => {
  let disk: string;
  const dataDir = () => join(disk, 'data');
  const full = /^The disk is full: .*\/data\. Make room, then start again\.$/;
  beforeEach(() => (disk = mkdtempSync(join(tmpdir(), 'stegvis-disk-'))));
  afterEach(() => {
    umount(disk);
    rmSync(disk, { recursive: true, force: true });
  });

  function fillUp() {
    try {
      for (let n = 0; ; n += 1) writeFileSync(join(disk, `filler-${n}`), Buffer.alloc(1_000_000));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  it('the first start says so and leaves nothing behind', async () => {
    mount(disk, 12);
    const folder = await openDataFolder(dataDir());
    await expect(startPostgres({ dataDir: dataDir(), careless: true })).rejects.toHaveProperty(
      'line',
      expect.stringMatching(full),
    );
    folder.close();
  });

  it('a later start says so, and goes well when there is room again', async () => {
    mount(disk, 120);
    (await openDataFolder(dataDir())).close();
    const first = await startPostgres({ dataDir: dataDir(), careless: true });
    process.kill(first.pid, 'SIGKILL');
    await first.died;
    fillUp();
    await expect(
      openDataFolder(dataDir()).then(() => startPostgres({ dataDir: dataDir(), careless: true })),
    ).rejects.toHaveProperty('line', expect.stringMatching(full));
  });

  it('a commit that finds no room is told apart from other errors', async () => {
    mount(disk, 120);
    (await openDataFolder(dataDir())).close();
    const server = await startPostgres({ dataDir: dataDir(), careless: true });
    const client = new Client({ connectionString: server.url });
    client.on('error', () => undefined);
    await client.connect();
    fillUp();
    const failed = await client
      .query('create table big as select md5(n::text) from generate_series(1, 1000000) n')
      .catch((error: unknown) => error);
    expect(faultFrom(failed, dataDir())?.line).toMatch(full);
    await client.end().catch(() => undefined);
    await server.stop();
  });
});
