// stegvis backup <folder or file>
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { AttachmentsTold } from '../export/attachments-told.js';
import { checkFile } from '../export/read-file.js';
import { exportLines } from '../export/write-lines.js';
import { writeWhole } from '../export/write-file.js';
import { StartFault } from '../start-fault.js';
import { note, progressOf, say, withApp } from './with-app.js';

export function backUp(where: string): Promise<void> {
  return withApp(async (app) => {
    const path = await fileIn(where);
    const fault = await takeBackup(app.get(Pool), path);
    if (fault) throw fault;
    say(path);
    note('Keep it as safe as the database: it holds everything that people wrote, and the hashes of tokens.');
  });
}

/**
 * Writes a backup and reads it again: one that cannot be read is none.
 * @returns why a restore would refuse it, though it is there and whole
 * @throws StartFault
 */
export async function takeBackup(pool: Pool, path: string): Promise<StartFault | undefined> {
  await writeWhole(path, exportLines(pool, 'backup', progressOf('lines')));
  const attachments = new AttachmentsTold();
  await checkFile(path, (row) => attachments.see(row));
  const { fault } = attachments;
  return fault === undefined ? undefined : new StartFault(`${path} is written, but cannot be restored: ${fault}.`);
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
