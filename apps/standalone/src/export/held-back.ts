// What an export holds back that a backup has: prose that somebody keeps to itself (INV-36). An export is for handing on, and a
// private note is nobody's to hand on; a backup is this database itself.
import { vocabulary } from '#libs/lifecycle';

const KEPT = vocabulary.capabilities.flatMap(({ kept }) => kept?.events ?? []);
const types = KEPT.map((type) => `'${type}'`).join(', ');

/** Texts that events of one of the kinds name. */
const named = (kinds: string) => `
  SELECT event.plan, field.value AS key FROM event CROSS JOIN LATERAL json_each_text(event.data) AS field
  WHERE ${kinds} AND field.key LIKE '%Text'`;

/**
 * The texts with null for those that only such events name: as if they had been struck out, so that an export of what was
 * imported is the same again. What was published out of them is named by the finding, and stays.
 */
export const TEXTS_HANDED_ON = `(
  SELECT text.plan, text.key, text.field, CASE WHEN held.key IS NULL THEN text.text END AS text, text.recorded_at, text.struck_at
  FROM text LEFT JOIN (
    ${named(`event.type IN (${types})`)} EXCEPT ${named(`event.type = 'finding.published'`)}
  ) held USING (plan, key)) AS text`;
