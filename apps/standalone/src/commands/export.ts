// stegvis export <file>
import { noteInAudit, OPERATOR } from '#libs/platform';
import { Pool } from 'pg';
import { exportLines } from '../export/write-lines.js';
import { writeWhole } from '../export/write-file.js';
import { note, progressOf, say, withStored } from './with-app.js';

export function exportFile(path: string): Promise<void> {
  return withStored(async (app) => {
    await writeWhole(path, exportLines(app.get(Pool), 'export', progressOf('lines')));
    await noteInAudit(app.get(Pool), { kind: 'export.taken', who: OPERATOR });
    say(`Everything is in ${path}.`);
    note(
      'Left out, for they are secrets or of use here alone: tokens, sign-ins, answers kept for repeats, refusals, the audit trail.',
    );
    note('To come back to this installation as it is, take a backup: stegvis backup.');
  });
}
