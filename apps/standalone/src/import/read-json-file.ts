// A file into JSON, or what keeps it from being that: told as the HTTP doors tell it, broken JSON by line and column.
import type { Language } from '#libs/lifecycle';
import { jsonBreak, lineAndColumn, Problem, problemBody, readJson } from '#libs/platform';
import { isUtf8 } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import type { FileFault } from './faults.js';

/** The contract's limit for imports and templates. */
const SIZE_MAX_MIB = 16;
const MIB = 1024 * 1024;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

export type ReadJson = { value: unknown } | { faults: FileFault[] };

/** @param language of what is told as the doors tell it. */
export async function readJsonFile(path: string, language: Language = 'en'): Promise<ReadJson> {
  const bytes = await readBytes(path);
  return Buffer.isBuffer(bytes) ? parseJson(bytes, language) : { faults: [bytes] };
}

export function parseJson(bytes: Buffer, language: Language = 'en'): ReadJson {
  const unmarked = bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? bytes.subarray(3) : bytes;
  return unmarked.length === 0 ? { faults: [whole('The file is empty.')] } : parse(unmarked, language);
}

async function readBytes(path: string): Promise<Buffer | FileFault> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return whole(`${path} is not a file.`);
    if (found.size > SIZE_MAX_MIB * MIB)
      return whole(`${path} has ${(found.size / MIB).toFixed(1)} MiB; an import takes at most ${SIZE_MAX_MIB} MiB.`);
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return whole(`There is no file ${path}.`);
    if (code === 'EACCES' || code === 'EPERM') return whole(`The file ${path} may not be read by this user.`);
    throw error;
  }
}

function parse(bytes: Buffer, language: Language): ReadJson {
  try {
    return { value: readJson(bytes) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { faults } = problemBody(error, language);
    if (faults) return { faults: faults.map(({ pointer, code, message }) => ({ place: pointer, code, message })) };
    return { faults: [isUtf8(bytes) ? noJson(bytes.toString('utf8')) : whole('The file is not text in UTF-8.')] };
  }
}

function noJson(text: string): FileFault {
  const offset = jsonBreak(text);
  const found = text.codePointAt(offset);
  const what =
    found === undefined
      ? 'the file ends before its JSON does.'
      : `${JSON.stringify(String.fromCodePoint(found))} cannot stand here: the file is not JSON.`;
  const { line, column } = lineAndColumn(text, offset);
  return { place: `line ${line}, column ${column}`, message: what };
}

function whole(message: string): FileFault {
  return { place: '', message };
}
