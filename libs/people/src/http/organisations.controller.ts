// GET /v1/organisations: the organisations that plans name by their codes.
import { cursor, Doorway, limit, pageOf, readQuery } from '#libs/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { Organisation } from '../directory/organisation.entity.js';

const query = { limit, cursor: cursor((text) => text.length > 0 && text.length <= 64) };

@Controller('v1/organisations')
export class OrganisationsController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @Doorway({
    access: 'read',
    tag: 'people',
    summary: 'Organisations by code',
    query,
    answers: { 200: 'OrganisationPage' },
  })
  async list(@Query() given: object) {
    const page = readQuery(query, given);
    const rows = await this.source.getRepository(Organisation).find({
      where: page.cursor === undefined ? {} : { code: MoreThan(page.cursor) },
      order: { code: 'ASC' },
      take: page.limit + 1,
    });
    return pageOf(rows, page.limit, ({ code }) => code);
  }
}
