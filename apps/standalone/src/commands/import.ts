// stegvis import <file>: a project's history, or an export
import { noteInAudit, OPERATOR } from '#libs/platform';
import { Pool } from 'pg';
import type { INestApplicationContext } from '@nestjs/common';
import { isExport, notReadable } from '../export/read-file.js';
import { faultLines } from '../import/faults.js';
import { loadProjectHistory } from '../import/load-project-history.js';
import { reportLines } from '../import/report.js';
import { importServices } from '../import/services-of.js';
import { StartFault } from '../start-fault.js';
import { importExport } from './import-export.js';
import { note, say, withApp } from './with-app.js';

export function importFile(path: string): Promise<void> {
  return withApp(async (app) => {
    const told = await isExport(path).catch((error: unknown) => {
      throw notReadable(path, error) ?? error;
    });
    await (told ? importExport(path, app) : importHistory(path, app));
    await noteInAudit(app.get(Pool), { kind: 'data.imported', who: OPERATOR, about: { export: told } });
  });
}

async function importHistory(path: string, app: INestApplicationContext): Promise<void> {
  const outcome = await loadProjectHistory(path, importServices(app, note));
  switch (outcome.kind) {
    case 'loaded':
      for (const line of reportLines(outcome.report)) say(line);
      say(`The initiative is ${outcome.initiative}.`);
      return;
    case 'already-there':
      say(`"${outcome.title}" (${outcome.initiative}) is there already; nothing was changed.`);
      return;
    case 'refused':
      for (const line of faultLines(outcome.faults)) note(line);
      throw new StartFault(`${path} was not imported; nothing was stored.`);
  }
}
