// Every setting that cannot be used stops the start with one line that names it; start.int-spec.ts has the common ones.
import { dataFolder, endPrograms, postgresOn, run, STANDALONE } from './program.js';

const folder = dataFolder();

afterAll(async () => {
  await endPrograms();
  await folder.remove();
});

const database = (change: Partial<URL>): string =>
  Object.assign(new URL(process.env['STEGVIS_TEST_DATABASE_URL'] as string), change).href;

const onLinux = process.platform === 'linux' ? it.each : it.skip.each;

it.each([
  ['PORT', '70000', /^PORT=70000 cannot be used: give a port from 0 to 65535\./],
  ['HOST', '203.0.113.9', /^HOST=203\.0\.113\.9 is no address of this machine: set HOST to one that is/],
  ['HOST', 'nowhere.invalid', /^HOST=nowhere\.invalid is no address of this machine: set HOST to one that is/],
  ['DATABASE_URL', 'mysql://me:the-secret@x/y', /^DATABASE_URL=mysql:\S+ cannot be used: give a URL that begins with/],
  ['DATABASE_URL', database({ port: '1', password: 'the-secret' }), /^DATABASE_URL cannot .* nothing answers there/],
  ['DATABASE_URL', database({ password: 'the-secret' }), /^DATABASE_URL cannot be used: the password is wrong/],
  ['DATABASE_URL', database({ pathname: '/missing' }), /^DATABASE_URL cannot be used: there is no such database/],
  ['DATABASE_URL', 'postgres://me:the-secret@nowhere.invalid/x', /^DATABASE_URL cannot .* there is no such host/],
  ['REDIS_URL', 'http://me:the-secret@x', /^REDIS_URL=http:\S+ cannot be used: give a URL that begins with redis:/],
  ['STEGVIS_BASE_URL', 'ftp://x', /^STEGVIS_BASE_URL=ftp:\/\/x cannot be used: give a URL that begins with http:/],
  ['STEGVIS_RATE_LIMIT', '-1', /^STEGVIS_RATE_LIMIT=-1 cannot be used: give requests a second .* or off/],
  ['STEGVIS_ADMIN_TOKEN', 'secret', /^STEGVIS_ADMIN_TOKEN=\*\*\* cannot be used: give 8 to 512 printable characters/],
  ['STEGVIS_LOG_LEVEL', 'loud', /^STEGVIS_LOG_LEVEL=loud cannot be used: give one of silent, error/],
])('%s that cannot be used (%#)', saysSo);

onLinux([
  ['STEGVIS_DATA_DIR', '/sys/stegvis', /^Stegvis may not write to its data folder \/sys\/stegvis: give .* or set/],
  ['STEGVIS_DATA_DIR', '/proc/stegvis/data', /^Stegvis may not write to its data folder \/proc\/stegvis\/data: /],
])('%s that cannot be used (%#)', saysSo);

async function saysSo(name: string, value: string, line: RegExp): Promise<void> {
  const program = run(STANDALONE, { STEGVIS_DATA_DIR: folder.path, STEGVIS_LOG_LEVEL: 'info', [name]: value });
  expect(await program.ended).toBe(1);
  expect(program.err()).toMatch(line);
  expect(program.err().split('\n')).toEqual([expect.any(String), '']);
  expect(program.out() + program.err()).not.toMatch(/secret|"level"| at \S+:\d/);
  expect(postgresOn(folder.path)).toBeUndefined();
}
