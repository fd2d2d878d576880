// The role and cost map: of each part of the work who decides, pays, carries it out and is asked, and what it costs.
import { factsOf, on, type Evolve } from '../../engine/capability.js';
import { madeIn, stands, type Made, type Plan } from '../../engine/plan.js';
import type { Seat } from '../workgroups/facts.js';

/** The cells of a row that name somebody, as a template and a sentence call them. */
export const ROLE_MAP_PARTS = ['decides', 'pays', 'carries-out', 'is-asked'] as const;
export type RoleMapPart = (typeof ROLE_MAP_PARTS)[number];
export const ROLE_MAP_CELLS = [...ROLE_MAP_PARTS, 'cost'] as const;
export type RoleMapCell = (typeof ROLE_MAP_CELLS)[number];

/** An organisation or a role, or a role of an organisation; never the name of a person (INV-54). */
export type Cell = Partial<Seat>;

export interface Cells {
  decides?: Cell[];
  pays?: Cell[];
  carriesOut?: Cell[];
  isAsked?: Cell[];
  /** Whole kronor. */
  costSek?: number;
}

export interface RoleMapRow extends Made, Cells {
  key: string;
  /** The activity or effort, in a few words. */
  title: string;
  /** The cells in which nobody and nothing stands: what is not said shows, too. */
  empty: RoleMapCell[];
  removed?: true;
}

export interface RoleMap {
  rows: RoleMapRow[];
}

export const nothing: RoleMap = { rows: [] };

export interface RoleMapFilled extends Cells {
  row: string;
  title: string;
}

export const events: Record<string, Evolve<RoleMap>> = {
  'role-map.filled': on(({ rows }, { row: key, ...said }: RoleMapFilled, _event, plan) => {
    const had = rows.find((one) => one.key === key);
    const cells = { ...had, key, ...said };
    const now = { ...cells, empty: emptyCells(cells), ...madeIn(plan) };
    return { rows: had ? rows.map((one) => (one === had ? now : one)) : [...rows, now] };
  }),
  'role-map.row-removed': on(({ rows }, { row }: { row: string }) => ({
    rows: rows.map((one) => (one.key === row ? { ...one, removed: true as const } : one)),
  })),
};

export function everyRow(plan: Plan): RoleMapRow[] {
  return factsOf({ key: 'role-map', nothing }, plan).rows;
}

export function roleMapOf(plan: Plan): RoleMapRow[] {
  return everyRow(plan).filter((row) => !row.removed && stands(plan, row));
}

function emptyCells(row: Cells): RoleMapCell[] {
  const filled: Record<RoleMapCell, boolean> = {
    decides: isNamed(row.decides),
    pays: isNamed(row.pays),
    'carries-out': isNamed(row.carriesOut),
    'is-asked': isNamed(row.isAsked),
    cost: row.costSek !== undefined,
  };
  return ROLE_MAP_CELLS.filter((cell) => !filled[cell]);
}

function isNamed(cells: Cell[] | undefined): boolean {
  return cells !== undefined && cells.length > 0;
}

/** Each row with a cell that is empty. */
export function rowsToFill(plan: Plan): { row: string; title: string; empty: RoleMapCell[] }[] {
  return roleMapOf(plan)
    .map(({ key: row, title, empty }) => ({ row, title, empty }))
    .filter(({ empty }) => empty.length > 0);
}
