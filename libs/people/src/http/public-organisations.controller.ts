// GET /v1/public/organisations: the names behind the codes of a public plan. It tells of those asked for and lists none by itself.
import { codes, Doorway, readQuery } from '#libs/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Organisation } from '../directory/organisation.entity.js';

const query = { codes: codes('Codes of organisations, with commas between.') };

@Controller('v1/public/organisations')
export class PublicOrganisationsController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @Doorway({
    access: 'public',
    tag: 'public',
    summary: 'Organisations by the codes given',
    query,
    answers: { 200: 'OrganisationPage' },
  })
  async some(@Query() given: object) {
    const asked = readQuery(query, given).codes;
    const items = await this.source
      .getRepository(Organisation)
      .find({ where: { code: In(asked) }, order: { code: 'ASC' } });
    return { items, next: null };
  }
}
