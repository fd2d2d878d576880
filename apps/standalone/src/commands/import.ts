// stegvis import <file>
import { faultLines } from '../import/faults.js';
import { loadProjectHistory } from '../import/load-project-history.js';
import { reportLines } from '../import/report.js';
import { importServices } from '../import/services-of.js';
import { StartFault } from '../start-fault.js';
import { note, say, withApp } from './with-app.js';

export function importFile(path: string): Promise<void> {
  return withApp(async (app) => {
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
  });
}
