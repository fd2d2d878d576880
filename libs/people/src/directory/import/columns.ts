// The columns of a file of persons, by the names that their heads go by in Swedish and in English.

export type Column = 'name' | 'givenName' | 'familyName' | 'address' | 'organisation' | 'language' | 'role';

const HEADS: Record<Column, string[]> = {
  name: ['namn', 'name', 'fullständigt namn', 'full name'],
  givenName: ['förnamn', 'tilltalsnamn', 'first name', 'given name', 'firstname'],
  familyName: ['efternamn', 'last name', 'family name', 'surname', 'lastname'],
  address: [
    'e-post',
    'epost',
    'e-postadress',
    'epostadress',
    'mejl',
    'mail',
    'e-mail',
    'email',
    'e-mail address',
    'email address',
  ],
  organisation: ['organisation', 'organization', 'org', 'organisationskod', 'arbetsplats'],
  language: ['språk', 'language', 'lang'],
  role: ['roll', 'role', 'uppdrag'],
};

const BY_HEAD = new Map(
  (Object.entries(HEADS) as [Column, string[]][]).flatMap(([column, heads]) =>
    heads.map((head) => [head, column] as const),
  ),
);

export interface Columns {
  /** The column of each cell; undefined for what is not read. */
  of: (Column | undefined)[];
  /** The heads as the file has them. */
  heads: string[];
  /** Heads of columns that are not read. */
  ignored: string[];
}

/** @returns the columns, or the head that says the same as one before it; and how many of the heads are known. */
export function columnsOf(cells: string[]): { columns: Columns | { twice: string }; known: number } {
  const heads = cells.map((head) => head.trim());
  const of = heads.map((head) => BY_HEAD.get(head.normalize('NFC').toLowerCase()));
  const known = of.filter((column) => column !== undefined).length;
  const twice = of.findIndex((column, index) => column !== undefined && of.indexOf(column) < index);
  if (twice >= 0) return { columns: { twice: heads[twice] as string }, known };
  return {
    columns: { of, heads, ignored: heads.filter((head, index) => of[index] === undefined && head !== '') },
    known,
  };
}

export function isNaming({ of }: Columns): boolean {
  return of.includes('name') || of.includes('givenName') || of.includes('familyName');
}
