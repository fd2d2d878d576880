// /v1/retention: rules, what they propose, a person's decision, and what was destroyed by it.
import {
  callerOf,
  cursor,
  Day,
  Doorway,
  isUuid,
  limit,
  Line,
  Maybe,
  OneOf,
  pageOf,
  Problem,
  Prose,
  readBody,
  readQuery,
  Whole,
  type Language,
} from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isRetentionWhat, WHAT_WORDS, type RetentionRule } from '../records/retention/rules.js';
import { Retention } from '../records/retention/retention.js';
import { RECORDS_PROBLEMS, refusePartial } from './records-problems.js';

export class RetentionRuleBody {
  /** Days after it ended. */
  @Whole(0, 36_500) afterDays: number;
  /** The decision or the plan for documents that says so. */
  @Line(500) ground: string;
}

export class RetentionDecisionBody {
  /** As `GET /v1/retention/proposals` calls it. */
  @Line(120) proposal: string;
  @OneOf(['destroy', 'keep']) decision: 'destroy' | 'keep';
  @Prose(2000) reason: string;
  /** Of what is kept: the last day on which it is not proposed again; a year from now when left out. */
  @Maybe() @Day() keepUntil?: string;
}

const query = { cursor: cursor(isUuid), limit };
const common = { access: 'records', tag: 'records' } as const;

@Controller('v1/retention')
export class RetentionController {
  constructor(private readonly retention: Retention) {}

  @Get('rules')
  @Doorway({
    ...common,
    summary: 'What may be destroyed, and after how long',
    description:
      '`suggested`: nobody here has set it, and no law says it. The audit trail and events are never destroyed.',
    answers: { 200: 'RetentionRulePage' },
  })
  async rules(@Query() given: object, @Req() request: FastifyRequest) {
    readQuery({}, given);
    const rules = await this.retention.rules();
    return { items: rules.map((rule) => shown(rule, request.language)), next: null };
  }

  @Put('rules/:what')
  @Doorway({
    ...common,
    summary: 'Say after how long something may be destroyed, and on which ground',
    body: RetentionRuleBody,
    answers: { 200: 'RetentionRule' },
    problems: [404],
  })
  async set(@Param('what') what: string, @Body() given: unknown, @Req() request: FastifyRequest) {
    const caller = callerOf(request);
    refusePartial(caller);
    if (!isRetentionWhat(what))
      throw new Problem(RECORDS_PROBLEMS['unknown-rule'], { params: { what: what.slice(0, 80) } });
    const { afterDays, ground } = readBody(RetentionRuleBody, given);
    await this.retention.setRule(what, afterDays, ground, caller.who);
    return shown({ what, afterDays, ground, suggested: false }, request.language);
  }

  @Get('proposals')
  @Doorway({
    ...common,
    summary: 'What is due for destruction by the rules; nothing happens by itself',
    answers: { 200: 'RetentionProposalPage' },
  })
  async proposals(@Query() given: object, @Req() request: FastifyRequest) {
    readQuery({}, given);
    refusePartial(callerOf(request));
    const found = await this.retention.proposals();
    return { items: found.map(({ rule, ...one }) => ({ ...one, rule: shown(rule, request.language) })), next: null };
  }

  @Post('decisions')
  @HttpCode(201)
  @Doorway({
    ...common,
    summary: 'Decide that what is proposed is destroyed, or kept for now',
    description:
      'Destroyed for good: words are struck out, the contents of files and rows that have ended go. Events stay, and a log says what went, by which rule, on whose decision.',
    body: RetentionDecisionBody,
    answers: { 201: 'RetentionDecision' },
    problems: [404],
  })
  async decide(@Body() given: unknown, @Req() request: FastifyRequest) {
    const caller = callerOf(request);
    refusePartial(caller);
    const { proposal, ...wanted } = readBody(RetentionDecisionBody, given);
    const decided = await this.retention.decide(proposal, wanted, caller.who);
    if (!decided) throw new Problem(RECORDS_PROBLEMS['nothing-due'], { params: { proposal } });
    return decided;
  }

  @Get('destroyed')
  @Doorway({ ...common, summary: 'What was destroyed, the newest first', query, answers: { 200: 'DestroyedPage' } })
  async destroyed(@Query() given: object, @Req() request: FastifyRequest) {
    refusePartial(callerOf(request));
    const page = readQuery(query, given);
    return pageOf(await this.retention.destroyed(page.limit + 1, page.cursor), page.limit, ({ id }) => id);
  }
}

function shown(rule: RetentionRule, language: Language) {
  return { ...rule, label: WHAT_WORDS[rule.what][language] };
}
