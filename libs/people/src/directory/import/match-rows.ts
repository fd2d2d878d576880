// Which rows of a file are persons who are here already, and what would become of each.
import type { EntityManager } from 'typeorm';
import { randomUUID } from 'node:crypto';
import type { Told } from '../persons.js';
import type { Column, Columns } from './columns.js';
import { folded, type RowFault, type ToldPerson } from './person-row.js';

export interface Matched {
  told: ToldPerson;
  what: 'new' | 'changed' | 'known';
  id: string;
  /** As it is here afterwards. */
  person: Told;
  isPersonChanged: boolean;
  isPostNew: boolean;
}

type Known = Told & { id: string };

/** @param today YYYY-MM-DD: a post that is over by then is not held. */
export async function matchRows(
  manager: EntityManager,
  told: ToldPerson[],
  columns: Columns,
  today: string,
): Promise<{ rows: Matched[]; faults: RowFault[] }> {
  const known = await knownByRow(manager, told);
  const faults: RowFault[] = [];
  const rows: Matched[] = [];
  const firstRows = new Map<string, number>();
  for (const one of told) {
    const candidates = known.get(one.row) ?? [];
    const here = candidates.length === 1 ? candidates[0] : undefined;
    const keys = [keyOf(one), ...(here ? [here.id] : [])];
    const first = keys.map((key) => firstRows.get(key)).find((row) => row !== undefined);
    if (first !== undefined) faults.push(faultOf(one, columns, 'person-twice', { first }));
    else if (candidates.length > 1) faults.push(faultOf(one, columns, 'several-known'));
    else rows.push(matched(one, here));
    for (const key of keys) if (!firstRows.has(key)) firstRows.set(key, one.row);
  }
  await seePosts(manager, rows, today);
  return { rows, faults };
}

function matched(told: ToldPerson, known: Known | undefined): Matched {
  const { name, address, language, organisation } = told;
  if (!known) {
    const person = { name, address, language: language ?? 'sv', organisation };
    return { told, what: 'new', id: randomUUID(), person, isPersonChanged: true, isPostNew: told.role !== null };
  }
  const { id, ...before } = known;
  // Found by the name alone, it keeps it as it is written here; an empty cell clears nothing.
  const person: Told = {
    name: address === null ? before.name : name,
    address: before.address,
    language: language ?? before.language,
    organisation: organisation ?? before.organisation,
  };
  const isPersonChanged = (Object.keys(person) as (keyof Told)[]).some((field) => person[field] !== before[field]);
  return { told, what: isPersonChanged ? 'changed' : 'known', id, person, isPersonChanged, isPostNew: false };
}

/** Whom two rows would both mean. */
function keyOf({ name, address, organisation }: ToldPerson): string {
  return address === null ? JSON.stringify([folded(name), organisation]) : `@${folded(address)}`;
}

function faultOf(
  { row, address }: ToldPerson,
  { of, heads }: Columns,
  code: string,
  params?: { first: number },
): RowFault {
  const place: Column = address === null ? 'name' : 'address';
  return { row, column: heads[of.indexOf(place)] ?? null, code, ...(params ? { params } : {}) };
}

/** By the address where a row has one, else by name and organisation. */
async function knownByRow(manager: EntityManager, told: ToldPerson[]): Promise<Map<number, Known[]>> {
  const found = await manager.query<(Known & { row: number })[]>(
    `WITH given AS (SELECT * FROM json_to_recordset($1) AS one (row int, name text, address text, organisation text))
    SELECT given.row, person.id, person.name, person.address, person.language, person.organisation
    FROM given JOIN person ON folded(person.address) = folded(given.address)
    UNION ALL
    SELECT given.row, person.id, person.name, person.address, person.language, person.organisation
    FROM given JOIN person ON folded(person.name) = folded(given.name)
    WHERE given.address IS NULL AND (given.organisation IS NULL OR person.organisation = given.organisation)`,
    [JSON.stringify(told)],
  );
  const byRow = new Map<number, Known[]>();
  for (const { row, ...person } of found) byRow.set(row, [...(byRow.get(row) ?? []), person]);
  return byRow;
}

/** A role in a file is held for the whole installation, from today, by whoever does not hold it yet. */
async function seePosts(manager: EntityManager, rows: Matched[], today: string): Promise<void> {
  const asked = rows.filter(({ told }) => told.role !== null);
  if (asked.length === 0) return;
  const held = await manager.query<{ person: string; role: string; organisation: string }[]>(
    `SELECT person, role, organisation FROM post
    WHERE programme IS NULL AND (until_day IS NULL OR until_day >= GREATEST(from_day, $2::date)) AND person = ANY($1)`,
    [asked.map(({ id }) => id), today],
  );
  const holdings = new Set(held.map(({ person, role, organisation }) => `${person} ${role} ${organisation}`));
  for (const row of asked) {
    row.isPostNew = !holdings.has(`${row.id} ${row.told.role} ${row.told.organisation}`);
    if (row.isPostNew && row.what === 'known') row.what = 'changed';
  }
}
