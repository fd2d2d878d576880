// GET /v1/public/organisations: the names behind the codes of a public plan. It tells of those asked for and lists none by itself.
import { Doorway, readQuery, type Parameter } from '#libs/platform';
import { Controller, Get, Query } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { Organisation } from '../directory/organisation.entity.js';

const CODES_MAX = 100;

const codes: Parameter<string[]> & { otherwise: string[] } = {
  read: (text) => {
    const found = text.split(',');
    return found.length <= CODES_MAX && found.every((code) => code.length > 0 && code.length <= 64) ? found : undefined;
  },
  want: `up to ${CODES_MAX} codes with commas between`,
  schema: { type: 'string', examples: ['RKL,HOGSBY'] },
  description: 'Codes of organisations, with commas between.',
  otherwise: [],
};
const query = { codes };

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
