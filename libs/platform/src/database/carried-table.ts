// What exports and backups carry of a table. Each room names its own tables, so that the room that adds one says what becomes of it.

export interface CarriedTable {
  /** What its lines in the file say they are. */
  kind: string;
  table: string;
  /** For each field of a line, the column it is and PostgreSQL's type of it. */
  fields: Record<string, { column: string; type: string }>;
  /** SQL: the order of the lines, the same wherever and whenever they are written. */
  order: string;
  /** `backup`: of use to this installation alone, or secret; an export may be handed to others. */
  in: 'export' | 'backup';
  /** SQL: rows that every fresh database has. They do not make it used, and give way to those of the file. */
  fresh?: string;
  /** SQL: what to read from, when that is not the table as it is. */
  from?: string;
  /** SQL: what an export reads from, where it holds something back that a backup has. */
  handedOn?: string;
  /** SQL: how to store the lines, which stand as `{rows}` in it, when that is not to insert them as they are. */
  store?: string;
  /** How many rows are taken into memory at once; 500 when absent. */
  handful?: number;
}

/** Fields whose name is the column's in camel case: `publishedAt` is published_at. */
export function fieldsOf(types: Record<string, string>): CarriedTable['fields'] {
  const fields = Object.entries(types).map(([name, type]) => [
    name,
    { column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), type },
  ]);
  return Object.fromEntries(fields) as CarriedTable['fields'];
}
