// POST /v1/bulk: one verb on many plans, by their ids or by what the board is asked for, with a report of each.
import {
  callerOf,
  Doorway,
  Id,
  Ids,
  invalidBody,
  Key,
  LARGE_BODY,
  Line,
  Maybe,
  One,
  OneOf,
  Prose,
  readBody,
  readQuery,
  VerbFields,
  Whole,
} from '#libs/platform';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { FastifyRequest } from 'fastify';
import type { BoardFilter } from '../store/board.js';
import { Bulk, BULK_MAX } from './bulk.js';
import { repeatKeyOf } from './conditions.js';
import { dryRunQuery } from './dry-run.js';

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

@Controller('v1/bulk')
export class BulkController {
  constructor(private readonly bulk: Bulk) {}

  @Post()
  @HttpCode(200)
  @Doorway({
    access: 'write',
    tag: 'verbs',
    summary: 'One verb on many plans',
    description: `On \`plans\`, or on those that \`filter\` finds, ${BULK_MAX} at most. Each has its own answer; a refusal does not stop the others.`,
    query: dryRunQuery,
    body: BulkBody,
    bodyLimit: LARGE_BODY,
    heeds: ['Idempotency-Key'],
    answers: { 200: 'BulkReport' },
    problems: [404, 422],
  })
  run(@Req() request: FastifyRequest) {
    const { verb, body = {}, reason, plans, filter } = readBody(BulkBody, request.body);
    const { dryRun = false } = readQuery(dryRunQuery, request.query);
    return this.bulk.run({
      verb,
      body: reason === undefined ? body : { reason, ...body },
      of: whichOf(plans, filter),
      caller: callerOf(request),
      language: request.language,
      dryRun,
      key: repeatKeyOf(request.headers['idempotency-key']),
    });
  }
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
