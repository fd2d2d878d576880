// The disk fills up under a running Stegvis: a small file system of our own, so root's right to mount is needed.
import { spawnSync } from 'node:child_process';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { findPostgres } from '../../apps/standalone/src/postgres/index.js';
import { load, untilAcknowledged } from './load.js';
import { dataFolder, endPrograms, postgresOn, run, STANDALONE } from './program.js';
import { expectWhole, expectWholeFeed } from './whole.js';

const CONNECTIONS = 16;
const SIZE_MB = 160;

const folder = dataFolder();
const mount = ['-t', 'tmpfs', '-o', `size=${SIZE_MB}m,mode=0755`, 'tmpfs', folder.path];
const isMounted = process.platform === 'linux' && spawnSync('mount', mount).status === 0;

const settings = { STEGVIS_DATA_DIR: join(folder.path, 'data') };
const filler = join(folder.path, 'filler');

afterAll(async () => {
  await endPrograms();
  const left = postgresOn(settings.STEGVIS_DATA_DIR);
  if (left) process.kill(left, 'SIGQUIT');
  if (isMounted) spawnSync('umount', ['-l', folder.path]);
  await folder.remove();
});

(isMounted ? describe : describe.skip)('on a disk that fills up (skipped where nothing may be mounted)', () => {
  it('says so in every answer, stores nothing in part, and goes on when there is room', async () => {
    const program = run(STANDALONE, settings);
    const url = await program.ready();
    const under = load(url, CONNECTIONS);
    await untilAcknowledged(under, 100);
    fillUp();
    await under.over;
    expect(under.broken()).toBe(0);
    expect(under.refused).toHaveLength(CONNECTIONS);
    for (const { status, body } of under.refused)
      expect({ status, body }).toEqual({ status: 507, body: expect.objectContaining({ code: 'disk-full' }) });
    rmSync(filler);
    await expectWhole(url, under.walks);
    await expectWholeFeed(url, under.walks);
    expect(await program.kill('SIGTERM')).toBe(0);
    expect(program.err()).toBe('');
  });

  it('ends with one line when PostgreSQL cannot write its log, and the next start has lost nothing', async () => {
    const program = run(STANDALONE, settings);
    const under = load(await program.ready(), CONNECTIONS, { patient: true });
    await untilAcknowledged(under, 100);
    fillUp();
    await useUpTheLog();
    expect(await program.ended).toBe(1);
    expect(program.err()).toMatch(/^The disk is full: .* Make room, then start again\.\n$/);
    under.stop();
    await under.over;
    rmSync(filler);
    const next = run(STANDALONE, settings);
    await expectWhole(await next.ready(), under.walks);
    expect(await next.kill('SIGTERM')).toBe(0);
  });

  /** Begins new segments of the write-ahead log until there is no room for one, which PostgreSQL answers with a PANIC. */
  async function useUpTheLog(): Promise<void> {
    const { url } = (await findPostgres(settings.STEGVIS_DATA_DIR)) as { url: string };
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await expect(
      (async () => {
        for (;;) await client.query(`SELECT pg_logical_emit_message(true, 'full', 'x'), pg_switch_wal()`);
      })(),
    ).rejects.toThrow(/terminat|No space/);
  }

  /** To the last block. */
  function fillUp(): void {
    for (const size of [1_048_576, 4_096])
      try {
        for (;;) appendFileSync(filler, Buffer.alloc(size));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
  }
});
