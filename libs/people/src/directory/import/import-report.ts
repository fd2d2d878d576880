// What an import of persons tells, in words: the same over HTTP and on the command line.
import { STANDARD_ROLES } from '#libs/lifecycle';
import { say, type Language } from '#libs/platform';
import { POSTS_GIVEN, READ_AS, sayRowFault } from './import-words.js';
import type { ImportedRow, PersonImport } from './person-import.js';

/** How many of the good rows are shown. */
const SHOWN = 100;

export interface ImportReport {
  rows: number;
  /** Rows without a fault, and what they are. */
  good: number;
  new: number;
  changed: number;
  known: number;
  /** How many of them have been stored. */
  stored: number;
  encoding: string;
  delimiter: string;
  ignored: string[];
  notes: string[];
  /** `pointer` is the place as a JSON pointer, as in every other answer. */
  faults: { pointer: string; row: number; column: string | null; code: string; message: string }[];
  items: ImportedRow[];
}

export function reportOf(done: PersonImport, language: Language): ImportReport {
  const count = (what: ImportedRow['what']) => done.items.filter((item) => item.what === what).length;
  const { encoding, delimiter, ignored, rows, stored, items } = done;
  return {
    rows,
    good: items.length,
    new: count('new'),
    changed: count('changed'),
    known: count('known'),
    stored,
    encoding,
    delimiter,
    ignored,
    notes: [...(encoding === 'windows-1252' ? [say(READ_AS, { encoding }, language)] : []), ...posts(items, language)],
    faults: done.faults.map((fault) => {
      const { row, column, code } = fault;
      const pointer = `/${row}${column === null ? '' : `/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`}`;
      return { pointer, row, column, code, message: sayRowFault(fault, language) };
    }),
    items: items.slice(0, SHOWN),
  };
}

function posts(items: ImportedRow[], language: Language): string[] {
  const counts = new Map<string, number>();
  for (const { role } of items)
    if (role) counts.set(STANDARD_ROLES[role][language], (counts.get(STANDARD_ROLES[role][language]) ?? 0) + 1);
  if (counts.size === 0) return [];
  const told = [...counts].map(([role, count]) => `${role} ${count}`).join(', ');
  return [say(POSTS_GIVEN, { posts: told }, language)];
}
