// The lines of an export or a backup, packed or not, and whether they are all there and as they were written.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { StartFault } from '../start-fault.js';
import { FORMAT, FORMAT_VERSION, type End, type Header, type Line } from './format.js';

/** A template of the largest size allowed, and some. */
const LINE_BYTES_MAX = 64 * 1024 * 1024;
const GZIP = Buffer.from([0x1f, 0x8b]);
const FIRST_BYTES = 200;

/** Whether a file calls itself an export, rightly or not. @throws what the file system says */
export async function isExport(path: string): Promise<boolean> {
  for await (const bytes of unpacked(path)) return bytes.subarray(0, FIRST_BYTES).includes(FORMAT);
  return false;
}

/** @param see each row, as it goes by. @throws StartFault when it is not there, is none, is of a newer Stegvis, is cut off or has been altered */
export async function checkFile(path: string, see: (row: Line) => void = () => undefined): Promise<Header> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let end: End | undefined;
  let lines = 0;
  for await (const bytes of namingTheFile(path, linesOf(unpacked(path)))) {
    if (end) throw altered(path);
    const line = parse(path, bytes, lines + 1);
    if (!header) header = headerIn(path, line);
    else if (line.is === 'end') end = line as unknown as End;
    else see(line);
    if (end) continue;
    hash.update(bytes).update('\n');
    lines += 1;
  }
  if (!header) throw unusable(path, 'it is empty');
  if (!end) throw unusable(path, `it is cut off after line ${lines}; take a whole copy of it`);
  if (end.lines !== lines || end.sha256 !== hash.digest('hex')) throw altered(path);
  return header;
}

/** The rows, without header and end. For a file that has been checked. */
export async function* rowsIn(path: string): AsyncGenerator<Line> {
  let number = 0;
  for await (const bytes of namingTheFile(path, linesOf(unpacked(path)))) {
    number += 1;
    const line = parse(path, bytes, number);
    if (number > 1 && line.is !== 'end') yield line;
  }
}

function headerIn(path: string, line: Line): Header {
  const { format, version, contents } = line as unknown as Partial<Header>;
  if (format !== FORMAT || typeof version !== 'number') throw unusable(path, 'it is no export of Stegvis');
  if (version > FORMAT_VERSION || (contents !== 'export' && contents !== 'backup'))
    throw unusable(
      path,
      `it was made by a newer Stegvis (format ${version}, this one knows ${FORMAT_VERSION}); use that version or a later one`,
    );
  return line as unknown as Header;
}

function parse(path: string, bytes: Buffer, number: number): Line {
  try {
    const line: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof line === 'object' && line !== null) return line as Line;
  } catch {
    // Told below.
  }
  if (number === 1) throw unusable(path, 'it is no export of Stegvis');
  throw unusable(path, `line ${number} is cut off or has been altered; take a whole copy of it`);
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const packed = await isPacked(path);
  const bytes = createReadStream(path);
  if (!packed) return yield* bytes as AsyncIterable<Buffer>;
  const gunzip = createGunzip();
  bytes.on('error', (error) => gunzip.destroy(error));
  try {
    yield* bytes.pipe(gunzip) as AsyncIterable<Buffer>;
  } finally {
    bytes.destroy();
  }
}

async function isPacked(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.equals(GZIP);
  } finally {
    await file.close();
  }
}

/** By line feed alone: what people write may hold the other separators that readline would split at. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  let held = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at !== -1; at = chunk.indexOf(0x0a, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]);
      [rest, held, from] = [[], 0, at + 1];
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > LINE_BYTES_MAX) throw new RangeError('a line of the file is too long');
  }
  if (held > 0) yield Buffer.concat(rest);
}

async function* namingTheFile(path: string, lines: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* lines;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (error instanceof RangeError) throw unusable(path, 'it is no export of Stegvis');
    if (code === 'Z_BUF_ERROR') throw unusable(path, 'it is cut off; take a whole copy of it');
    if (code.startsWith('Z_')) throw altered(path);
    throw notReadable(path, error) ?? error;
  }
}

export function notReadable(path: string, error: unknown): StartFault | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new StartFault(`There is no file ${path}.`);
  if (code === 'EISDIR') return new StartFault(`${path} is not a file.`);
  if (code === 'EACCES' || code === 'EPERM') return new StartFault(`The file ${path} may not be read by this user.`);
  return undefined;
}

function altered(path: string): StartFault {
  return unusable(path, 'it has been altered since it was written, or was not copied whole');
}

export function unusable(path: string, why: string): StartFault {
  return new StartFault(`${path} cannot be used: ${why}. Nothing was stored.`);
}
