// A CSV file as its rows, numbered as a spreadsheet shows them, with whatever stands between the cells.
import { CsvError, parse } from 'csv-parse';
import { columnsOf, isNaming, type Columns } from './columns.js';

export const ROWS_MAX = 50_000;

/** Between the cells: what English and what Swedish Excel writes, and what is copied out of a sheet. */
const DELIMITERS = [';', ',', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface Row {
  /** As a spreadsheet counts: the heads are row 1, and a line break in a cell begins no row. */
  row: number;
  cells: string[];
}

export type CsvFault =
  | { why: 'no-name-column'; heads: string }
  | { why: 'column-twice'; head: string }
  | { why: 'open-quote' | 'stray-quote'; line: number }
  | { why: 'too-many-rows'; max: number };

export interface CsvRows {
  delimiter: Delimiter;
  columns: Columns;
  rows: Row[];
}

export async function csvRows(given: string): Promise<CsvRows | CsvFault> {
  // Excel's own way to say what stands between the cells.
  const text = given.replace(/^sep=.\r?\n/i, '');
  const found = await readHeads(text);
  if ('why' in found) return found;
  try {
    const rows: Row[] = [];
    for await (const row of records(text, found.delimiter)) {
      if (row.row === 1 || row.cells.every((cell) => cell === '')) continue;
      if (rows.length >= ROWS_MAX) return { why: 'too-many-rows', max: ROWS_MAX };
      rows.push(row);
    }
    return { ...found, rows };
  } catch (error) {
    return faultIn(error);
  }
}

/** The delimiter is the one by which most of the heads are known. */
async function readHeads(text: string): Promise<Omit<CsvRows, 'rows'> | CsvFault> {
  const read = await Promise.all(DELIMITERS.map((delimiter) => headsBy(text, delimiter)));
  const whole = read.filter((one): one is Heads => !('why' in one)).sort((one, other) => other.known - one.known);
  const [best] = whole;
  if (!best) return read.find((one) => 'why' in one) as CsvFault;
  const { delimiter, columns } = best;
  if ('twice' in columns) return { why: 'column-twice', head: columns.twice.slice(0, 80) };
  if (isNaming(columns)) return { delimiter, columns };
  const shown = whole.map((one) => one.cells).sort((one, other) => other.length - one.length)[0] ?? [];
  return { why: 'no-name-column', heads: shown.join(', ').slice(0, 200) };
}

interface Heads {
  delimiter: Delimiter;
  cells: string[];
  columns: Columns | { twice: string };
  known: number;
}

async function headsBy(text: string, delimiter: Delimiter): Promise<Heads | CsvFault> {
  try {
    for await (const { cells } of records(text, delimiter, 1)) {
      const { columns, known } = columnsOf(cells);
      return { delimiter, cells, columns, known };
    }
    return { delimiter, cells: [], columns: { of: [], heads: [], ignored: [] }, known: 0 };
  } catch (error) {
    return faultIn(error);
  }
}

interface Told {
  record: string[];
  info: { records: number; empty_lines: number };
}

/** It is read as it comes, so that other requests are served while a long file is taken apart. */
async function* records(text: string, delimiter: Delimiter, max?: number): AsyncGenerator<Row> {
  const parser = parse(text, {
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    ...(max === undefined ? {} : { to: max }),
  });
  for await (const { record, info } of parser as AsyncIterable<Told>)
    yield { row: info.records + info.empty_lines, cells: record };
}

const FAULTS: Partial<Record<string, 'open-quote' | 'stray-quote'>> = {
  CSV_QUOTE_NOT_CLOSED: 'open-quote',
  CSV_INVALID_CLOSING_QUOTE: 'stray-quote',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'stray-quote',
};

function faultIn(error: unknown): CsvFault {
  const why = error instanceof CsvError ? FAULTS[error.code] : undefined;
  if (why === undefined) throw error;
  return { why, line: (error as CsvError)['lines'] as number };
}
