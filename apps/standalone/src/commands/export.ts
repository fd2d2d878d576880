// stegvis export <file>
import { Pool } from 'pg';
import { exportLines } from '../export/write-lines.js';
import { writeWhole } from '../export/write-file.js';
import { note, progressOf, say, withApp } from './with-app.js';

export function exportFile(path: string): Promise<void> {
  return withApp(async (app) => {
    await writeWhole(path, exportLines(app.get(Pool), 'export', progressOf('lines')));
    say(`Everything is in ${path}.`);
    note('Left out, for they are secrets or of use here alone: tokens, sign-ins, answers kept for repeats, refusals.');
    note('To come back to this installation as it is, take a backup: stegvis backup.');
  });
}
