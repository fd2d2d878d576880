// GET /v1/audit: who did what, in which role and for whom: in plans, beside them, and what was refused.
import { asOf, callerOf, cursor, Doorway, limit, noteInAudit, pageOf, readQuery, uuid, words } from '#libs/platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { Readable } from 'node:stream';
import { isTrailId, readTrail } from '../records/trail.js';
import { trailCsv } from '../records/trail-csv.js';
import { refusePartial } from './records-problems.js';

const query = {
  who: words('The id of a person or a token.', 80),
  plan: uuid('What was done in this plan, or with it.'),
  from: { ...asOf, description: 'From this instant on.' },
  to: { ...asOf, description: 'Before this instant.' },
  kind: words(
    'The type of an event, such as meeting.held; a deed outside the plans, such as token.made; command.refused.',
    80,
  ),
  cursor: cursor(isTrailId),
  limit,
};

@Controller('v1/audit')
export class AuditController {
  constructor(private readonly pool: Pool) {}

  @Get()
  @Doorway({
    access: 'records',
    tag: 'records',
    summary: 'The audit trail, the oldest first',
    description:
      'Events of every plan, what was done outside the plans, and what was refused: who by id, role and organisation; no prose, no names. As text/csv all of it at once, in UTF-8 with a byte order mark and semicolons, as a Swedish Excel reads it; a cell that would be taken for a formula begins with an apostrophe.',
    query,
    answers: { 200: 'TrailPage' },
    alternatives: { 'text/csv': '' },
    problems: [403],
  })
  async trail(@Query() given: object, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const caller = callerOf(request);
    refusePartial(caller);
    const { cursor: after, limit: most, ...asked } = readQuery(query, given);
    if (!/text\/csv/i.test(request.headers.accept ?? '')) {
      const found = await readTrail(this.pool, { ...asked, cursor: after, limit: most + 1 });
      return pageOf(found, most, ({ id }) => id);
    }
    await noteInAudit(this.pool, { kind: 'audit-trail.exported', who: caller.who });
    reply.header('content-disposition', 'attachment; filename="audit.csv"').type('text/csv; charset=utf-8');
    return Readable.from(trailCsv(this.pool, asked, request.language));
  }
}
