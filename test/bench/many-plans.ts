// A hundred thousand plans put straight into the tables: as many as a large installation has after many years.
import type { Pool } from 'pg';

export const MANY = 100_000;

/** Who reads them, by organisation: one who has a role in three, one whose organisation has 5,000, one who has none but the public. */
export const READERS = [
  { id: '00000000-0000-4000-8000-000000000003', organisation: 'SMALL', has: 'three plans' },
  { id: '00000000-0000-4000-8000-000000005000', organisation: 'LARGE', has: '5,000 plans' },
  { id: '00000000-0000-4000-8000-000000000000', organisation: 'NONE', has: 'only what is public' },
] as const;

/** How often each has come to stand otherwise. */
const STANDINGS = 6;

const PLANS = `
INSERT INTO plan (id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported,
  started_at, recorded_at, readers, state)
SELECT md5('plan' || n)::uuid,
  CASE WHEN n % 50 = 0 THEN 'initiative' WHEN n % 11 = 0 THEN 'case' ELSE 'plan' END,
  (ARRAY['Hälsolots', 'Samverkan mot ensamhet', 'Ökad trygghet', 'Arbetsmarknad för unga', 'Båtliv', 'Kost och rörelse',
    'Äldres ensamhet'])[1 + n * 7 % 7] || ' i ' || (ARRAY['Högsby', 'Åseda', 'Mönsterås', 'Växjö', 'Kalmar', 'Ystad'])[1 + n / 3 % 6] || ' ' || n,
  (ARRAY['joint-action-plan', 'trial', 'area-programme'])[1 + n % 3], 1, 'stage-' || n / 7 % 13,
  CASE WHEN n % 20 = 0 THEN 'paused' WHEN n % 3 = 0 THEN 'completed' WHEN n % 331 = 1 THEN 'discontinued' ELSE 'active' END,
  1, ${STANDINGS}, CASE WHEN n % 50 > 0 AND n % 5 = 0 THEN md5('plan' || n - n % 50)::uuid END,
  CASE WHEN n % 7 = 0 THEN 'PROGRAMME-' || n % 30 END, n % 2 = 0, false,
  '2020-01-01'::timestamptz + n * interval '30 min', '2020-01-01'::timestamptz + n * interval '30 min',
  concat_ws(' ', 'organisation:REGION', 'organisation:ORG-' || n % 290, 'person:' || md5('lead' || n / 5)::uuid,
    'person:' || md5('member' || n % 1000)::uuid, CASE WHEN n % 20 = 0 THEN 'organisation:${READERS[1].organisation}' END,
    CASE WHEN n % 33333 = 1 THEN 'person:${READERS[0].id}' END), $1::json
FROM generate_series(1, ${MANY}) n`;

const STEPS = `generate_series(1, ${STANDINGS - 1}) step`;

const STANDING = `
INSERT INTO standing (plan, since, title, retitled, template, template_version, stage, status, attempt, public, imported)
SELECT id, started_at + step * interval '20 days', title, false, template, template_version, 'stage-' || step,
  CASE WHEN step = 4 THEN 'paused' ELSE 'active' END, 1, public, false FROM plan, ${STEPS}`;

const EVENTS = `
INSERT INTO event (plan, sequence, version, type, stage, attempt, recorded_at, who, command, imported, data)
SELECT id, step + 1, step + 1, 'stage.entered', 'stage-' || step, 1, started_at + step * interval '20 days', '{}', id, false, '{}'
FROM plan, generate_series(0, ${STANDINGS - 1}) step`;

/** The other ways of working are copies: what the board tells of a template is looked up once. */
const TEMPLATES = `
INSERT INTO template (key, version, document, published_at, published_by)
SELECT other, 1, document, published_at, 'bench' FROM template, unnest(ARRAY['trial', 'area-programme']) other
WHERE key = 'joint-action-plan' AND version = 1 ON CONFLICT DO NOTHING`;

/** In the place of what is there. @param fold what each plan's row weighs. */
export async function seedManyPlans(pool: Pool, fold: object): Promise<void> {
  await pool.query('TRUNCATE plan, standing, reader, event, text');
  await pool.query(TEMPLATES);
  await pool.query(PLANS, [JSON.stringify(fold)]);
  await pool.query(STANDING);
  await pool.query(EVENTS);
  await pool.query('VACUUM ANALYZE plan, standing, reader, event');
  await pool.query('CHECKPOINT'); // Otherwise what is measured shares the disk with the filling.
}
