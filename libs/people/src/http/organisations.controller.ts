// /v1/organisations: the organisations that plans name by their codes, listed and named.
import {
  callerOf,
  cursor,
  Doorway,
  HTTP_PROBLEMS,
  isCode,
  limit,
  noteInAudit,
  pageOf,
  Problem,
  readBody,
  readQuery,
} from '#libs/platform';
import { Controller, Get, Param, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
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
  async name(@Param('code') code: string, @Req() request: FastifyRequest): Promise<Organisation> {
    if (!isCode(code)) throw notHere('PUT', code);
    const { name, kind = null } = readBody(OrganisationBody, request.body);
    return this.source.transaction(async (manager) => {
      const known = await manager.findOneBy(Organisation, { code });
      if (known && known.name === name && known.kind === kind) return known;
      const { roles = [], source = null } = known ?? {};
      await manager.upsert(Organisation, { code, name, kind, roles, source }, ['code']);
      await noteInAudit(manager, {
        kind: 'organisation.named',
        who: callerOf(request).who,
        about: { organisation: code, kind },
      });
      return { code, name, kind, roles, source };
    });
  }
}

function notHere(method: string, code: string): Problem {
  return new Problem(HTTP_PROBLEMS['not-found'], {
    params: { method, path: `/v1/organisations/${code.slice(0, 80)}` },
  });
}
