// Backup and restore of the really built program: beside a running server, killed in the middle, on a full disk.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './load.js';
import { COMMAND_LINE, dataFolder, endPrograms, postgresOn, run, STANDALONE } from './program.js';

// Each of these starts Stegvis or its database several times.
const SLOW_MS = 240_000;

const folder = dataFolder();
const files = join(folder.path, 'files');
const on = (name: string) => ({ STEGVIS_DATA_DIR: join(folder.path, name) });

beforeAll(() => {
  chmodSync(folder.path, 0o755);
  mkdirSync(files);
});
afterAll(async () => {
  await endPrograms();
  for (const name of readdirSync(folder.path)) {
    const left = postgresOn(join(folder.path, name));
    if (left) process.kill(left, 'SIGQUIT');
  }
  await folder.remove();
});

async function command(settings: Record<string, string>, ...args: string[]) {
  const program = run(COMMAND_LINE, settings, args);
  return { code: await program.ended, out: program.out(), err: program.err() };
}

async function start(url: string, title: string): Promise<string> {
  const { body } = await ask(url, 'POST', '/v1/plans', { template: 'joint-action-plan', title });
  return body.id as string;
}

interface Page {
  items: { subject: string }[];
  next: string;
  epoch: string;
}

const feed = async (url: string, query = '') =>
  (await ask(url, 'GET', `/v1/events?limit=1000${query}`)).body as unknown as Page;

describe('a backup', () => {
  it(
    'is taken beside the running server, and restored in the place of what came after it',
    async () => {
      const server = run(STANDALONE, on('data'));
      const url = await server.ready();
      const kept = await start(url, 'Före');
      const taken = await command(on('data'), 'backup', `${files}/`);
      expect(taken).toMatchObject({ code: 0, out: expect.stringMatching(/\/stegvis-.*\.jsonl\.gz\n$/) });
      // What runs would go on remembering the plans as they were.
      const rebuilt = await command(on('data'), 'rebuild');
      expect(rebuilt).toMatchObject({ code: 1, err: expect.stringMatching(/Another Stegvis .* is running/) });
      expect((await command(on('data'), 'rebuild', '--check')).code).toBe(0);
      const lost = await start(url, 'Efter');
      let page = await feed(url);
      while (!page.items.some(({ subject }) => subject === lost)) page = await feed(url);
      const refused = await command(on('data'), 'restore', taken.out.trim());
      expect(refused).toMatchObject({
        code: 1,
        err: expect.stringMatching(/Another Stegvis .* is running on the data folder/),
      });
      expect(await server.kill('SIGTERM')).toBe(0);

      const restored = await command(on('data'), 'restore', taken.out.trim());
      expect(restored).toMatchObject({
        code: 0,
        out: expect.stringMatching(/What was there before is kept in .*before-restore/),
      });
      const again = run(STANDALONE, on('data'));
      const there = await again.ready();
      expect((await ask(there, 'GET', `/v1/plans/${kept}`)).status).toBe(200);
      expect((await ask(there, 'GET', `/v1/plans/${lost}`)).status).toBe(404);
      expect((await ask(there, 'GET', `/v1/events?after=${page.next}&epoch=${page.epoch}`)).status).toBe(410);
      // In the same cluster every event stands after the position of before: whoever does not look at the epoch sees all again.
      expect((await feed(there, `&after=${page.next}`)).items.length).toBe((await feed(there)).items.length);
      expect(await again.kill('SIGTERM')).toBe(0);

      const before = readdirSync(files).find((name) => name.startsWith('before-restore')) as string;
      expect((await command(on('data'), 'restore', join(files, before))).code).toBe(0);
      const back = run(STANDALONE, on('data'));
      expect((await ask(await back.ready(), 'GET', `/v1/plans/${lost}`)).status).toBe(200);
      await back.kill('SIGTERM');
    },
    SLOW_MS,
  );

  it(
    'taken back into a new cluster, tells a reader that its position lies ahead',
    async () => {
      const backup = readdirSync(files).find((name) => name.startsWith('stegvis-')) as string;
      expect((await command(on('new'), 'restore', join(files, backup))).code).toBe(0);
      const server = run(STANDALONE, on('new'));
      const url = await server.ready();
      const { status, body } = await ask(url, 'GET', '/v1/events?after=999999999-1');
      expect({ status, code: body['code'] }).toEqual({ status: 410, code: 'position-ahead' });
      await server.kill('SIGTERM');
    },
    SLOW_MS,
  );
});

const PLANS = 15_000;

