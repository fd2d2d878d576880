// What goes when a person is erased, statement by statement, and how much of each there is.
import type { EntityManager } from 'typeorm';
import { TEXTS_WRITTEN } from './texts-written.js';

export type Gone =
  'details' | 'tokens' | 'codes' | 'mails' | 'identities' | 'guestLinks' | 'posts' | 'keptAnswers' | 'texts';

const ADDRESS = '(SELECT folded(address) FROM person WHERE id = $1::uuid)';

/** The rows of each, by $1, the person's id. */
const ROWS = {
  tokens: 'FROM token WHERE person = $1::uuid',
  codes: 'FROM sign_in_code WHERE person = $1::uuid',
  mails: `FROM mail WHERE person = $1::uuid OR folded(to_address) = ${ADDRESS}`,
  identities: 'FROM oidc_identity WHERE person = $1::uuid',
  guestLinks: `FROM guest_link WHERE person = $1::uuid OR folded(address) = ${ADDRESS}`,
  posts: 'FROM post WHERE person = $1::uuid',
  keptAnswers: 'FROM idempotency_key WHERE token = $1::text',
};

/** The name of a file says what is in it, and is struck out with the file. */
const STRIKABLE = `${TEXTS_WRITTEN} AND text.text IS NOT NULL AND text.field <> 'name'`;

export const COUNTS = `SELECT (SELECT count(*)::int FROM person WHERE id = $1::uuid AND erased_at IS NULL) AS details,
  ${Object.entries(ROWS)
    .map(([what, rows]) => `(SELECT count(*)::int ${rows}) AS "${what}"`)
    .join(', ')},
  (SELECT count(DISTINCT (text.plan, text.key))::int ${STRIKABLE}) AS texts`;

/** @returns how many texts were struck out. */
export async function gone(
  manager: EntityManager,
  person: string,
  { prose, today }: { prose: 'keep' | 'strike'; today: string },
): Promise<number> {
  // By the address, so before it goes.
  await manager.query(
    `UPDATE guest_link SET name = NULL, address = NULL, message = NULL, withdrawn_at = coalesce(withdrawn_at, used_at, clock_timestamp())
     WHERE id IN (SELECT id ${ROWS.guestLinks})`,
    [person],
  );
  // With a session goes what a provider said of its person.
  for (const what of ['mails', 'codes', 'identities', 'tokens', 'keptAnswers'] as const)
    await manager.query(`DELETE ${ROWS[what]}`, [person]);
  await endPosts(manager, person, today);
  await manager.query(
    `UPDATE person SET name = NULL, address = NULL, organisation = NULL, language = 'sv', erased_at = clock_timestamp() WHERE id = $1`,
    [person],
  );
  if (prose === 'keep') return 0;
  const [, struck] = await manager.query<[unknown, number]>(
    `UPDATE text SET text = NULL, struck_at = clock_timestamp()
     WHERE (plan, key) IN (SELECT text.plan, text.key ${STRIKABLE})`,
    [person],
  );
  return struck;
}

/** A post that is held ends with the day before; what it said in words goes. */
async function endPosts(manager: EntityManager, person: string, today: string): Promise<void> {
  await manager.query(
    `UPDATE post SET until_day = greatest(from_day - 1, $2::date - 1), ended_at = clock_timestamp()
     WHERE person = $1 AND (until_day IS NULL OR until_day >= $2::date)`,
    [person, today],
  );
  await manager.query('UPDATE post SET mandate = NULL WHERE person = $1', [person]);
  await manager.query(
    'UPDATE post SET deputy = NULL WHERE deputy = $1 AND (until_day IS NULL OR until_day >= $2::date)',
    [person, today],
  );
}
