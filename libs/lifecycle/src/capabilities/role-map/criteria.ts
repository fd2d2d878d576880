// role-map-filled: of every part of the work it is said who decides, pays, carries it out and is asked, as far as the template asks.
import { criterionKind, type CriterionKind } from '../../engine/capability.js';
import { howMany, parameters, someOf } from '../parameters.js';
import { roleMapOf, ROLE_MAP_CELLS, ROLE_MAP_PARTS, type RoleMapCell } from './facts.js';

const verb = 'fill-role-map';

export const criteria: Record<string, CriterionKind> = {
  'role-map-filled': criterionKind<{ cells?: readonly RoleMapCell[]; min?: number }>({
    name: { sv: 'Roll- och kostnadskartan är ifylld', en: 'The role and cost map is filled in' },
    with: parameters({
      cells: someOf(
        ROLE_MAP_CELLS,
        'The cells that no row may leave empty; decides, pays, carries-out and is-asked by default.',
      ),
      min: howMany('How many rows; 1 by default.'),
    }),
    suppliedBy: [verb],
    missing: (plan, { cells = ROLE_MAP_PARTS, min = 1 }) => {
      const rows = roleMapOf(plan);
      const few =
        rows.length < min ? [{ code: 'role-map-rows-too-few', verb, params: { min, have: rows.length } }] : [];
      const without = rows.flatMap(({ key: row, title, empty }) =>
        empty
          .filter((cell) => cells.includes(cell))
          .map((cell) => ({ code: `role-map-without-${cell}`, verb, params: { row, title } })),
      );
      return [...few, ...without];
    },
  }),
};
