// GET /v1/plans/:id/archive: the plan as a package of files that can be read without Stegvis.
import { callerOf, Doorway, readQuery } from '#libs/platform';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PlanReader } from '../http/plan-reader.js';
import { asDownload } from '../attachments/media-type.js';
import { safeName } from './file-names.js';
import { PlanArchive } from './plan-archive.js';
import { zipOf } from './zip.js';

@Controller('v1/plans/:id/archive')
export class ArchiveController {
  constructor(
    private readonly reader: PlanReader,
    private readonly archive: PlanArchive,
  ) {}

  @Get()
  @Doorway({
    access: 'read',
    tag: 'plans',
    summary: 'The archive package of a plan, as a zip',
    description:
      'Versions, decisions, log, history and index as JSON and as HTML in the language of the plan, with its attachments and checksums.txt. Of a plan that is not closed it says so.',
    answers: { 200: '' },
    mediaType: 'application/zip',
    problems: [404],
  })
  async zip(
    @Param('id') id: string,
    @Query() query: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    readQuery({}, query);
    const caller = callerOf(request);
    const { plan } = await this.reader.seen(id, caller);
    const files = await this.archive.files(plan, (one) => this.reader.sights.of(one, caller));
    reply
      .header('content-disposition', asDownload(`${safeName(plan.title)}.zip`))
      .type('application/zip')
      .send(zipOf(files, plan.recordedAt));
  }
}
