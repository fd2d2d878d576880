// A link by which a guest does one duty in one plan, without an account: made, found, used, withdrawn. Only its hash is kept.
import type { Language, Who } from '#libs/lifecycle';
import { noteInAudit, type AuditNote, type Clock, type PostOffice } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { NewMail } from '#libs/platform';
import { hashOf, newSecret } from './secrets.js';

export interface Asked {
  plan: string;
  verb: string;
  preset: Record<string, unknown>;
  /** The field of the body that the guest fills in. */
  ask: string | null;
  message: string | null;
  language: Language;
  person: string | null;
  name: string | null;
  address: string | null;
  role: string | null;
  organisation: string | null;
}

export type GuestLinkStatus = 'open' | 'used' | 'withdrawn' | 'expired';

export interface GuestLink extends Asked {
  id: string;
  /** The id of the person or token that asked for it, and for which organisation. */
  madeBy: string;
  madeFor: string | null;
  madeAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  withdrawnAt: Date | null;
  /** How often the plan has said no: a repeat of one try is told apart from another try. */
  refusals: number;
  status: GuestLinkStatus;
}

const COLUMNS = `id, plan, verb, preset, ask, message, language, person, name, address, role, organisation,
  made_by AS "madeBy", made_for AS "madeFor", made_at AS "madeAt", expires_at AS "expiresAt", used_at AS "usedAt",
  withdrawn_at AS "withdrawnAt", refusals`;

/** Whom it was sent to is of no use so long after it has ended. */
const NAMES_KEPT_DAYS = 90;

export class GuestLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly office: PostOffice,
  ) {}

  /** @param mail what goes out with the link's secret. */
  async make(
    asked: Asked,
    by: { id: string; organisation?: string | undefined },
    expiresAt: Date,
    mail: (secret: string) => NewMail,
  ): Promise<GuestLink> {
    const secret = newSecret('duty');
    const id = randomUUID();
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rows } = await client.query<Omit<GuestLink, 'status'>>(
        `INSERT INTO guest_link (id, hash, plan, verb, preset, ask, message, language, person, name, address, role,
           organisation, made_by, made_for, made_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) RETURNING ${COLUMNS}`,
        [id, hashOf(secret), ...valuesOf(asked), by.id, by.organisation ?? null, this.now(), expiresAt],
      );
      await noteInAudit(client, {
        kind: 'guest-link.made',
        who: whoOf(by),
        plan: asked.plan,
        about: aboutOf(id, asked),
      });
      const put = await this.office.put(mail(secret), client);
      await client.query('COMMIT');
      this.office.posted(put);
      return this.told(rows[0] as GuestLink);
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  bySecret(secret: string): Promise<GuestLink | null> {
    return this.where('hash = $1', [hashOf(secret)]);
  }

  byId(id: string): Promise<GuestLink | null> {
    return this.where('id = $1', [id]);
  }

  /** Those of a plan, the newest first. */
  async of(plan: string): Promise<GuestLink[]> {
    const { rows } = await this.pool.query<GuestLink>(
      `SELECT ${COLUMNS} FROM guest_link WHERE plan = $1 ORDER BY made_at DESC, id DESC LIMIT 1000`,
      [plan],
    );
    return rows.map((row) => this.told(row));
  }

  /** The duty is done. */
  async use(link: GuestLink): Promise<void> {
    const { id, plan, role, organisation } = link;
    const who = { id: link.person ?? id, ...(role ? { role } : {}), ...(organisation ? { organisation } : {}) };
    await this.noted(['UPDATE guest_link SET used_at = $2 WHERE id = $1 AND used_at IS NULL', [id, this.now()]], {
      kind: 'guest-link.used',
      who,
      plan,
      about: aboutOf(id, link),
    });
  }

  /** The plan said no to this try: the next is another. */
  async refuse({ id, refusals }: GuestLink): Promise<void> {
    await this.pool.query(
      'UPDATE guest_link SET refusals = refusals + 1 WHERE id = $1 AND refusals = $2 AND used_at IS NULL',
      [id, refusals],
    );
  }

  /** @returns false when it has been used already. */
  async withdraw(id: string, by: Who): Promise<boolean> {
    const changed = await this.noted(
      [
        'UPDATE guest_link SET withdrawn_at = COALESCE(withdrawn_at, $2) WHERE id = $1 AND used_at IS NULL',
        [id, this.now()],
      ],
      { kind: 'guest-link.withdrawn', who: by, about: { link: id } },
    );
    return changed === 1;
  }

  /** Changes and, where that changed something, notes it: both or neither. @returns how many rows changed */
  private async noted([sql, values]: [string, unknown[]], note: AuditNote): Promise<number> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      const { rowCount } = await client.query(sql, values);
      if (rowCount) await noteInAudit(client, note);
      await client.query('COMMIT');
      return rowCount ?? 0;
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  private async where(condition: string, values: unknown[]): Promise<GuestLink | null> {
    const { rows } = await this.pool.query<GuestLink>(`SELECT ${COLUMNS} FROM guest_link WHERE ${condition}`, values);
    return rows[0] ? this.told(rows[0]) : null;
  }

  private told(row: Omit<GuestLink, 'status'>): GuestLink {
    const { usedAt, withdrawnAt, expiresAt } = row;
    const ended = withdrawnAt ? 'withdrawn' : expiresAt <= this.now() ? 'expired' : 'open';
    return { ...row, status: usedAt ? 'used' : ended };
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}

function whoOf({ id, organisation }: { id: string; organisation?: string | undefined }): Who {
  return { id, ...(organisation === undefined ? {} : { organisation }) };
}

function aboutOf(link: string, { verb, person, role, organisation }: Asked): NonNullable<AuditNote['about']> {
  return { link, verb, person, role, organisation };
}

function valuesOf(asked: Asked): unknown[] {
  const { plan, verb, preset, ask, message, language, person, name, address, role, organisation } = asked;
  return [plan, verb, preset, ask, message, language, person, name, address, role, organisation];
}

/** Housekeeping: names and addresses of guests long after, sign-in codes and sessions that have ended. */
export async function clearAccess(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE guest_link SET name = NULL, address = NULL WHERE address IS NOT NULL
       AND COALESCE(used_at, withdrawn_at, expires_at) < now() - make_interval(days => $1)`,
    [NAMES_KEPT_DAYS],
  );
  await pool.query('DELETE FROM sign_in_code WHERE expires_at < now()');
  await pool.query(`DELETE FROM token WHERE kind = 'session' AND expires_at < now() - interval '30 days'`);
}
