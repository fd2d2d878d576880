// The data folder: whose it is, which format it has, and that nobody else is using it.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lockFolder } from './folder-lock.js';
import { namingTheFolder, notWritable, StartFault } from './start-fault.js';

/** Raised when an older Stegvis could no longer make sense of the folder. */
export const DATA_FORMAT = 1;

const MARKER = 'stegvis.json';
const OURS = /^(stegvis\.(json|lock|pid)|postgres.*|elsewhere\.json|lost\+found|\.gitkeep|\.DS_Store)/;

export interface DataFolder {
  path: string;
  close(): void;
}

/** Makes the folder when it is missing, checks that it is ours and not of a newer Stegvis, and locks it. */
export async function openDataFolder(path: string, patienceMs?: number): Promise<DataFolder> {
  return namingTheFolder(path, async () => {
    await makeFolder(path);
    const marked = await checkMarker(path);
    if (!marked) await refuseForeign(path);
    const lock = await lockFolder(path, patienceMs);
    try {
      if (!marked) await writeMarker(path);
    } catch (error) {
      lock.release();
      throw error;
    }
    return { path, close: () => lock.release() };
  });
}

async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let at = path; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) {
    await mkdir(folder, { mode: folder === path ? 0o700 : 0o777 }).catch((error: NodeJS.ErrnoException) => {
      // Its parent is there: a folder like /proc, in which nobody may make one.
      if (error.code === 'ENOENT') throw notWritable(path, error);
      if (error.code !== 'EEXIST') throw error;
    });
    // As root the database runs as another user, who has to get through the folders made here whatever the umask says.
    if (folder !== path && process.getuid?.() === 0) await chmod(folder, 0o755);
  }
  if (!(await stat(path)).isDirectory()) throw new StartFault(`The data folder ${path} is not a folder.`);
}

async function checkMarker(path: string): Promise<boolean> {
  const text = await readFile(join(path, MARKER), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return false;
  const format = formatOf(text);
  if (format === undefined) {
    throw new StartFault(`The file ${join(path, MARKER)} is damaged: it should read { "format": ${DATA_FORMAT} }.`);
  }
  if (format > DATA_FORMAT) {
    throw new StartFault(
      `The data folder ${path} is of a newer Stegvis (format ${format}, this one knows ${DATA_FORMAT}): start that version, or set STEGVIS_DATA_DIR to another folder.`,
    );
  }
  return true;
}

function formatOf(text: string): number | undefined {
  try {
    const { format } = JSON.parse(text) as { format?: unknown };
    return Number.isSafeInteger(format) ? (format as number) : undefined;
  } catch {
    return undefined;
  }
}

/** A mistyped STEGVIS_DATA_DIR must not strew our files among somebody else's. */
async function refuseForeign(path: string): Promise<void> {
  const foreign = (await readdir(path)).find((name) => !OURS.test(name));
  if (foreign === undefined) return;
  throw new StartFault(
    `The folder ${path} holds other files (${foreign}): set STEGVIS_DATA_DIR to a folder of its own for Stegvis.`,
  );
}

async function writeMarker(path: string): Promise<void> {
  const draft = join(path, `${MARKER}.${process.pid}`);
  await writeFile(draft, `${JSON.stringify({ format: DATA_FORMAT })}\n`);
  await rename(draft, join(path, MARKER));
}
