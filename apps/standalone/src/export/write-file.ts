// A file that is there whole or not at all: written beside, brought to the disk, renamed. Ending in .gz it is packed.
import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { StartFault } from '../start-fault.js';

/** @throws StartFault that names the file, when the disk does not take it */
export async function writeWhole(path: string, content: AsyncIterable<string | Buffer>): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    const file = await open(beside, 'wx', 0o600);
    const packing = path.endsWith('.gz') ? [createGzip(), withoutSystem()] : [];
    // The stream closes the file once all of it has reached the disk.
    await pipeline([Readable.from(content), ...packing, file.createWriteStream({ flush: true })]);
    await rename(beside, path);
    await folderToDisk(dirname(path));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined); // What went wrong first is what is told.
    throw fileFault(path, error) ?? error;
  }
}

/** RFC 1952, 2.3.1: the tenth byte names the system it was packed on; 255 is "unknown", the same on all of them. */
function withoutSystem(): Transform {
  let at = 0;
  return new Transform({
    transform(bytes: Buffer, _encoding, done) {
      if (at <= 9 && at + bytes.length > 9) bytes[9 - at] = 255;
      at += bytes.length;
      done(null, bytes);
    },
  });
}

/** A rename is only safe from a power cut when the folder itself has reached the disk; Windows opens no folders. */
async function folderToDisk(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const WORDS: Record<string, string> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk may only be read',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
};

function fileFault(path: string, error: unknown): StartFault | undefined {
  // What the database says of its own disk is another matter.
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return undefined;
  const why = WORDS[String(error.code)];
  return why === undefined
    ? undefined
    : new StartFault(`${path} could not be written: ${why}. Nothing of it was left behind.`, { cause: error });
}
