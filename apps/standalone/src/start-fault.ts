// What keeps Stegvis from starting or running on: one line for the person at the terminal, never a stack.

export class StartFault extends Error {
  override readonly name = 'StartFault';

  readonly line: string;

  constructor(line: string, options?: ErrorOptions) {
    super(line, options);
    this.line = line;
  }
}

export const diskFull = (dataDir: string, cause?: unknown): StartFault =>
  new StartFault(`The disk is full: Stegvis cannot write to its data folder ${dataDir}. Make room, then start again.`, {
    cause,
  });

export const notWritable = (dataDir: string, cause?: unknown): StartFault =>
  new StartFault(
    `Stegvis may not write to its data folder ${dataDir}: give the user who starts it that right, or set STEGVIS_DATA_DIR to another folder.`,
    { cause },
  );

// 53100 is PostgreSQL's disk_full; the others are the operating system's words for the same.
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);
const FORBIDDEN = new Set(['EACCES', 'EPERM', 'EROFS']);
const NO_FOLDER = new Set(['ENOTDIR', 'EEXIST']);

/** The fault behind an error of the file system or of PostgreSQL; undefined when the error is another matter. */
export function faultFrom(error: unknown, dataDir: string): StartFault | undefined {
  if (error instanceof StartFault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (FULL.has(code)) return diskFull(dataDir, error);
  if (FORBIDDEN.has(code)) return notWritable(dataDir, error);
  if (NO_FOLDER.has(code)) return new StartFault(`The data folder ${dataDir} is not a folder.`, { cause: error });
  return undefined;
}

/** Runs the work and turns what the disk refuses into a fault that names the folder. */
export async function namingTheFolder<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw faultFrom(error, dataDir) ?? error;
  }
}
