// Of all plans, those within somebody's reach: theirs by a key (9-readers.ts), and those that are public.
import type { Pool } from 'pg';
import type { Reach } from '../access.js';

export type Bind = (value: unknown) => string;

/** Up to so many, a reader's own plans are looked up one by one; beyond that the board itself is walked, and finds them soon enough. */
const FEW = 10_000;

/**
 * SQL: whether the plan is within reach; a look-up for each plan that is asked about and not public.
 * @param plan the name of the table of plans in the statement
 */
export function isWithinReach(reach: readonly string[], bind: Bind, plan = 'p'): string {
  return `(${plan}.public OR (SELECT true FROM reader WHERE reader.plan = ${plan}.id AND reader.key = ANY(${bind(reach)}::text[]) LIMIT 1))`;
}

/** Whether a reader has few enough plans of its own to look at them all. */
export async function hasFewPlans(pool: Pool, reach: readonly string[]): Promise<boolean> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'plans-within-reach',
    text: 'SELECT count(*)::int AS count FROM (SELECT FROM reader WHERE key = ANY($1::text[]) LIMIT $2) own',
    values: [reach, FEW],
  });
  return (rows[0]?.count ?? 0) < FEW;
}

/** SQL: the first plans of the board that the conditions on `p` leave, out of the reader's own, key by key, and the public ones. */
export function firstOfFew(reach: readonly string[], where: string[], limit: number, bind: Bind): string {
  const meets = where.map((one) => ` AND ${one}`).join('');
  const most = bind(limit);
  return `SELECT started_at, id FROM (
      SELECT own.started_at, own.id FROM unnest(${bind(reach)}::text[]) AS asked (key) CROSS JOIN LATERAL (
        SELECT p.started_at, p.id FROM reader JOIN plan p ON p.started_at = reader.started_at AND p.id = reader.plan
        WHERE reader.key = asked.key${meets} ORDER BY reader.started_at DESC, reader.plan DESC LIMIT ${most}) own
      UNION
      (SELECT p.started_at, p.id FROM plan p WHERE p.public${meets} ORDER BY p.started_at DESC, p.id DESC LIMIT ${most})
    ) near ORDER BY started_at DESC, id DESC LIMIT ${most}`;
}

/** Of these plans, those within reach. @param reach null for all */
export async function seenAmong(pool: Pool, plans: readonly string[], reach: Reach): Promise<Set<string>> {
  if (reach === null || plans.length === 0) return new Set(plans);
  const values: unknown[] = [plans];
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM plan p WHERE id = ANY($1::uuid[]) AND ${isWithinReach(reach, (value) => `$${values.push(value)}`)}`,
    values,
  );
  return new Set(rows.map(({ id }) => id));
}
