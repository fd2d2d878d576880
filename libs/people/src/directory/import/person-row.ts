// One row of a file of persons: what it says, or what is wrong in which column.
import { isStandardRole, LANGUAGES, STANDARD_ROLES, type StandardRole } from '#libs/lifecycle';
import { type Language, type Params } from '#libs/platform';
import { isPersonAddress } from '../person-address.js';
import { NAME, NAME_MAX, nameAsKept } from '../person-name.js';
import type { Column, Columns } from './columns.js';
import type { Row } from './csv-rows.js';

/** What a row says; a field that it leaves empty says nothing. */
export interface ToldPerson {
  row: number;
  name: string;
  address: string | null;
  language: Language | null;
  /** The code of an organisation. */
  organisation: string | null;
  role: StandardRole | null;
}

export interface RowFault {
  row: number;
  /** The head of its column; null when the whole row is meant. */
  column: string | null;
  code: string;
  params?: Params;
}

/** The code of an organisation by its code or its name as people write them; null when two have the name. */
export type OrganisationsBySaid = Map<string, string | null>;

const LANGUAGE_WORDS: Record<Language, string[]> = {
  sv: ['sv', 'swe', 'svenska', 'swedish'],
  en: ['en', 'eng', 'engelska', 'english'],
};

export function readPerson(row: Row, columns: Columns, organisations: OrganisationsBySaid): ToldPerson | RowFault[] {
  const faults: RowFault[] = [];
  const cell = (column: Column) => row.cells[columns.of.indexOf(column)] ?? '';
  const fault = (column: Column | null, code: string, params?: Params): null => {
    const head = column === null ? null : (columns.heads[columns.of.indexOf(column)] ?? null);
    faults.push({ row: row.row, column: head, code, ...(params ? { params } : {}) });
    return null;
  };
  if (row.cells.slice(columns.heads.length).some((more) => more !== '')) fault(null, 'too-many-cells');
  const told = {
    row: row.row,
    name: nameIn(cell, columns, fault),
    address: addressIn(cell('address'), fault),
    language: languageIn(cell('language'), fault),
    organisation: organisationIn(cell('organisation'), organisations, fault),
    role: roleIn(cell('role'), fault),
  };
  if (told.role !== null && cell('organisation') === '') fault('role', 'role-without-organisation');
  return faults.length > 0 ? faults : told;
}

export const folded = (words: string) => words.normalize('NFC').trim().toLowerCase();

type Cell = (column: Column) => string;
type Fault = (column: Column, code: string, params?: Params) => null;

function nameIn(cell: Cell, columns: Columns, fault: Fault): string {
  const whole = columns.of.includes('name') ? cell('name') : '';
  const column = whole === '' && !columns.of.includes('name') ? firstName(columns) : 'name';
  const name = nameAsKept(whole === '' ? `${cell('givenName')} ${cell('familyName')}` : whole);
  if (name === '') fault(column, 'required');
  else if (name.length > NAME_MAX) fault(column, 'too-long', { limit: NAME_MAX });
  // Looked at as it came: what is kept has no line breaks left.
  else if (!NAME.test(whole === '' ? name : whole)) fault(column, 'not-a-line');
  return name;
}

function firstName(columns: Columns): Column {
  return columns.of.includes('givenName') ? 'givenName' : 'familyName';
}

function addressIn(said: string, fault: Fault): string | null {
  const address = said.normalize('NFC');
  if (address === '') return null;
  return isPersonAddress(address) ? address : fault('address', 'not-an-address');
}

function languageIn(said: string, fault: Fault): Language | null {
  if (said === '') return null;
  const found = LANGUAGES.find((language) => LANGUAGE_WORDS[language].includes(folded(said)));
  return found ?? fault('language', 'not-one-of', { limit: LANGUAGES.join(', ') });
}

function organisationIn(said: string, organisations: OrganisationsBySaid, fault: Fault): string | null {
  if (said === '') return null;
  const code = organisations.get(said) ?? organisations.get(folded(said));
  if (code === undefined) return fault('organisation', 'unknown-organisation');
  return code ?? fault('organisation', 'two-of-the-name');
}

function roleIn(said: string, fault: Fault): StandardRole | null {
  if (said === '') return null;
  const words = folded(said);
  if (isStandardRole(words)) return words;
  const named = Object.entries(STANDARD_ROLES).find(([, { sv, en }]) => words === folded(sv) || words === folded(en));
  return named ? (named[0] as StandardRole) : fault('role', 'unknown-role');
}
