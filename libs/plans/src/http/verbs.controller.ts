// POST /v1/plans/:id/:verb: any verb on a plan. The busiest door, so it asks the framework for nothing but the request.
import { callerOf, Doorway, readQuery } from '#libs/platform';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, ifMatchOf, repeatKeyOf } from './conditions.js';
import { dryRunQuery } from './dry-run.js';
import { answerView } from './event-view.js';
import { VerbDoor } from './verb-door.js';

@Controller('v1/plans/:id')
export class VerbsController {
  constructor(private readonly door: VerbDoor) {}

  @Post(':verb')
  @HttpCode(200)
  @Doorway({
    access: 'write',
    tag: 'verbs',
    summary: 'Any verb on a plan',
    query: dryRunQuery,
    heeds: ['If-Match', 'Idempotency-Key'],
    gives: ['ETag'],
    answers: { 200: 'VerbAnswer' },
    problems: [404, 409, 412, 422],
  })
  async verb(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { id, verb } = request.params as { id: string; verb: string };
    const { headers, body } = request;
    const key = repeatKeyOf(headers['idempotency-key']);
    const ifMatch = ifMatchOf(headers['if-match']);
    const { dryRun = false } = readQuery(dryRunQuery, request.query);
    const accepted = await this.door[dryRun ? 'tryOut' : 'pass']({
      plan: id,
      verb,
      body: body === undefined ? {} : body,
      caller: callerOf(request),
      ifMatch,
      key,
    });
    // No plan has the version that a dry run tells of.
    if (!dryRun) reply.header('etag', etagOf(accepted.plan.version));
    reply.send(answerView(accepted, dryRun));
  }
}
