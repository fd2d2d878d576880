// Many persons at once out of a CSV file: all of them in one transaction, or none. The same file again changes nothing.
import { dayOf, type StandardRole } from '#libs/lifecycle';
import { noteInAudit, OPERATOR, type Clock, type Language } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';
import { csvRows, type CsvFault, type CsvRows, type Delimiter } from './csv-rows.js';
import { csvText, type Encoding } from './csv-text.js';
import { matchRows, type Matched } from './match-rows.js';
import { folded, readPerson, type OrganisationsBySaid, type RowFault, type ToldPerson } from './person-row.js';
import { storeRows } from './store-rows.js';

export interface ImportAsked {
  /** Only tell; nothing is stored. */
  dryRun?: boolean | undefined;
  /** Store the good rows although others have faults. */
  onlyGood?: boolean | undefined;
}

export interface PersonImport {
  encoding: Encoding;
  delimiter: Delimiter;
  /** Heads of columns that were not read. */
  ignored: string[];
  rows: number;
  faults: RowFault[];
  /** What the good rows are. */
  items: ImportedRow[];
  /** How many rows changed something. */
  stored: number;
}

export interface ImportedRow {
  row: number;
  what: 'new' | 'changed' | 'known';
  name: string;
  address: string | null;
  language: Language;
  organisation: string | null;
  role: StandardRole | null;
}

export type UnreadableFile = { why: 'workbook' | 'not-text' | 'empty' } | CsvFault;

export class PersonsImport {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns what became of it, or why the file cannot be read. */
  async run(
    bytes: Uint8Array,
    { dryRun = false, onlyGood = false }: ImportAsked,
    by = OPERATOR,
  ): Promise<PersonImport | UnreadableFile> {
    const read = csvText(bytes);
    if ('why' in read) return read;
    const csv = await csvRows(read.text);
    if ('why' in csv) return csv;
    return this.source.transaction(async (manager) => {
      // Nobody else adds or changes a person from the look at who is known until all are stored.
      if (!dryRun) await manager.query('LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE');
      const { matched, faults } = await readRows(manager, csv, dayOf(this.clock.now()));
      const isStored = !dryRun && (onlyGood || faults.length === 0);
      const stored = isStored ? await storeRows(manager, matched, this.clock.now()) : 0;
      if (stored > 0)
        await noteInAudit(manager, { kind: 'persons.imported', who: by, about: { rows: csv.rows.length, stored } });
      const { delimiter, columns, rows } = csv;
      const { encoding } = read;
      const items = matched.map(shown);
      return { encoding, delimiter, ignored: columns.ignored, rows: rows.length, faults, items, stored };
    });
  }
}

async function readRows(manager: EntityManager, { rows, columns }: CsvRows, today: string) {
  const organisations = await organisationsBySaid(manager);
  const told: ToldPerson[] = [];
  const faults: RowFault[] = [];
  for (const row of rows) {
    const read = readPerson(row, columns, organisations);
    if (Array.isArray(read)) faults.push(...read);
    else told.push(read);
  }
  const matched = await matchRows(manager, told, columns, today);
  const all = [...faults, ...matched.faults].sort((one, other) => one.row - other.row);
  return { matched: matched.rows, faults: all };
}

async function organisationsBySaid(manager: EntityManager): Promise<OrganisationsBySaid> {
  const rows: { code: string; name: string }[] = await manager.query('SELECT code, name FROM organisation');
  const said: OrganisationsBySaid = new Map();
  for (const { code, name } of rows) said.set(folded(name), said.has(folded(name)) ? null : code);
  const codes = new Map<string, string | null>();
  for (const { code } of rows) codes.set(folded(code), codes.has(folded(code)) ? null : code);
  // A code says more surely which one is meant than a name does.
  for (const [code, of] of codes) said.set(code, of);
  for (const { code } of rows) said.set(code, code);
  return said;
}

function shown({ told, what, person }: Matched): ImportedRow {
  const { name, address, language, organisation } = person;
  return { row: told.row, what, name, address, language, organisation, role: told.role };
}
