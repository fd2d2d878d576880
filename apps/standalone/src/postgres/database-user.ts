// Whom PostgreSQL runs as. It refuses root, so root lends it another user that the system has; none is ever made.
import { spawnSync } from 'node:child_process';
import { chownSync, chmodSync, existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { StartFault } from '../start-fault.js';

/** The folder inside the data folder that is PostgreSQL's own. */
export const PGDATA = 'postgres';

/** Where root puts what another user has to reach. */
export const SYSTEM_DIR = '/var/lib/stegvis';

export interface DatabaseUser {
  name: string;
  uid: number;
  gid: number;
}

/** Undefined: as ourselves. Data that another user made stay that user's. */
export function databaseUser(dataDir: string): DatabaseUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user =
    ownerOf(join(dataDir, PGDATA)) ?? named(ownerOf(dataDir)) ?? systemUser('postgres') ?? systemUser('nobody');
  if (user) return user;
  throw new StartFault(
    'PostgreSQL does not run as root, and this system has neither a user postgres nor nobody: start Stegvis as another user, or set DATABASE_URL.',
  );
}

function ownerOf(path: string): DatabaseUser | undefined {
  if (!existsSync(path)) return undefined;
  const { uid, gid } = statSync(path);
  return uid === 0 ? undefined : { name: idOf('-un', String(uid)) || `number ${uid}`, uid, gid };
}

/** A number without a name, as on a folder lent to a container: initdb refuses it. */
const named = (user: DatabaseUser | undefined): DatabaseUser | undefined =>
  user && idOf('-u', String(user.uid)) ? user : undefined;

function systemUser(name: string): DatabaseUser | undefined {
  const [uid, gid] = ['-u', '-g'].map((what) => Number.parseInt(idOf(what, name), 10));
  return uid && gid ? { name, uid, gid } : undefined;
}

const idOf = (what: string, user: string): string =>
  (spawnSync('id', [what, user], { encoding: 'utf8' }).stdout ?? '').trim();

/** Who a child process runs as. `cwd` too: the folder we stand in may be closed to that user. */
export const asUser = (user: DatabaseUser | undefined): { cwd: string; uid?: number; gid?: number } =>
  user ? { cwd: '/', uid: user.uid, gid: user.gid } : { cwd: '/' };

/** Asks the system itself, so that access lists and mounts count too. Folders that do not exist yet are no obstacle. */
export function canPassTo(dir: string, user: DatabaseUser | undefined): boolean {
  if (!user) return true;
  let above = dirname(dir);
  while (!existsSync(above)) above = dirname(above);
  return mayEnter(above, user);
}

const mayEnter = (dir: string, user: DatabaseUser): boolean =>
  spawnSync('test', ['-x', dir], asUser(user)).status === 0;

/** Opens our own data folder, and only that, for the database's group to pass through. */
export function letPass(dataDir: string, user: DatabaseUser | undefined): void {
  if (!user || mayEnter(dataDir, user)) return;
  chownSync(dataDir, -1, user.gid); // The owner stays.
  chmodSync(dataDir, statSync(dataDir).mode | 0o010);
}
