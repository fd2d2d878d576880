// The organisations and the programme that the plans refer to by their codes. What is there already is left as it is.
import { Organisation } from '#libs/people';
import { Programme } from '#libs/plans';
import type { EntityManager } from 'typeorm';
import type { ToldOrganisation, ToldProgramme } from './history.js';

export interface Directory {
  organisations: ToldOrganisation[];
  programme: ToldProgramme | null;
}

export async function keepDirectory(manager: EntityManager, { organisations, programme }: Directory): Promise<void> {
  const rows = organisations.map(({ code, name, roles_sv: roles = [], source }) => ({
    code,
    name,
    kind: null,
    roles,
    source: source ?? null,
  }));
  if (rows.length > 0) await manager.createQueryBuilder().insert().into(Organisation).values(rows).orIgnore().execute();
  if (programme)
    await manager.createQueryBuilder().insert().into(Programme).values(programmeRow(programme)).orIgnore().execute();
}

function programmeRow({ code, name_sv: name, goal_sv: goal, strands = [], source }: ToldProgramme) {
  const told = strands.map(({ no, name_sv, content_sv: content = [], result_sv: result }) => ({
    no,
    name: name_sv,
    content,
    ...(result === undefined ? {} : { result }),
  }));
  return { code, name, goal: goal ?? null, strands: told, source: source ?? null };
}