/** An export with so many plans that it takes a while: copies of the one plan under ids of their own. */
async function largeExport(): Promise<string> {
  const small = join(files, 'small.jsonl');
  expect((await command(on('data'), 'export', small)).code).toBe(0);
  const lines = readFileSync(small, 'utf8').trimEnd().split('\n');
  const id =
    /"is":"event","plan":"([^"]+)"/.exec(lines.findLast((line) => line.includes('"title":"Efter"')) ?? '')?.[1] ?? '';
  const copies = (kind: string) =>
    Array.from({ length: PLANS }, (_, n) =>
      lines
        .filter((line) => line.startsWith(`{"is":"${kind}"`) && line.includes(id))
        .map((line) => line.replaceAll(id, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`)),
    ).flat();
  const whole = [
    ...lines.filter((line) => /^\{"(format|is":"(template|organisation|programme))"/.test(line)),
    ...copies('event'),
    ...copies('plan'),
  ];
  const body = whole.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  const large = join(files, 'large.jsonl');
  writeFileSync(large, `${body}${JSON.stringify({ is: 'end', lines: whole.length, sha256 })}\n`);
  return large;
}

describe('an import that is killed', () => {
  it(
    'leaves nothing, whenever that happens, and goes through when it is given again',
    async () => {
      const large = await largeExport();
      expect((await command(on('killed'), 'doctor')).code).toBe(0);
      for (const afterMs of [0, 150, 400, 800]) {
        const program = run(COMMAND_LINE, on('killed'), ['import', large]);
        while (!program.err().includes('Checking')) await sleep(5);
        await sleep(afterMs);
        await program.kill('SIGKILL');
      }
      const again = await command(on('killed'), 'import', large);
      expect(again).toMatchObject({ code: 0, out: expect.stringContaining(`${PLANS} plans`) });
      const check = await command(on('killed'), 'rebuild', '--check');
      expect(check.out).toMatch(new RegExp(`^${PLANS} plans folded from ${2 * PLANS} events; 0 differ`));
      const twice = await command(on('killed'), 'export', join(files, 'again.jsonl'));
      expect(twice.code).toBe(0);
      expect(readFileSync(join(files, 'again.jsonl')).equals(readFileSync(large))).toBe(true);
    },
    SLOW_MS,
  );

  it(
    'as a restore leaves what was there',
    async () => {
      const backup = join(files, 'killed.jsonl.gz');
      expect((await command(on('killed'), 'backup', backup)).code).toBe(0);
      const before = readFileSync(join(files, 'small.jsonl'));
      const program = run(COMMAND_LINE, on('data'), ['restore', backup]);
      while (!program.err().includes('Keeping')) await sleep(5);
      while (
        !/rows \.\.\./.test(program.err()) &&
        !readdirSync(files).some((name) => /before-restore.*gz$/.test(name) && isNew(name))
      )
        await sleep(5);
      await sleep(200);
      await program.kill('SIGKILL');
      const export2 = join(files, 'small-again.jsonl');
      expect((await command(on('data'), 'export', export2)).code).toBe(0);
      const after = readFileSync(export2);
      const restored = after.includes('00000000-0000-4000-8000-000000000000');
      // Whole or not at all: either it had been committed when the kill came, or everything is as it was.
      if (!restored) expect(after.equals(before)).toBe(true);
      expect((await command(on('data'), 'rebuild', '--check')).code).toBe(0);
    },
    SLOW_MS,
  );

  const known = new Set<string>();
  function isNew(name: string): boolean {
    if (known.size === 0) readdirSync(files).forEach((one) => known.add(one));
    return !known.has(name);
  }
});

const disk = join(folder.path, 'disk');

function mounted(sizeMb: number): boolean {
  mkdirSync(disk, { recursive: true });
  const options = ['-t', 'tmpfs', '-o', `size=${sizeMb}m,mode=0755`, 'tmpfs', disk];
  return process.platform === 'linux' && spawnSync('mount', options).status === 0;
}

const mayMount = mounted(1);
if (mayMount) spawnSync('umount', ['-l', disk]);

(mayMount ? describe : describe.skip)('on a full disk (skipped where nothing may be mounted)', () => {
  afterEach(() => spawnSync('umount', ['-l', disk]));

  it(
    'an export says so in one line and leaves no half of itself',
    async () => {
      mounted(1);
      const { code, err } = await command(on('killed'), 'export', join(disk, 'all.jsonl'));
      expect({ code, err }).toEqual({
        code: 1,
        err: expect.stringMatching(
          /all\.jsonl could not be written: the disk is full\. Nothing of it was left behind\.\n$/,
        ),
      });
      expect(readdirSync(disk)).toEqual([]);
    },
    SLOW_MS,
  );

  it(
    'an import says so in one line and stores nothing',
    async () => {
      mounted(100);
      const settings = { STEGVIS_DATA_DIR: join(disk, 'data') };
      expect((await command(settings, 'token', 'list')).code).toBe(0);
      const filler = join(disk, 'filler');
      spawnSync('sh', ['-c', `dd if=/dev/zero of=${filler} bs=1M 2>/dev/null; truncate -s -2M ${filler}`]);
      const { code, err } = await command(settings, 'import', join(files, 'large.jsonl'));
      expect({ code, err }).toEqual({ code: 1, err: expect.stringMatching(/The disk is full: .*\n$/) });
      expect(existsSync(join(files, 'large.jsonl'))).toBe(true);
    },
    SLOW_MS,
  );
});
