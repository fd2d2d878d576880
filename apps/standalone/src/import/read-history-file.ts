// A file into a history that can be taken in, or everything that is wrong with it. Nothing is stored here.
import { inWords, type FileFault } from './faults.js';
import type { HistoryFile } from './history.js';
import { parseJson, readJsonFile, type ReadJson } from './read-json-file.js';
import { referenceFaults } from './references.js';
import { shapeFaults } from './shape.js';

export type ReadHistory = { file: HistoryFile } | { faults: FileFault[] };

export async function readHistoryFile(path: string): Promise<ReadHistory> {
  return historyIn(await readJsonFile(path));
}

export function readHistory(bytes: Buffer): ReadHistory {
  return historyIn(parseJson(bytes));
}

function historyIn(read: ReadJson): ReadHistory {
  if ('faults' in read) return read;
  const shape = shapeFaults(read.value);
  if (shape.length > 0) return { faults: inWords(shape) };
  const file = read.value as HistoryFile;
  const faults = referenceFaults(file);
  return faults.length > 0 ? { faults } : { file };
}
