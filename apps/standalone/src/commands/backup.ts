// stegvis backup <folder or file>
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { checkFile } from '../export/read-file.js';
import { exportLines } from '../export/write-lines.js';
import { writeWhole } from '../export/write-file.js';
import { note, progressOf, say, withApp } from './with-app.js';

export function backUp(where: string): Promise<void> {
  return withApp(async (app) => {
    const path = await fileIn(where);
    await takeBackup(app.get(Pool), path);
    say(path);
    note('Keep it as safe as the database: it holds everything that people wrote, and the hashes of tokens.');
  });
}

/** Writes a backup and reads it again: one that cannot be read is none. */
export async function takeBackup(pool: Pool, path: string): Promise<void> {
  await writeWhole(path, exportLines(pool, 'backup', progressOf('lines')));
  await checkFile(path);
}

/** In a folder it gets a name of its own, by the time, so that they lie in order. */
async function fileIn(where: string): Promise<string> {
  if (/[\\/]$/.test(where)) await mkdir(where, { recursive: true });
  return isFolder(where) ? join(where, backupName('stegvis')) : where;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

export function backupName(prefix: string): string {
  return `${prefix}-${new Date().toISOString().replaceAll(':', '').replace('.', '')}.jsonl.gz`;
}
