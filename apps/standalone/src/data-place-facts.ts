// Looks at the machine for data-place.ts, and writes down a place that is not the usual one, so that every command finds it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { choosePlace, type PlaceFacts } from './data-place.js';
import { canPassTo, databaseUser, PGDATA, SYSTEM_DIR } from './postgres/index.js';
import { faultFrom, StartFault } from './start-fault.js';

/** The folder that holds package.json, from the sources and from dist alike. */
export function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const up = dirname(from);
  if (up === from) throw new Error('no package.json above the program');
  return projectFolder(up);
}

const recordIn = (usual: string): string => join(usual, 'elsewhere.json');

function recorded(usual: string): string | undefined {
  const file = recordIn(usual);
  if (!existsSync(file)) return undefined;
  const { dataDir } = JSON.parse(readFileSync(file, 'utf8')) as { dataDir?: unknown };
  if (typeof dataDir === 'string') return dataDir;
  throw new StartFault(`The file ${file} is damaged: it should name the data folder, { "dataDir": "..." }.`);
}

function record(usual: string, dataDir: string): void {
  try {
    mkdirSync(usual, { recursive: true });
    writeFileSync(`${recordIn(usual)}.draft`, `${JSON.stringify({ dataDir })}\n`);
    renameSync(`${recordIn(usual)}.draft`, recordIn(usual));
  } catch (error) {
    throw faultFrom(error, usual) ?? error;
  }
}

/** The data folder of this project; `log` hears when it is not the usual one. Does not make the folder. */
export function dataFolderOf(
  env: NodeJS.ProcessEnv = process.env,
  log: (line: string) => void = () => undefined,
  projectDir: string = projectFolder(),
): string {
  const chosen = env['STEGVIS_DATA_DIR'] ? resolve(projectDir, env['STEGVIS_DATA_DIR']) : undefined;
  const usual = join(projectDir, 'data');
  const user = databaseUser(chosen ?? usual);
  const facts: PlaceFacts = {
    chosen,
    usual,
    recorded: recorded(usual),
    spare: join(SYSTEM_DIR, `${basename(projectDir)}-${randomBytes(4).toString('hex')}`),
    usualHasDatabase: existsSync(join(usual, PGDATA)),
    databaseUser: user?.name,
    passable: (dir) => canPassTo(dir, user),
  };
  const place = choosePlace(facts);
  if (place.kind === 'unreachable') throw new StartFault(place.line);
  if (place.kind === 'record') record(usual, place.dataDir);
  if (place.notice) log(place.notice);
  return place.dataDir;
}
