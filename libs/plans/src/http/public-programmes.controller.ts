// GET /v1/public/programmes: the names behind the codes of public plans. It tells of those asked for and lists none by itself.
import { codes, Doorway, readQuery } from '#libs/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Programme } from '../portfolio/programme.entity.js';

const query = { codes: codes('Codes of programmes, with commas between.') };

@Controller('v1/public/programmes')
export class PublicProgrammesController {
  constructor(private readonly source: DataSource) {}

  @Get()
  @Doorway({
    access: 'public',
    tag: 'public',
    summary: 'Programmes by the codes given',
    query,
    answers: { 200: 'ProgrammePage' },
  })
  async some(@Query() given: object) {
    const asked = readQuery(query, given).codes;
    const items = await this.source
      .getRepository(Programme)
      .find({ where: { code: In(asked) }, order: { code: 'ASC' } });
    return { items, next: null };
  }
}
