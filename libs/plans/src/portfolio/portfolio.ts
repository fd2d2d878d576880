// A programme as one portfolio: its strands, the initiatives of each, and under them their plans and cases (seed 000: four strands).
import type { PlanKind, Status } from '#libs/lifecycle';
import { pageOf } from '#libs/platform';
import type { Pool } from 'pg';
import type { Reach } from '../access.js';
import { isWithinReach, type Bind } from '../store/within-reach.js';
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
  /** How many more there are under it: the board has them all, by `parent`. */
  more: number;
}

export interface Portfolio extends Omit<Programme, 'strands'> {
  strands: (Strand & { plans: Placed[] })[];
  /** Those of no strand, or of one that the programme does not name. */
  plans: Placed[];
  /** Where the next page of initiatives begins, in the strands and beside them. */
  next: string | null;
}

interface Row extends Omit<Placed, 'plans' | 'more' | 'template'> {
  template: string;
  templateVersion: number;
  parent: string | null;
  startedAt: Date;
}

interface TopRow extends Row {
  strand: number | null;
}

const COLUMNS = `id, kind, title, template, template_version AS "templateVersion", stage, status, parent, started_at AS "startedAt"`;

/** How many plans and cases are told of under the initiatives of one page. */
export const UNDER_MAX = 1_000;

export interface PortfolioPage {
  /** How many initiatives. */
  limit: number;
  /** After which; one of the board's. */
  cursor?: string | undefined;
}

/** @param reach whose plans: what stands under one that is out of reach stands under none */
export async function readPortfolio(
  pool: Pool,
  programme: Programme,
  page: PortfolioPage,
  reach: Reach,
): Promise<Portfolio> {
  const { items: tops, next } = await topsOf(pool, programme.code, page, reach);
  const placed = new Map(tops.map((row) => [row.id, placedOf(row)]));
  await placeUnder(pool, programme.code, placed, reach);
  const of = (strand: number | undefined) =>
    tops.filter((row) => strandOf(programme, row) === strand).map(({ id }) => placed.get(id) as Placed);
  const strands = programme.strands.map((strand) => ({ ...strand, plans: of(strand.no) }));
  return { ...programme, strands, plans: of(undefined), next };
}

/** What stands under nothing else of the programme, the oldest first. */
async function topsOf(pool: Pool, code: string, { limit, cursor }: PortfolioPage, reach: Reach) {
  const [startedAt = null, id = null] = cursor?.split('_') ?? [];
  const values: unknown[] = [code, startedAt, id, limit + 1];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const { rows } = await pool.query<TopRow>({
    name: reach === null ? 'portfolio' : 'portfolio-within-reach',
    text: `SELECT ${COLUMNS}, (state->'programme'->>'strand')::int AS strand FROM (
        SELECT id FROM plan p WHERE programme = $1${seen('p', reach, bind)}
          AND NOT EXISTS (SELECT FROM plan above WHERE above.id = p.parent AND above.programme = $1${seen('above', reach, bind)})
          AND ($2::timestamptz IS NULL OR (started_at, id) > ($2::timestamptz, $3::uuid))
        ORDER BY started_at, id LIMIT $4
      ) top JOIN plan USING (id) ORDER BY started_at, id`,
    values,
  });
  return pageOf(rows, limit, (row) => `${row.startedAt.toISOString()}_${row.id}`);
}

/** One generation after another, as long as there is room; what there is no room for is counted. */
async function placeUnder(pool: Pool, code: string, placed: Map<string, Placed>, reach: Reach): Promise<void> {
  let above = [...placed.keys()];
  for (let room = UNDER_MAX; above.length > 0;) {
    const values: unknown[] = [above, code, room];
    const within = seen('p', reach, (value) => `$${values.push(value)}`);
    const { rows } = await pool.query<Row & { among: number }>({
      name: reach === null ? 'portfolio-under' : 'portfolio-under-within-reach',
      text: `SELECT * FROM (SELECT ${COLUMNS}, count(*) OVER (PARTITION BY parent)::int AS among,
          row_number() OVER (PARTITION BY parent ORDER BY started_at, id) AS nth
        FROM plan p WHERE parent = ANY($1::uuid[]) AND programme = $2${within}) under
        WHERE nth = 1 OR $3 > 0 ORDER BY nth, "startedAt", id LIMIT $3 + cardinality($1::uuid[])`,
      values,
    });
    above = [];
    for (const row of rows) {
      const over = placed.get(row.parent as string) as Placed;
      if (over.plans.length === 0) over.more = row.among;
      if (room === 0) continue;
      const one = placedOf(row);
      over.plans.push(one);
      over.more -= 1;
      placed.set(one.id, one);
      above.push(one.id);
      room -= 1;
    }
  }
}

function seen(plan: string, reach: Reach, bind: Bind): string {
  return reach === null ? '' : ` AND ${isWithinReach(reach, bind, plan)}`;
}

function strandOf({ strands }: Programme, { strand }: TopRow): number | undefined {
  return strands.find(({ no }) => no === strand)?.no;
}

function placedOf({ id, kind, title, template, templateVersion, stage, status }: Row): Placed {
  return { id, kind, title, template: { key: template, version: templateVersion }, stage, status, plans: [], more: 0 };
}
