// Retention: rules that propose, a person who decides, and a log of what was destroyed by which rule.
import { addDays, dayOf, type Who } from '#libs/lifecycle';
import type { Plans } from '#libs/plans';
import { noteInAudit } from '#libs/platform';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { destroyFiles, destroyRows, type Gone } from './destroy.js';
import { proposalOf, proposals, type Proposal } from './proposals.js';
import { retentionRules, type RetentionRule, type RetentionWhat } from './rules.js';

export interface Decision {
  decision: 'destroy' | 'keep';
  reason: string;
  /** The last day on which it is not proposed again; a year ahead when absent. */
  keepUntil?: string | undefined;
}

export interface Decided {
  id: string;
  proposal: string;
  decision: Decision['decision'];
  keepUntil: string | null;
  destroyed: Gone | null;
}

const KEPT_DAYS = 365;

export class Retention {
  constructor(
    private readonly source: DataSource,
    private readonly pool: Pool,
    private readonly plans: Plans,
  ) {}

  rules(): Promise<RetentionRule[]> {
    return retentionRules(this.pool);
  }

  async setRule(what: RetentionWhat, afterDays: number, ground: string, who: Who): Promise<void> {
    await this.source.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO retention_rule (what, after_days, ground, set_at) VALUES ($1, $2, $3, clock_timestamp())
         ON CONFLICT (what) DO UPDATE SET after_days = $2, ground = $3, set_at = clock_timestamp()`,
        [what, afterDays, ground],
      );
      await noteInAudit(manager, { kind: 'retention-rule.set', who, about: { what, afterDays } });
    });
  }

  proposals(): Promise<Proposal[]> {
    return proposals(this.pool, this.now());
  }

  /** @returns null when it is not proposed, or no longer. */
  async decide(id: string, wanted: Decision, who: Who): Promise<Decided | null> {
    const now = this.now();
    const found = await proposalOf(this.pool, id, now);
    if (!found) return null;
    // Files go by commands, which are stored by themselves; whoever is stopped in between decides on the rest anew.
    const isFiles = wanted.decision === 'destroy' && found.rule.what === 'plan-attachments';
    const files = isFiles ? await destroyFiles(this.pool, this.plans, found.plan as string, who) : null;
    return this.source.transaction(async (manager) => {
      const decided = await this.keepDecision(manager, found, wanted, who);
      if (wanted.decision === 'keep') return { ...decided, destroyed: null };
      const destroyed = files ?? (await destroyRows(manager, found, now));
      await logDestroyed(manager, decided.id, found, destroyed);
      return { ...decided, destroyed };
    });
  }

  /** What was destroyed, the newest first. @param after the id of the last of the page before */
  destroyed(limit: number, after?: string): Promise<({ id: string } & Gone)[]> {
    return this.source.query(
      `SELECT gone.id, gone.at, gone.what, gone.plan, gone.number, gone.items, gone.hashes, decided.who ->> 'id' AS who,
         decided.who ->> 'role' AS role, decided.reason, decided.after_days AS "afterDays", decided.ground
       FROM destroyed gone JOIN retention_decision decided ON decided.id = gone.decision
       WHERE $2::uuid IS NULL OR (gone.at, gone.id) < (SELECT last.at, last.id FROM destroyed last WHERE last.id = $2)
       ORDER BY gone.at DESC, gone.id DESC LIMIT $1`,
      [limit, after ?? null],
    );
  }

  private async keepDecision(manager: EntityManager, { proposal, rule, plan }: Proposal, wanted: Decision, who: Who) {
    const { decision, reason, keepUntil } = wanted;
    const id = randomUUID();
    const until = decision === 'keep' ? (keepUntil ?? addDays(dayOf(this.now().toISOString()), KEPT_DAYS)) : null;
    await manager.query(
      `INSERT INTO retention_decision (id, at, who, what, plan, decision, reason, after_days, ground, keep_until)
       VALUES ($1, clock_timestamp(), $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, JSON.stringify(who), rule.what, plan, decision, reason, rule.afterDays, rule.ground, until],
    );
    const about = { decision, what: rule.what, of: id };
    await noteInAudit(manager, { kind: 'retention.decided', who, ...(plan === null ? {} : { plan }), about });
    return { id, proposal, decision, keepUntil: until };
  }

  private now(): Date {
    return new Date(this.plans.clock.now());
  }
}

async function logDestroyed(manager: EntityManager, decision: string, { rule, plan }: Proposal, gone: Gone) {
  await manager.query(
    `INSERT INTO destroyed (id, decision, at, what, plan, number, items, hashes)
     VALUES ($1, $2, clock_timestamp(), $3, $4, $5, $6, $7)`,
    [randomUUID(), decision, rule.what, plan, gone.number, gone.items, gone.hashes],
  );
}
