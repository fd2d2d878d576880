// Everything in one process: the database, the api, the worker and the page; what `npm start` and `stegvis serve` run.
import { Sessions } from '#libs/people';
import { openLog, type Configuration } from '#libs/platform';
import { Pool } from 'pg';
import { startApi, type RunningApi } from '../../api/src/index.js';
import { startWorker } from '../../worker/src/index.js';
import { openGround, type Ground } from './ground.js';
import { loadPilot } from './import/load-pilot.js';

export interface Serving {
  /** Settles when the database ends unasked. */
  died?: Promise<Error>;
  /** Answers what has been asked, finishes the jobs in hand, then stops the database. */
  close(): Promise<void>;
}

type Say = (line: string) => void;

/** @throws what `oneLine` can say. Leaves nothing running when it throws. */
export async function serve(configuration: Configuration, say: Say, signal?: AbortSignal): Promise<Serving> {
  const opened: { close(): Promise<void> }[] = [];
  const close = async () => {
    for (const one of opened.splice(0)) await one.close();
  };
  try {
    const ground = await openGround(configuration, { log: say, ...(signal ? { signal } : {}) });
    opened.unshift(ground);
    const { databaseUrl } = ground;
    const api = await startApi({ ...configuration, databaseUrl }, (app) => loadPilot(app, say));
    opened.unshift(api);
    const logger = openLog(configuration.logLevel);
    opened.unshift(await startWorker({ ...configuration, databaseUrl, logger }));
    await greet(api, ground, say);
    return { close, ...(ground.died ? { died: ground.died } : {}) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function greet({ url, app }: RunningApi, { dataDir }: Ground, say: Say): Promise<void> {
  const code = await app.get(Sessions).newCode();
  const { rows } = await app.get(Pool).query<{ count: number }>('SELECT count(*)::int AS count FROM plan');
  say(`Stegvis is ready at ${url}`);
  say(`  Look around:  ${url}/  (${rows[0]?.count ?? 0} plans)`);
  say(`  Sign in:      ${url}/sign-in/${code}  (works once, within 15 minutes)`);
  say(`  The API:      ${url}/docs`);
  if (dataDir) say(`  The data:     ${dataDir}`);
  say('Stop with Ctrl-C.');
}
