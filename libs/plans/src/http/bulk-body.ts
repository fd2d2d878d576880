// The body of a bulk: a verb with what it takes, and the plans it concerns, by their ids or by what the board is asked for.
import { Id, Ids, invalidBody, Key, Line, Maybe, One, OneOf, Prose, readBody, VerbFields, Whole } from '#libs/platform';
import { IsString, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { BoardFilter } from '../store/board.js';
import { BULK_MAX, type BulkAsked } from './bulk.js';

export class BulkFilterBody {
  @Maybe() @Key() template?: string;
  /** Of the template. */
  @Maybe() @Whole(1, 1_000_000) version?: number;
  @Maybe() @Key() stage?: string;
  @Maybe() @OneOf(['active', 'paused', 'completed', 'discontinued']) status?: string;
  @Maybe() @OneOf(['initiative', 'plan', 'case']) kind?: string;
  @Maybe() @Line(80) programme?: string;
  @Maybe() @Id() parent?: string;
  /** Words of the title. */
  @Maybe() @Line() q?: string;
}

export class BulkBody {
  /** One that there is not is answered with 404. */
  @IsString()
  @MaxLength(80)
  @JSONSchema({ example: 'pause' })
  verb: string;
  /** As the verb takes it on one plan. */
  @Maybe() @VerbFields() body?: object;
  /** The verb's `reason`, for all of them. */
  @Maybe() @Prose() reason?: string;
  @Maybe() @Ids({ max: BULK_MAX }) plans?: string[];
  /** In place of `plans`: what the board is asked for, one condition at least. */
  @Maybe() @One(() => BulkFilterBody) filter?: BulkFilterBody;
}

/** @throws Problem with everything that is wrong with it. */
export function readBulk(value: unknown): Pick<BulkAsked, 'verb' | 'body' | 'of'> {
  const { verb, body = {}, reason, plans, filter } = readBody(BulkBody, value);
  return { verb, body: reason === undefined ? body : { reason, ...body }, of: whichOf(plans, filter) };
}

/** @throws Problem when both are there, or neither, or nothing is asked of the board. */
export function whichOf(plans?: string[], filter?: BulkFilterBody): { plans: string[] } | { filter: BoardFilter } {
  if (plans && filter) throw invalidBody([{ pointer: '/filter', code: 'not-both', params: { other: 'plans' } }]);
  if (plans) return { plans };
  if (!filter) throw invalidBody([{ pointer: '/plans', code: 'required' }]);
  const { version, ...asked } = filter;
  const conditions = Object.entries({ ...asked, templateVersion: version }).filter(([, value]) => value !== undefined);
  if (conditions.length === 0) throw invalidBody([{ pointer: '/filter', code: 'too-few', params: { limit: '1' } }]);
  return { filter: Object.fromEntries(conditions) };
}
