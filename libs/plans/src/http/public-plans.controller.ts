// /v1/public/plans: plans marked public, for anybody. Prose only where it is meant for everyone.
import { isPublic, type Plan } from '#libs/lifecycle';
import { asOf, cursor, Doorway, limit, readQuery, words } from '#libs/platform';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isBoardCursor } from '../store/board.js';
import { isHistoryCursor } from '../store/plan-store.js';
import { Plans } from '../plans.js';
import { PlanReader } from './plan-reader.js';
import { unknownPlan } from './plan-problems.js';
import { publicPlanView } from './plan-view.js';

const tag = 'public';
const boardQuery = { q: words('Words of the title.'), cursor: cursor(isBoardCursor), limit };
const historyQuery = { cursor: cursor(isHistoryCursor), limit, asOf };

@Controller('v1/public/plans')
export class PublicPlansController {
  constructor(
    private readonly plans: Plans,
    private readonly reader: PlanReader,
  ) {}

  @Get()
  @Doorway({
    access: 'public',
    tag,
    summary: 'The board of public plans',
    query: boardQuery,
    answers: { 200: 'BoardPage' },
  })
  board(@Query() query: object, @Req() request: FastifyRequest) {
    return this.reader.board(readQuery(boardQuery, query), null, request.language);
  }

  @Get(':id')
  @Doorway({ access: 'public', tag, summary: 'One public plan', answers: { 200: 'Plan' }, problems: [404] })
  async one(@Param('id') id: string, @Query() query: object, @Req() request: FastifyRequest) {
    readQuery({}, query);
    const plan = await this.public(id);
    const [sight, template, texts, formerStages] = await Promise.all([
      this.reader.sights.ofPublic(plan),
      this.reader.template(plan),
      this.plans.texts(plan.id),
      this.reader.formerStages(plan),
    ]);
    const now = this.plans.clock.now();
    return { ...publicPlanView(plan, template, sight.texts(texts), request.language, now, sight), formerStages };
  }

  @Get(':id/history')
  @Doorway({
    access: 'public',
    tag,
    summary: 'What has happened to a public plan',
    query: historyQuery,
    answers: { 200: 'HistoryPage' },
    problems: [404],
  })
  async history(@Param('id') id: string, @Query() query: object) {
    const page = readQuery(historyQuery, query);
    return this.reader.publicHistory(await this.public(id), page);
  }

  /** A plan that is not public is not there. */
  private async public(id: string): Promise<Plan> {
    const plan = await this.reader.plan(id);
    if (!isPublic(plan)) throw unknownPlan(id);
    return plan;
  }
}
