// The rows of a file into the directory, three statements for however many there are.
import { dayOf } from '#libs/lifecycle';
import type { EntityManager } from 'typeorm';
import { randomUUID } from 'node:crypto';
import type { Matched } from './match-rows.js';

/** @param now RFC 3339. @returns how many rows changed something. */
export async function storeRows(manager: EntityManager, rows: Matched[], now: string): Promise<number> {
  const changing = rows.filter(({ isPersonChanged, isPostNew }) => isPersonChanged || isPostNew);
  const persons = (what: Matched['what']) =>
    changing.filter((row) => row.what === what && row.isPersonChanged).map(({ id, person }) => ({ id, ...person }));
  const asTold = 'json_to_recordset($1) AS told (id uuid, name text, address text, language text, organisation text)';
  await manager.query(
    `INSERT INTO person (id, name, address, language, organisation, created_at)
    SELECT id, name, address, language, organisation, $2 FROM ${asTold}`,
    [JSON.stringify(persons('new')), now],
  );
  await manager.query(
    `UPDATE person SET name = told.name, language = told.language, organisation = told.organisation
    FROM ${asTold} WHERE person.id = told.id`,
    [JSON.stringify(persons('changed'))],
  );
  const posts = changing
    .filter(({ isPostNew }) => isPostNew)
    .map(({ id, told }) => ({ id: randomUUID(), person: id, role: told.role, organisation: told.organisation }));
  await manager.query(
    `INSERT INTO post (id, role, person, organisation, from_day, created_at)
    SELECT id, role, person, organisation, $2, $3 FROM json_to_recordset($1) AS told (id uuid, role text, person uuid, organisation text)`,
    [JSON.stringify(posts), dayOf(now), now],
  );
  return changing.length;
}
