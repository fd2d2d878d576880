// stegvis import <file>, where the file is an export
import { Catalogue } from '#libs/plans';
import type { INestApplicationContext } from '@nestjs/common';
import { Pool } from 'pg';
import { checkFile, rowsIn, unusable } from '../export/read-file.js';
import { storeRows, type Stored } from '../export/store-rows.js';
import { note, progressOf, say } from './with-app.js';

export async function importExport(path: string, app: INestApplicationContext): Promise<void> {
  note(`Checking ${path} ...`);
  const { contents } = await checkFile(path);
  if (contents === 'backup')
    throw unusable(path, 'it is a backup, which takes the place of what is there: use stegvis restore');
  const stored = await storeRows(app.get(Pool), rowsIn(path), { contents, progress: progressOf('rows') });
  await app.get(Catalogue).ship();
  say(`Imported ${path}: ${inWords(stored)}.`);
  note('Tokens are not in an export: make new ones with stegvis token make.');
}

export function inWords(stored: Stored): string {
  return Object.entries(stored)
    .map(([is, count]) => `${count} ${is}${count === 1 ? '' : 's'}`)
    .join(', ');
}
