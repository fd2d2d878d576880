// The board: where every plan stands, the newest first, by stage, status, template or words of the title; also as it stood earlier.
import { precisionOf, type PlanKind, type Status } from '#libs/lifecycle';
import { isUuid, pageOf } from '#libs/platform';
import type { Pool } from 'pg';
import type { Reach } from '../access.js';
import type { Page } from './plan-store.js';
import { firstOfFew, hasFewPlans, isWithinReach, type Bind } from './within-reach.js';

export interface BoardRow {
  id: string;
  kind: PlanKind;
  title: string;
  template: { key: string; version: number };
  stage: string;
  status: Status;
  attempt: number;
  version: number;
  parent: string | null;
  programme: string | null;
  public: boolean;
  imported: boolean;
  startedAt: string;
  recordedAt: string;
}

export interface BoardFilter {
  stage?: string;
  status?: string;
  template?: string;
  templateVersion?: number;
  kind?: string;
  programme?: string;
  parent?: string;
  /** Words that the title contains, in any case. */
  q?: string;
  publicOnly?: boolean;
}

export interface BoardQuery extends BoardFilter {
  /** An instant: where every plan stood then, by when it was recorded. */
  asOf?: string;
  cursor?: string;
  limit: number;
  /** Whose plans: as they are now, at an earlier instant too. */
  reach: Reach;
}

export async function readBoard(pool: Pool, query: BoardQuery): Promise<Page<BoardRow>> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const few = query.asOf === undefined && query.reach !== null && (await hasFewPlans(pool, query.reach));
  const text = query.asOf === undefined ? presentBoard(query, few, bind) : earlierBoard(query, query.asOf, bind);
  const { rows } = await pool.query<Row>(text, values);
  return pageOf(rows.map(boardRow), query.limit, ({ startedAt, id }) => `${startedAt}_${id}`);
}

export function isBoardCursor(cursor: string): boolean {
  const [startedAt, id, more] = cursor.split('_');
  return more === undefined && precisionOf(startedAt ?? '') === 'instant' && isUuid(id ?? '');
}

/** The plans are found in the index alone (6-board.ts); only those that are shown are read. @param few whether the reader has few plans */
function presentBoard(query: BoardQuery, few: boolean, bind: Bind): string {
  const { stage, status, template, templateVersion, q, publicOnly, reach } = query;
  const where = [
    ...whatStays(query, bind),
    ...equal({ stage, status, template, template_version: templateVersion }, bind),
  ];
  if (q !== undefined) where.push(`strpos(title_folded, folded(${bind(q)})) > 0`);
  if (publicOnly) where.push('public');
  const found =
    reach !== null && few
      ? firstOfFew(reach, where, query.limit + 1, bind)
      : `SELECT id FROM plan p ${conditions([...where, ...ownAmong(reach, bind)])}
        ORDER BY started_at DESC, id DESC LIMIT ${bind(query.limit + 1)}`;
  return `SELECT plan.id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported,
      plan.started_at, recorded_at
    FROM (${found}) found JOIN plan ON plan.id = found.id ORDER BY plan.started_at DESC, plan.id DESC`;
}

function ownAmong(reach: Reach, bind: Bind): string[] {
  return reach === null ? [] : [isWithinReach(reach, bind)];
}

/** How a plan stood is in its last standing of then; its version and when that was recorded, in its last event of then. */
function earlierBoard(query: BoardQuery, asOf: string, bind: Bind): string {
  const { stage, status, template, templateVersion, q, publicOnly, reach } = query;
  const then = `${bind(asOf)}::timestamptz`;
  const changing = {
    's.stage': stage,
    's.status': status,
    's.template': template,
    's.template_version': templateVersion,
  };
  const where = [
    `p.started_at <= ${then}`,
    ...whatStays(query, bind),
    ...equal(changing, bind),
    ...ownAmong(reach, bind),
  ];
  if (q !== undefined) where.push(...titledThen(bind(q)));
  if (publicOnly) where.push('s.public');
  return `SELECT shown.*, told.version, told.recorded_at FROM (
      SELECT p.id, p.kind, p.parent, p.programme, p.started_at, s.title, s.template, s.template_version, s.stage, s.status, s.attempt,
        s.public, s.imported
      FROM plan p CROSS JOIN LATERAL (
        SELECT * FROM standing WHERE plan = p.id AND since <= ${then} ORDER BY since DESC LIMIT 1
      ) s ${conditions(where)} ORDER BY p.started_at DESC, p.id DESC LIMIT ${bind(query.limit + 1)}
    ) shown CROSS JOIN LATERAL (
      SELECT version, recorded_at FROM event WHERE plan = shown.id AND recorded_at <= ${then} ORDER BY sequence DESC LIMIT 1
    ) told ORDER BY shown.started_at DESC, shown.id DESC`;
}

/** Titles hardly ever change, so those of today say which plans are worth a closer look. */
function titledThen(q: string): string[] {
  return [
    `(strpos(p.title_folded, folded(${q})) > 0 OR p.id IN (SELECT plan FROM standing WHERE retitled))`,
    `strpos(folded(s.title), folded(${q})) > 0`,
  ];
}

/** What no command changes, and where the page before this one ended. */
function whatStays({ kind, programme, parent, cursor, reach }: BoardQuery, bind: Bind): string[] {
  const where = equal({ 'p.kind': kind, 'p.programme': programme, 'p.parent': parent }, bind);
  // Nothing is known to stand under a plan that the reader may not see.
  if (parent !== undefined && reach !== null)
    where.push(
      `EXISTS (SELECT FROM plan above WHERE above.id = ${bind(parent)} AND ${isWithinReach(reach, bind, 'above')})`,
    );
  if (cursor === undefined) return where;
  const [startedAt, id] = cursor.split('_');
  return [...where, `(p.started_at, p.id) < (${bind(startedAt)}::timestamptz, ${bind(id)}::uuid)`];
}

function equal(columns: Record<string, string | number | undefined>, bind: Bind): string[] {
  return Object.entries(columns).flatMap(([column, value]) =>
    value === undefined ? [] : [`${column} = ${bind(value)}`],
  );
}

function conditions(where: string[]): string {
  return where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
}

interface Row extends Omit<BoardRow, 'template' | 'startedAt' | 'recordedAt'> {
  template: string;
  template_version: number;
  started_at: Date;
  recorded_at: Date;
}

function boardRow({ template, template_version, started_at, recorded_at, ...row }: Row): BoardRow {
  return {
    ...row,
    template: { key: template, version: template_version },
    startedAt: started_at.toISOString(),
    recordedAt: recorded_at.toISOString(),
  };
}
