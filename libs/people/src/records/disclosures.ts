// What was asked for and given out, or not, and on which ground. Whoever asks for a public document may stay unnamed and need not
// say why (tryckfrihetsförordningen 2 kap. 18 §), so the recipient is noted only when it was given.
import type { Who } from '#libs/lifecycle';
import { noteInAudit } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

export const DISCLOSURE_DECISIONS = ['given', 'given-in-part', 'refused'] as const;
export type DisclosureDecision = (typeof DISCLOSURE_DECISIONS)[number];

export interface Disclosure {
  id: string;
  plan: string;
  at: Date;
  who: { id: string; role: string | null; organisation: string | null };
  to: string | null;
  /** Keys of records; null for the plan as a whole. */
  records: string[] | null;
  decision: DisclosureDecision;
  ground: string | null;
  assessed: boolean;
  note: string | null;
}

export type NewDisclosure = Omit<Disclosure, 'id' | 'at' | 'plan' | 'who'>;

const COLUMNS = `id, plan, at, json_build_object('id', who ->> 'id', 'role', who ->> 'role', 'organisation', who ->> 'organisation') AS who,
  recipient AS "to", records, decision, ground, assessed, note`;

export class Disclosures {
  constructor(private readonly source: DataSource) {}

  /** In the audit stands that it was done, and not to whom. */
  record(plan: string, who: Who, told: NewDisclosure): Promise<Disclosure> {
    const { to, records, decision, ground, assessed, note } = told;
    return this.source.transaction(async (manager) => {
      const id = randomUUID();
      const [made] = await manager.query<Disclosure[]>(
        `INSERT INTO disclosure (id, plan, at, who, recipient, records, decision, ground, assessed, note)
         VALUES ($1, $2, clock_timestamp(), $3, $4, $5, $6, $7, $8, $9) RETURNING ${COLUMNS}`,
        [id, plan, JSON.stringify(who), to, records, decision, ground, assessed, note],
      );
      const about = { disclosure: id, decision, records: records ?? [] };
      await noteInAudit(manager, { kind: 'disclosure.recorded', who, plan, about });
      return made as Disclosure;
    });
  }

  /** The newest first. @param after the id of the last one of the page before */
  list(plan: string, limit: number, after?: string): Promise<Disclosure[]> {
    return this.source.query<Disclosure[]>(
      `SELECT ${COLUMNS} FROM disclosure WHERE plan = $1
         AND ($3::uuid IS NULL OR (at, id) < (SELECT last.at, last.id FROM disclosure last WHERE last.id = $3 AND last.plan = $1))
       ORDER BY at DESC, id DESC LIMIT $2`,
      [plan, limit, after ?? null],
    );
  }

  /** Keys of the records that have been given out to somebody, whole or in part. */
  async sent(plan: string): Promise<Set<string>> {
    const rows = await this.source.query<{ record: string }[]>(
      `SELECT DISTINCT unnest(records) AS record FROM disclosure WHERE plan = $1 AND decision <> 'refused'`,
      [plan],
    );
    return new Set(rows.map(({ record }) => record));
  }
}
