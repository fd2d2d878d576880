// /v1/organisations: the organisations that plans name by their codes, listed and named.
import { cursor, Doorway, HTTP_PROBLEMS, isCode, limit, pageOf, Problem, readBody, readQuery } from '#libs/platform';
import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { Organisation } from '../directory/organisation.entity.js';
import { OrganisationBody } from './organisation.body.js';

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

  @Put(':code')
  @Doorway({
    access: 'administer',
    tag: 'people',
    summary: 'Name an organisation',
    description: 'New or known: the same request again changes nothing.',
    body: OrganisationBody,
    answers: { 200: 'Organisation' },
    problems: [404],
  })
  async name(@Param('code') code: string, @Body() given: unknown): Promise<Organisation> {
    if (!isCode(code)) throw notHere('PUT', code);
    const { name, kind = null } = readBody(OrganisationBody, given);
    const organisations = this.source.getRepository(Organisation);
    const known = await organisations.findOneBy({ code });
    await organisations.upsert({ code, name, kind, roles: known?.roles ?? [], source: known?.source ?? null }, [
      'code',
    ]);
    return organisations.findOneByOrFail({ code });
  }
}

function notHere(method: string, code: string): Problem {
  return new Problem(HTTP_PROBLEMS['not-found'], {
    params: { method, path: `/v1/organisations/${code.slice(0, 80)}` },
  });
}
