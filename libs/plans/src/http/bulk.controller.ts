// POST /v1/bulk: one verb on many plans, by their ids or by what the board is asked for, with a report of each.
import { callerOf, Doorway, LARGE_BODY, readQuery } from '#libs/platform';
import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Bulk, BULK_MAX } from './bulk.js';
import { BulkBody, readBulk } from './bulk-body.js';
import { repeatKeyOf } from './conditions.js';
import { dryRunQuery } from './dry-run.js';

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
    const { dryRun = false } = readQuery(dryRunQuery, request.query);
    return this.bulk.run({
      ...readBulk(request.body),
      caller: callerOf(request),
      language: request.language,
      dryRun,
      key: repeatKeyOf(request.headers['idempotency-key']),
    });
  }
}
