// stegvis restore <file>: a backup takes the place of what is there. What was there is kept in a backup of its own.
import { Catalogue } from '#libs/plans';
import { noteInAudit, OPERATOR } from '#libs/platform';
import { dirname, join } from 'node:path';
import { Pool } from 'pg';
import { backAgain, erasedPersons } from '../export/erased-back.js';
import { checkFile, rowsIn, unusable } from '../export/read-file.js';
import { isUsed, storeRows } from '../export/store-rows.js';
import { backupName, takeBackup } from './backup.js';
import { inWords } from './import-export.js';
import { nobodyRunning } from './nobody-running.js';
import { note, progressOf, say, withApp } from './with-app.js';

export function restore(path: string): Promise<void> {
  return withApp(
    async (app) => {
      note(`Checking ${path} ...`);
      const { contents, takenAt } = await checkFile(path);
      if (contents !== 'backup') throw unusable(path, 'it is an export, not a backup: use stegvis import');
      const pool = app.get(Pool);
      const kept = await keepWhatIsThere(pool, dirname(path));
      const erased = await erasedPersons(pool);
      const stored = await storeRows(pool, rowsIn(path), { contents, replace: true, progress: progressOf('rows') });
      await noteInAudit(pool, { kind: 'backup.restored', who: OPERATOR, about: { takenAt } });
      await app.get(Catalogue).ship();
      say(`Restored ${path}, taken at ${takenAt}: ${inWords(stored)}.`);
      if (kept !== undefined) say(`What was there before is kept in ${kept}.`);
      const back = await backAgain(pool, erased);
      if (back.length > 0)
        note(`WARNING: who had been erased is back. Erase again (POST /v1/persons/{id}/erase): ${back.join(', ')}`);
      note(
        'Readers of the feed see another epoch and begin again. What happened after the backup was taken is not there.',
      );
    },
    // Whatever runs remembers plans as they were: it must be started again on what is restored.
    { alone: nobodyRunning('restore') },
  );
}

async function keepWhatIsThere(pool: Pool, folder: string): Promise<string | undefined> {
  if (!(await isUsed(pool))) return undefined;
  const path = join(folder, backupName('before-restore'));
  note(`Keeping what is there in ${path} ...`);
  // What is there may be the very damage that the restore is to mend.
  const fault = await takeBackup(pool, path);
  if (fault) note(fault.line);
  return path;
}
