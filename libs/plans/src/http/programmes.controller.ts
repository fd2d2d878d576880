// GET /v1/programmes: the programmes that plans belong to, with their strands.
import { cursor, Doorway, limit, pageOf, readQuery } from '#libs/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { Programme } from '../portfolio/programme.entity.js';

const query = { limit, cursor: cursor((text) => text.length > 0 && text.length <= 80) };

@Controller('v1/programmes')
export class ProgrammesController {
  constructor(private readonly source: DataSource) {}

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
    const rows = await this.source.getRepository(Programme).find({
      where: page.cursor === undefined ? {} : { code: MoreThan(page.cursor) },
      order: { code: 'ASC' },
      take: page.limit + 1,
    });
    return pageOf(rows, page.limit, ({ code }) => code);
  }
}
