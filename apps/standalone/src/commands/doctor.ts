// stegvis doctor: is everything as it should be, and if not, what to do. Changes nothing; exit code 1 when there is a fault.
import { openPool, readConfiguration, type Configuration } from '#libs/platform';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { migrationNames } from '../../../api/src/index.js';
import { dataFolderOf } from '../data-place-facts.js';
import { checkDisk } from '../doctor/disk.js';
import { examineDatabase } from '../doctor/examine.js';
import { fault, linesOf, ok, type Finding } from '../doctor/finding.js';
import { checkRedis } from '../doctor/redis.js';
import { checkSettings } from '../doctor/settings.js';
import { joinGround } from '../ground.js';
import { oneLine } from '../one-line.js';
import { findPostgres, PGDATA } from '../postgres/index.js';
import { note, say } from './with-app.js';

export async function doctor(): Promise<void> {
  const found: Finding[] = [];
  for await (const finding of examine()) {
    for (const line of linesOf(finding)) say(line);
    found.push(finding);
  }
  const count = (state: Finding['state']) => found.filter((one) => one.state === state).length;
  say(`${count('ok')} ok, ${count('warning')} warnings, ${count('fault')} faults.`);
  if (count('fault') > 0) process.exitCode = 1;
}

async function* examine(): AsyncGenerator<Finding> {
  const settings = checkSettings(process.env);
  yield* settings;
  // Where the database is, is one of them.
  if (settings.some(({ state }) => state === 'fault')) return;
  const configuration = readConfiguration(process.env);
  try {
    yield* configuration.databaseUrl ? await ofDatabase(configuration) : ofDataFolder(configuration);
  } catch (error) {
    yield fault(
      'database',
      oneLine(error, configuration) ?? String(error),
      'Stegvis cannot start until this is mended.',
    );
  }
  if (configuration.redisUrl) yield await checkRedis(configuration.redisUrl);
}

async function* ofDataFolder(configuration: Configuration): AsyncGenerator<Finding> {
  const dataDir = dataFolderOf(process.env, note);
  yield checkDisk(dataDir);
  if (!existsSync(join(dataDir, PGDATA))) {
    yield ok('database', `there is none in ${dataDir} yet; the first start makes it`);
    return;
  }
  const isRunning = (await findPostgres(dataDir)) !== undefined;
  yield ok('server', isRunning ? 'the database is running' : 'the database was not running; started for this look');
  yield* await ofDatabase(configuration);
}

async function ofDatabase(configuration: Configuration): Promise<Finding[]> {
  const ground = await joinGround(configuration, { log: note });
  const pool = openPool(ground.databaseUrl, 1);
  const found: Finding[] = [];
  try {
    (await pool.connect()).release();
    for await (const finding of examineDatabase(pool, migrationNames)) found.push(finding);
  } finally {
    await pool.end();
    await ground.close();
  }
  return found;
}
