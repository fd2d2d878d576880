// All that is held about one person (GDPR article 15), from wherever it is: what the person is called, holds, did and wrote. Of
// others it tells nothing: where an act of this person was about somebody else, that is left out.
import { holdingsOf, isKeptFrom, keptTexts, type Holding, type Plan, type PlanEvent } from '#libs/lifecycle';
import type { Pool } from 'pg';
import { roleOfPerson } from './roles-of-person.js';
import { TEXTS_WRITTEN } from './texts-written.js';

export interface PersonalData {
  person: object | null;
  posts: object[];
  roles: object[];
  events: object[];
  texts: object[];
  mails: object[];
  signIns: object[];
  tokens: object[];
  identities: object[];
  guestLinks: object[];
  audit: object[];
  refused: object[];
}

const SECTIONS: Record<Exclude<keyof PersonalData, 'person' | 'roles'>, string> = {
  posts: `SELECT id, role, organisation, programme, from_day::text AS "from", until_day::text AS "until", ended_at AS "endedAt",
      CASE WHEN person = $1::uuid THEN 'holder' ELSE 'deputy' END AS "as",
      CASE WHEN person = $1::uuid THEN mandate END AS mandate, CASE WHEN person = $1::uuid THEN share END AS share
    FROM post WHERE $1::uuid IN (person, deputy) ORDER BY from_day, id`,
  events: `SELECT plan || '-' || sequence AS id, type, plan, title, event.recorded_at AS at, who ->> 'role' AS role,
      who ->> 'organisation' AS organisation
    FROM event JOIN plan ON plan.id = event.plan WHERE who ->> 'id' = $1 ORDER BY event.recorded_at, plan, sequence`,
  texts: `SELECT text.plan, text.key, text.field, text.text, text.recorded_at AS at ${TEXTS_WRITTEN} ORDER BY text.recorded_at, text.plan, text.key`,
  mails: `SELECT id, to_address AS "to", to_name AS name, subject, text, purpose, created_at AS "createdAt", sent_at AS "sentAt"
    FROM mail WHERE person = $1::uuid OR folded(to_address) = (SELECT folded(address) FROM person WHERE id = $1::uuid)
    ORDER BY created_at, id`,
  signIns: `SELECT id, created_at AS "at", last_used_at AS "lastUsedAt", expires_at AS "expiresAt", revoked_at AS "endedAt"
    FROM token WHERE person = $1::uuid AND kind = 'session' ORDER BY created_at, id`,
  tokens: `SELECT id, name, scopes, created_at AS "createdAt", expires_at AS "expiresAt", last_used_at AS "lastUsedAt",
      revoked_at AS "revokedAt" FROM token WHERE person = $1::uuid AND kind = 'token' ORDER BY created_at, id`,
  identities: `SELECT issuer, subject, created_at AS "createdAt" FROM oidc_identity WHERE person = $1::uuid ORDER BY issuer, subject`,
  guestLinks: `SELECT id, plan, verb, ask, message, name, address, role, organisation, made_at AS "madeAt", used_at AS "usedAt",
      withdrawn_at AS "withdrawnAt"
    FROM guest_link WHERE person = $1::uuid OR folded(address) = (SELECT folded(address) FROM person WHERE id = $1::uuid)
    ORDER BY made_at, id`,
  audit: `SELECT 'audit-' || no AS id, at, kind, plan, CASE WHEN who ->> 'id' = $1 THEN 'did' ELSE 'about' END AS "as"
    FROM audit WHERE who ->> 'id' = $1 OR about ->> 'person' = $1 ORDER BY no`,
  refused: `SELECT at, verb, plan, codes FROM refusal WHERE who ->> 'id' = $1 ORDER BY at, no`,
};

/** @param id the person's, in small letters @param reader what somebody keeps to itself (INV-36) is told to nobody else */
export async function personalData(pool: Pool, id: string, reader: 'oneself' | 'another'): Promise<PersonalData> {
  const told = async (name: keyof typeof SECTIONS) => {
    const { rows } = await pool.query<object>(SECTIONS[name], [id]);
    return [name, reader === 'oneself' ? rows : await withoutKept(pool, name, rows)] as const;
  };
  const sections: (readonly [string, object[]])[] = [];
  for (const name of Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]) sections.push(await told(name));
  const person = await pool.query<object>(
    `SELECT id, name, address, language, organisation, created_at AS "createdAt", erased_at AS "erasedAt" FROM person WHERE id = $1`,
    [id],
  );
  const roles = (await plansWith(pool, id)).flatMap((plan) => rolesIn(plan, id));
  return {
    person: person.rows[0] ?? null,
    roles,
    ...(Object.fromEntries(sections) as Omit<PersonalData, 'person' | 'roles'>),
  };
}

async function withoutKept(pool: Pool, name: keyof typeof SECTIONS, rows: object[]): Promise<object[]> {
  if (name === 'events')
    return (rows as { type: string }[]).filter(({ type }) => !isKeptFrom({ type, who: { id: '' } } as PlanEvent, []));
  if (name !== 'texts') return rows;
  const texts = rows as { plan: string; key: string }[];
  const plans = await pool.query<{ state: Plan }>('SELECT state FROM plan WHERE id = ANY($1::uuid[])', [
    [...new Set(texts.map(({ plan }) => plan))],
  ]);
  const kept = new Set(plans.rows.flatMap(({ state }) => keptTexts(state, []).map((key) => `${state.id} ${key}`)));
  return texts.filter(({ plan, key }) => !kept.has(`${plan} ${key}`));
}

/** The plans in which the person has or had a part: its id is nowhere by chance. */
export async function plansWith(pool: Pool, person: string): Promise<Plan[]> {
  const { rows } = await pool.query<{ state: Plan }>(
    `SELECT state FROM plan WHERE strpos(state::text, $1) > 0 ORDER BY started_at, id`,
    [person],
  );
  return rows.map(({ state }) => state);
}

function rolesIn(plan: Plan, person: string): object[] {
  return holdingsOf(plan).flatMap((holding: Holding) => {
    const as = roleOfPerson(holding, person);
    if (!as) return [];
    const { key, role, organisation, workgroup = null, from, until = null, ended } = holding;
    return [
      {
        plan: plan.id,
        title: plan.title,
        holding: key,
        role,
        organisation,
        workgroup,
        as,
        from,
        until,
        ended: ended?.at ?? null,
      },
    ];
  });
}
