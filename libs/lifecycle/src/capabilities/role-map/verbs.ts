// fill-role-map, remove-role-map-row.
import { verb, type Verb } from '../../engine/capability.js';
import { refuse, unknownRecord } from '../../engine/refusal.js';
import { nextKey } from '../record-key.js';
import { told } from '../told.js';
import { everyRow, roleMapOf, type Cell, type Cells } from './facts.js';

export interface FillRoleMap extends Cells {
  /** The activity or effort, in a few words; the same words again fill more of the same row. */
  row: string;
}

export interface RemoveRoleMapRow {
  row: string;
  reason?: string;
}

export const verbs: Record<string, Verb> = {
  'fill-role-map': verb<FillRoleMap>({
    name: { sv: 'Fyll i roll- och kostnadskartan', en: 'Fill in the role and cost map' },
    decide: (plan, { row: title, costSek, ...cells }) => {
      const had = roleMapOf(plan).find((one) => one.title === title);
      const said = told({ ...named(cells), costSek });
      if (had && Object.keys(said).length === 0)
        return refuse('role-map-unchanged', { field: '/row', params: { title } });
      const nobody = Object.entries(cells).flatMap(([cell, list]) => emptyAt(cell, list as Cell[] | undefined));
      if (nobody[0] !== undefined) return refuse('role-map-nobody', { field: nobody[0] });
      const row = had?.key ?? nextKey('row', everyRow(plan));
      return [{ type: 'role-map.filled', data: { row, title, ...said } }];
    },
  }),
  'remove-role-map-row': verb<RemoveRoleMapRow>({
    name: { sv: 'Ta bort en rad ur kartan', en: 'Remove a row from the map' },
    ready: (plan) => (roleMapOf(plan).length > 0 ? [] : [{ code: 'no-role-map' }]),
    decide: (plan, { row, reason }) =>
      roleMapOf(plan).some(({ key }) => key === row)
        ? [{ type: 'role-map.row-removed', data: { row }, texts: { reasonText: reason } }]
        : unknownRecord('/row', row),
  }),
};

/** Whoever is named twice in a cell is named once. */
function named({ decides, pays, carriesOut, isAsked }: Cells): Cells {
  const once = (list: Cell[] | undefined) => {
    const seen = new Map(
      list?.map(({ organisation, role }) => [`${organisation ?? ''}/${role ?? ''}`, told({ organisation, role })]),
    );
    return list && [...seen.values()];
  };
  return told({ decides: once(decides), pays: once(pays), carriesOut: once(carriesOut), isAsked: once(isAsked) });
}

/** JSON pointers to those that name neither an organisation nor a role. */
function emptyAt(cell: string, list: Cell[] = []): string[] {
  return list.flatMap(({ organisation, role }, index) =>
    organisation === undefined && role === undefined ? [`/${cell}/${index}`] : [],
  );
}
