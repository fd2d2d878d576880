// Erasure (GDPR article 17): what says who somebody is goes, the id stays as a pseudonym, and with it every plan's history. What a
// public body must keep of its records, it keeps (article 17.3): texts are struck out only when that is asked for.
import { dayOf, type Reason, type Who } from '#libs/lifecycle';
import { Plans } from '#libs/plans';
import { noteInAudit } from '#libs/platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { Pool } from 'pg';
import { COUNTS, gone, type Gone } from './erasure-statements.js';
import { leaveRoles, rolesToLeave, type RoleToLeave } from './roles-to-leave.js';

export interface Obstacle {
  code: 'holds-required-role' | 'cannot-leave-role' | 'last-administrator' | 'accountable-for-programme';
  /** Of a plan: its title and the role, by their keys where no words are needed. */
  plan?: string;
  holding?: string;
  /** What stands in the way: a role in a plan, or a programme. */
  what?: string;
  /** What the engine says. */
  why?: Reason;
}

export interface Assessed {
  person: string;
  counts: Record<Gone, number>;
  roles: RoleToLeave[];
  obstacles: Obstacle[];
}

export interface Asked {
  reason: string;
  prose: 'keep' | 'strike';
}

export class Erasures {
  constructor(
    private readonly source: DataSource,
    private readonly pool: Pool,
    private readonly plans: Plans,
  ) {}

  /** What would go, and what stands in the way. Changes nothing. */
  async assess(person: string, who: Who, prose: Asked['prose']): Promise<Assessed> {
    const { rows } = await this.pool.query<Record<Gone, number>>(COUNTS, [person]);
    const counts = rows[0] as Record<Gone, number>;
    const roles = await rolesToLeave(this.plans, this.pool, person, who);
    const held = roles.flatMap((one) => (one.refused ? [obstacleOf(one, one.refused)] : []));
    const obstacles = [...held, ...(await this.postsInTheWay(person))];
    return { person, counts: { ...counts, texts: prose === 'strike' ? counts.texts : 0 }, roles, obstacles };
  }

  /** @returns when, or null when somebody else has erased the person meanwhile. */
  async erase({ person, roles }: Assessed, who: Who, { reason, prose }: Asked): Promise<Date | null> {
    // What was done in plans is told there; when the rest fails, it is still true, and erasing again goes on from it.
    await leaveRoles(this.plans, roles, who);
    return this.source.transaction(async (manager) => {
      const [found] = await manager.query<object[]>(
        'SELECT FROM person WHERE id = $1 AND erased_at IS NULL FOR UPDATE',
        [person],
      );
      if (!found) return null;
      const textsStruck = await gone(manager, person, { prose, today: this.today() });
      return this.note(manager, person, who, reason, textsStruck);
    });
  }

  private async note(manager: EntityManager, person: string, who: Who, reason: string, texts: number): Promise<Date> {
    const [erased] = await manager.query<{ at: Date }[]>(
      `INSERT INTO erasure (person, at, who, reason, texts_struck) VALUES ($1, clock_timestamp(), $2, $3, $4) RETURNING at`,
      [person, JSON.stringify(who), reason, texts],
    );
    await noteInAudit(manager, { kind: 'personal-data.erased', who, about: { person, textsStruck: texts } });
    return (erased as { at: Date }).at;
  }

  private async postsInTheWay(person: string): Promise<Obstacle[]> {
    const { rows } = await this.pool.query<{ role: string; programme: string | null; others: number }>(
      `SELECT role, programme, (SELECT count(*)::int FROM post other JOIN person holder ON holder.id = other.person
           WHERE other.role = post.role AND other.programme IS NULL AND other.person <> post.person AND holder.erased_at IS NULL
             AND other.from_day <= $2 AND (other.until_day IS NULL OR other.until_day >= $2)) AS others
       FROM post WHERE person = $1 AND (until_day IS NULL OR until_day >= $2)
         AND (role = 'administrator' AND programme IS NULL OR role = 'process-leader' AND programme IS NOT NULL)`,
      [person, this.today()],
    );
    return rows.flatMap(({ role, programme, others }): Obstacle[] => {
      if (role === 'process-leader') return [{ code: 'accountable-for-programme', what: programme ?? '' }];
      return others > 0 ? [] : [{ code: 'last-administrator' }];
    });
  }

  private today(): string {
    return dayOf(this.plans.clock.now());
  }
}

function obstacleOf({ plan, title, role, holding }: RoleToLeave, why: Reason): Obstacle {
  const code = why.code === 'role-needs-successor' ? 'holds-required-role' : 'cannot-leave-role';
  return { code, plan, holding, what: `${role} (${title})`, why };
}
