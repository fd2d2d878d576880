// A programme as one portfolio: its strands, the initiatives of each, and under them their plans and cases (seed 000: four strands).
import type { PlanKind, Status } from '#libs/lifecycle';
import type { Pool } from 'pg';
import type { Programme, Strand } from './programme.entity.js';

export interface Placed {
  id: string;
  kind: PlanKind;
  title: string;
  template: { key: string; version: number };
  stage: string;
  status: Status;
  /** Plans and cases under it, the oldest first. */
  plans: Placed[];
}

export interface Portfolio extends Omit<Programme, 'strands'> {
  strands: (Strand & { plans: Placed[] })[];
  /** Those of no strand, or of one that the programme does not name. */
  plans: Placed[];
}

interface Row extends Omit<Placed, 'plans' | 'template'> {
  template: string;
  templateVersion: number;
  parent: string | null;
  strand: number | null;
}

export async function readPortfolio(pool: Pool, programme: Programme): Promise<Portfolio> {
  const { rows } = await pool.query<Row>({
    name: 'portfolio',
    text: `SELECT id, kind, title, template, template_version AS "templateVersion", stage, status, parent,
        (state->'programme'->>'strand')::int AS strand
      FROM plan WHERE programme = $1 ORDER BY started_at, id`,
    values: [programme.code],
  });
  const placed = new Map(rows.map((row) => [row.id, placedOf(row)]));
  const tops = rows.filter(({ id, parent }) => {
    const above = parent === null ? undefined : placed.get(parent);
    above?.plans.push(placed.get(id) as Placed);
    return !above;
  });
  const of = (strand: number | undefined) =>
    tops.filter((row) => strandOf(programme, row) === strand).map(({ id }) => placed.get(id) as Placed);
  const strands = programme.strands.map((strand) => ({ ...strand, plans: of(strand.no) }));
  return { ...programme, strands, plans: of(undefined) };
}

function strandOf({ strands }: Programme, { strand }: Row): number | undefined {
  return strands.find(({ no }) => no === strand)?.no;
}

function placedOf({ id, kind, title, template, templateVersion, stage, status }: Row): Placed {
  return { id, kind, title, template: { key: template, version: templateVersion }, stage, status, plans: [] };
}
