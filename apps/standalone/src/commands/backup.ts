// stegvis backup <folder or file>
import { checkSample } from '#libs/plans';
import { noteInAudit, OPERATOR } from '#libs/platform';
import { statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { AttachmentsTold } from '../export/attachments-told.js';
import { checkFile } from '../export/read-file.js';
import { exportLines } from '../export/write-lines.js';
import { writeWhole } from '../export/write-file.js';
import { StartFault } from '../start-fault.js';
import { note, progressOf, say, withStored } from './with-app.js';

/** So many as take no time beside the backup itself. */
const SAMPLE = 200;

export function backUp(where: string): Promise<void> {
  return withStored(async (app) => {
    const path = await fileIn(where);
    const pool = app.get(Pool);
    const fault = await takeBackup(pool, path);
    await noteInAudit(pool, { kind: 'backup.taken', who: OPERATOR });
    if (fault) throw fault;
    say(path);
    await tellDifferent(pool);
    note('Keep it as safe as the database: it holds everything that people wrote, and the hashes of tokens.');
  });
}

/** A backup is taken of what there is, damaged or not; but nobody should trust it without knowing. */
async function tellDifferent(pool: Pool): Promise<void> {
  const { plans, different } = await checkSample(pool, SAMPLE);
  if (different.length === 0) return;
  note(
    `WARNING: of the ${plans} plans that moved last ${different.length} are stored otherwise than their events say. See them all: stegvis rebuild --check`,
  );
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
