// /v1/programmes: the programmes that plans belong to, each with its strands and all that goes on under them.
import {
  callerOf,
  cursor,
  Doorway,
  HTTP_PROBLEMS,
  invalidBody,
  isCode,
  Line,
  Lines,
  limit,
  Many,
  Maybe,
  noteInAudit,
  pageOf,
  Problem,
  Prose,
  readBody,
  readQuery,
  Whole,
} from '#libs/platform';
import { Body, Controller, Get, Param, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { DataSource, MoreThan, type Repository } from 'typeorm';
import { readPortfolio } from '../portfolio/portfolio.js';
import { Sights } from '../sight/sights.js';
import { Programme, type Strand } from '../portfolio/programme.entity.js';
import { isBoardCursor } from '../store/board.js';

const query = { limit, cursor: cursor((text) => text.length > 0 && text.length <= 80) };
const portfolioQuery = { limit, cursor: cursor(isBoardCursor) };

export class StrandBody implements Strand {
  @Whole(1, 1000) no: number;
  @Line() name: string;
  /** What it consists of, a line each. */
  @Maybe() @Lines() content: string[];
  @Maybe() @Line(500) result?: string;
}

export class ProgrammeBody {
  @Line() name: string;
  @Maybe() @Prose(2000) goal?: string;
  @Maybe() @Many(() => StrandBody, { max: 100 }) strands?: StrandBody[];
  /** The document that says so. */
  @Maybe() @Line(500) source?: string;
}

@Controller('v1/programmes')
export class ProgrammesController {
  private readonly programmes: Repository<Programme>;

  constructor(
    source: DataSource,
    private readonly pool: Pool,
    private readonly sights: Sights,
  ) {
    this.programmes = source.getRepository(Programme);
  }

  @Get()
  @Doorway({
    access: 'read',
    tag: 'plans',
    summary: 'Programmes and their strands',
    query,
    answers: { 200: 'ProgrammePage' },
  })
  async list(@Query() given: object) {
    const page = readQuery(query, given);
    const rows = await this.programmes.find({
      where: page.cursor === undefined ? {} : { code: MoreThan(page.cursor) },
      order: { code: 'ASC' },
      take: page.limit + 1,
    });
    return pageOf(rows, page.limit, ({ code }) => code);
  }

  @Get(':code')
  @Doorway({
    access: 'read',
    tag: 'plans',
    summary: 'One programme: its strands, and the initiatives, plans and cases of each',
    description:
      'A page holds so many initiatives, in their strands or beside them, the oldest first. Of an initiative with very much under it, `more` says how many `GET /v1/plans?parent=` has besides.',
    query: portfolioQuery,
    answers: { 200: 'Portfolio' },
    problems: [404],
  })
  async one(@Param('code') code: string, @Query() given: object, @Req() request: FastifyRequest) {
    const page = readQuery(portfolioQuery, given);
    const programme = isCode(code) ? await this.programmes.findOneBy({ code }) : null;
    if (!programme) throw notHere('GET', code);
    return readPortfolio(this.pool, programme, page, this.sights.reach(callerOf(request)));
  }

  @Put(':code')
  @Doorway({
    access: 'administer',
    tag: 'plans',
    summary: 'Name a programme and its strands',
    description: 'New or known: the same request again changes nothing.',
    body: ProgrammeBody,
    answers: { 200: 'Programme' },
    problems: [404],
  })
  async name(@Param('code') code: string, @Body() given: unknown, @Req() request: FastifyRequest): Promise<Programme> {
    if (!isCode(code)) throw notHere('PUT', code);
    const { name, goal = null, strands = [], source = null } = readBody(ProgrammeBody, given);
    const twice = strands.flatMap(({ no }, index) =>
      strands.findIndex((one) => one.no === no) < index ? [index] : [],
    );
    const faults = twice.map((index) => ({ pointer: `/strands/${index}/no`, code: 'given-twice' }));
    if (faults.length > 0) throw invalidBody(faults);
    const told = strands.map((strand) => ({ ...strand, content: strand.content ?? [] }));
    await this.programmes.manager.transaction(async (manager) => {
      await manager.upsert(Programme, { code, name, goal, strands: told, source }, ['code']);
      await noteInAudit(manager, { kind: 'programme.named', who: callerOf(request).who, about: { programme: code } });
    });
    return this.programmes.findOneByOrFail({ code });
  }
}

function notHere(method: string, code: string): Problem {
  return new Problem(HTTP_PROBLEMS['not-found'], { params: { method, path: `/v1/programmes/${code.slice(0, 80)}` } });
}
