// The board: where every plan stands, the newest first, by stage, status, template or words of the title.
import { precisionOf, type PlanKind, type Status } from '#libs/lifecycle';
import { isUuid, pageOf } from '#libs/platform';
import type { Pool } from 'pg';
import type { Page } from './plan-store.js';

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

export interface BoardQuery {
  stage?: string;
  status?: string;
  template?: string;
  kind?: string;
  programme?: string;
  parent?: string;
  /** Words that the title contains, in any case. */
  q?: string;
  publicOnly?: boolean;
  cursor?: string;
  limit: number;
}

export async function readBoard(pool: Pool, query: BoardQuery): Promise<Page<BoardRow>> {
  const values: unknown[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const where: string[] = [];
  if (query.stage !== undefined) where.push(`stage = ${bind(query.stage)}`);
  if (query.status !== undefined) where.push(`status = ${bind(query.status)}`);
  if (query.template !== undefined) where.push(`template = ${bind(query.template)}`);
  if (query.kind !== undefined) where.push(`kind = ${bind(query.kind)}`);
  if (query.programme !== undefined) where.push(`programme = ${bind(query.programme)}`);
  if (query.parent !== undefined) where.push(`parent = ${bind(query.parent)}`);
  if (query.q !== undefined) where.push(`title ILIKE ${bind(`%${query.q.replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (query.publicOnly) where.push('public');
  if (query.cursor !== undefined) {
    const [startedAt, id] = query.cursor.split('_');
    where.push(`(started_at, id) < (${bind(startedAt)}::timestamptz, ${bind(id)}::uuid)`);
  }
  const { rows } = await pool.query<Row>(
    `SELECT id, kind, title, template, template_version, stage, status, attempt, version, parent, programme, public, imported,
       started_at, recorded_at FROM plan
     ${where.length > 0 ? `WHERE ${where.join(' AND ')}` : ''} ORDER BY started_at DESC, id DESC LIMIT ${bind(query.limit + 1)}`,
    values,
  );
  return pageOf(rows.map(boardRow), query.limit, ({ startedAt, id }) => `${startedAt}_${id}`);
}

export function isBoardCursor(cursor: string): boolean {
  const [startedAt, id, more] = cursor.split('_');
  return more === undefined && precisionOf(startedAt ?? '') === 'instant' && isUuid(id ?? '');
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
