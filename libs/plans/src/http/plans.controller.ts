// /v1/plans: start one, the board, one plan as it stands or stood, its history, its moves, what falls due.
import { due } from '#libs/lifecycle';
import { asOf, callerOf, cursor, Doorway, flag, limit, oneOf, readQuery, uuid, words } from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isBoardCursor } from '../store/board.js';
import { isHistoryCursor } from '../store/plan-store.js';
import { StartPlanBody } from '../bodies/lifecycle.bodies.js';
import { Plans } from '../plans.js';
import { etagOf, isKnown, repeatKeyOf } from './conditions.js';
import { dryRunQuery } from './dry-run.js';
import { dueView } from './due-view.js';
import { PlanReader } from './plan-reader.js';
import { reasonIn } from './plan-problems.js';
import { VerbDoor } from './verb-door.js';

const tag = 'plans';

const boardQuery = {
  stage: words('The key of a stage.', 80),
  status: oneOf(['active', 'paused', 'completed', 'discontinued'], 'How it stands.'),
  template: words('The key of a template.', 80),
  kind: oneOf(['initiative', 'plan', 'case'], 'What it is.'),
  programme: words('The code of a programme.', 80),
  parent: uuid('The initiative it was forked out of.'),
  q: words('Words of the title.'),
  asOf,
  cursor: cursor(isBoardCursor),
  limit,
};
const movesQuery = {
  allowed: flag('Only the moves that are open (true), or only those that are not (false).'),
  kind: oneOf(['lifecycle', 'capability'], "Only the engine's own verbs, or only those of the capabilities."),
  asOf,
};
const historyQuery = { cursor: cursor(isHistoryCursor), limit, asOf };

@Controller('v1/plans')
export class PlansController {
  constructor(
    private readonly plans: Plans,
    private readonly reader: PlanReader,
    private readonly door: VerbDoor,
  ) {}

  @Post()
  @HttpCode(201)
  @Doorway({
    access: 'write',
    tag,
    summary: 'Start a plan',
    description: 'With `dryRun=true` 200 and the plan as it would be, under an id that it will not have.',
    query: dryRunQuery,
    body: StartPlanBody,
    answers: { 201: 'Plan', 200: 'Plan' },
    heeds: ['Idempotency-Key'],
    gives: ['ETag', 'Location'],
    problems: [404, 409, 422],
  })
  async start(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const key = repeatKeyOf(request.headers['idempotency-key']);
    const { dryRun = false } = readQuery(dryRunQuery, request.query);
    const accepted = await this.door[dryRun ? 'tryOut' : 'pass']({
      plan: null,
      verb: 'start',
      body: request.body === undefined ? {} : request.body,
      caller: callerOf(request),
      key,
    });
    const plan = accepted.after ?? (await this.reader.started(accepted));
    const begun = await this.reader.begun(plan, callerOf(request));
    if (dryRun) {
      reply.code(200);
      return { ...(await this.reader.view(begun, request.language)), dryRun };
    }
    reply.headers({ location: `/v1/plans/${plan.id}`, etag: etagOf(plan.version) });
    return this.reader.view(begun, request.language);
  }

  @Get()
  @Doorway({
    access: 'read',
    tag,
    summary: 'The board: where every plan stands',
    query: boardQuery,
    answers: { 200: 'BoardPage' },
  })
  board(@Query() query: object, @Req() request: FastifyRequest) {
    return this.reader.board(readQuery(boardQuery, query), callerOf(request), request.language);
  }

  @Get(':id')
  @Doorway({
    access: 'read',
    tag,
    summary: 'One plan, as it stands or as it stood',
    query: { asOf },
    answers: { 200: 'Plan' },
    heeds: ['If-None-Match'],
    gives: ['ETag'],
    problems: [404],
  })
  async one(
    @Param('id') id: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const then = readQuery({ asOf }, query).asOf;
    const seen = await this.reader.seen(id, callerOf(request), then);
    const { plan } = seen;
    reply.headers({ etag: etagOf(plan.version), 'cache-control': 'private, no-cache' });
    if (isKnown(request.headers['if-none-match'], plan.version)) {
      reply.code(304);
      return undefined;
    }
    return this.reader.view(seen, request.language, this.plans.instant(then));
  }

  @Get(':id/history')
  @Doorway({
    access: 'read',
    tag,
    summary: 'What has happened, the oldest first',
    query: historyQuery,
    answers: { 200: 'HistoryPage' },
    problems: [404],
  })
  async history(@Param('id') id: string, @Query() query: object, @Req() request: FastifyRequest) {
    const page = readQuery(historyQuery, query);
    const caller = callerOf(request);
    return this.reader.history(await this.reader.seen(id, caller), caller, page);
  }

  @Get(':id/moves')
  @Doorway({
    access: 'read',
    tag,
    summary: 'What can be done now, and if not, why not; or how that was',
    query: movesQuery,
    answers: { 200: 'MovePage' },
    problems: [404],
  })
  async moves(@Param('id') id: string, @Query() query: object, @Req() request: FastifyRequest) {
    const { allowed, kind, asOf: then } = readQuery(movesQuery, query);
    const caller = callerOf(request);
    const all = await this.reader.moves(await this.reader.seen(id, caller, then), caller, then);
    const wanted = all.filter(
      (move) => (allowed ?? move.allowed) === move.allowed && (kind ?? move.kind) === move.kind,
    );
    const items = wanted.map(({ name, reasons, ...move }) => ({
      ...move,
      name: name[request.language],
      reasons: reasons.map((reason) => reasonIn(reason, request.language)),
    }));
    return { items, next: null };
  }

  @Get(':id/due')
  @Doorway({
    access: 'read',
    tag,
    summary: 'Reminders and check-ins that its state asks for',
    query: { asOf },
    answers: { 200: 'DuePage' },
    problems: [404],
  })
  async due(@Param('id') id: string, @Query() query: object, @Req() request: FastifyRequest) {
    const then = readQuery({ asOf }, query).asOf;
    const { plan, sight } = await this.reader.seen(id, callerOf(request), then);
    const template = await this.reader.template(plan);
    const items = due(sight.nameless(plan), this.plans.instant(then), template).map((one) => {
      const because = { ...one.because, missing: sight.missing(one.because.missing) };
      return dueView({ ...one, because }, template, request.language);
    });
    return { items, next: null };
  }
}
