// The Högsby pilot in an empty database, so that whoever starts Stegvis for the first time has something real to look at.
import type { INestApplicationContext } from '@nestjs/common';
import { join } from 'node:path';
import { Pool } from 'pg';
import { projectFolder } from '../data-place-facts.js';
import { faultLines } from './faults.js';
import { loadProjectHistory } from './load-project-history.js';
import { importServices } from './services-of.js';

/** Does nothing where there is a plan already. Stegvis starts without the pilot, too, and then says why. */
export async function loadPilot(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  const { rows } = await app.get(Pool).query<{ any: boolean }>('SELECT EXISTS (SELECT FROM plan) AS any');
  if (rows[0]?.any) return;
  say('Loading the Högsby pilot ...');
  const outcome = await loadProjectHistory(
    join(projectFolder(), 'demo', 'hogsby.json'),
    importServices(app, () => undefined),
  );
  if (outcome.kind !== 'refused') return;
  say('The Högsby pilot was not loaded:');
  for (const line of faultLines(outcome.faults)) say(`  ${line}`);
}
