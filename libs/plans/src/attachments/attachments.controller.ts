// /v1/plans/:id/attachments: files beside a plan or one of its records. The file comes first, then the event that names it.
import { callerOf, Doorway, Problem, readQuery, words, type Caller, type Parameter } from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { Readable } from 'node:stream';
import { etagOf, ifMatchOf, repeatKeyOf } from '../http/conditions.js';
import { PLAN_PROBLEMS } from '../http/plan-problems.js';
import { PlanReader, type SeenPlan } from '../http/plan-reader.js';
import { VerbDoor, type Accepted } from '../http/verb-door.js';
import { Plans } from '../plans.js';
import { Sight } from '../sight/sight.js';
import { attachmentsOf, type AttachmentView } from './attachment-view.js';
import { keepContent, partsOf, type Content } from './contents.js';
import { ATTACHMENT_BYTES_MAX } from './limits.js';
import { asDownload, mediaTypeOf } from './media-type.js';

const tag = 'attachments';

const name: Parameter<string> & { otherwise: string } = {
  ...words('The name of the file.', 255),
  otherwise: 'file',
};
const query = {
  name,
  record: words('The record that it belongs to, such as meeting-1; the whole plan when absent.', 80),
};

@Controller('v1/plans/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly pool: Pool,
    private readonly plans: Plans,
    private readonly reader: PlanReader,
    private readonly door: VerbDoor,
  ) {}

  @Post()
  @HttpCode(201)
  @Doorway({
    access: 'write',
    tag,
    summary: 'Attach a file to a plan or one of its records',
    description:
      'The body is the file itself, up to 20 MiB, and Content-Type what it is. Its name is kept as prose: the feed tells of its hash and size.',
    query,
    raw: true,
    bodyLimit: ATTACHMENT_BYTES_MAX,
    heeds: ['If-Match', 'Idempotency-Key'],
    gives: ['ETag', 'Location'],
    answers: { 201: 'Attachment' },
    problems: [404, 409, 412, 422],
  })
  async attach(
    @Param('id') id: string,
    @Query() given: object,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AttachmentView> {
    const what = readQuery(query, given);
    const mediaType = mediaTypeOf(request.raw.headers['content-type']);
    if (mediaType === null) throw new Problem(PLAN_PROBLEMS['not-a-media-type']);
    const bytes = request.body;
    if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw new Problem(PLAN_PROBLEMS['empty-attachment']);
    await this.reader.seen(id, callerOf(request));
    const accepted = await this.attached(id, { ...what, mediaType }, bytes, request);
    const { attachment } = (accepted.events[0] as { data: object }).data as { attachment: string };
    const plan = await this.reader.plan(id);
    const view = await this.one({ plan, sight: Sight.ofAll(plan) }, attachment);
    reply.headers({
      location: `/v1/plans/${view.plan}/attachments/${attachment}`,
      etag: etagOf(accepted.plan.version),
    });
    return view;
  }

  @Get()
  @Doorway({
    access: 'read',
    tag,
    summary: 'The attachments of a plan, struck ones too',
    answers: { 200: 'AttachmentPage' },
    problems: [404],
  })
  async list(@Param('id') id: string, @Query() given: object, @Req() request: FastifyRequest) {
    readQuery({}, given);
    return { items: await this.all(await this.reader.seen(id, callerOf(request))), next: null };
  }

  @Get(':attachment')
  @Doorway({ access: 'read', tag, summary: 'What an attachment is', answers: { 200: 'Attachment' }, problems: [404] })
  async about(
    @Param('id') id: string,
    @Param('attachment') attachment: string,
    @Query() given: object,
    @Req() request: FastifyRequest,
  ) {
    readQuery({}, given);
    return this.one(await this.reader.seen(id, callerOf(request)), attachment);
  }

  @Get(':attachment/content')
  @Doorway({
    access: 'read',
    tag,
    summary: 'The file itself',
    answers: { 200: '' },
    mediaType: 'application/octet-stream',
    heeds: ['If-None-Match'],
    gives: ['ETag'],
    problems: [404, 410],
  })
  async content(
    @Param('id') id: string,
    @Param('attachment') attachment: string,
    @Query() given: object,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    readQuery({}, given);
    const found = await this.one(await this.reader.seen(id, callerOf(request)), attachment);
    if (found.content === null) throw new Problem(PLAN_PROBLEMS['attachment-struck'], { params: { attachment } });
    const etag = `"${found.sha256}"`;
    reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (request.headers['if-none-match']?.includes(etag)) return void reply.code(304).send();
    reply
      .headers({ 'content-disposition': asDownload(found.name ?? attachment), 'content-length': found.bytes })
      .type(found.mediaType)
      .send(Readable.from(partsOf(this.pool, found)));
  }

  /** A content that was struck out elsewhere just after it was stored here is stored once more. */
  private async attached(id: string, what: object, bytes: Buffer, request: FastifyRequest): Promise<Accepted> {
    const send = async () =>
      this.say(id, { ...what, ...(await keepContent(this.pool, bytes)) }, callerOf(request), request);
    return send().catch((error: unknown) => {
      if (error instanceof Problem && error.kind === PLAN_PROBLEMS['unknown-content']) return send();
      throw error;
    });
  }

  private say(plan: string, body: Content, caller: Caller, { headers }: FastifyRequest): Promise<Accepted> {
    const key = repeatKeyOf(headers['idempotency-key']);
    return this.door.pass({ plan, verb: 'attach', body, caller, ifMatch: ifMatchOf(headers['if-match']), key });
  }

  private async all({ plan, sight }: SeenPlan): Promise<AttachmentView[]> {
    return attachmentsOf(this.pool, sight.plan(plan), sight.texts(await this.plans.texts(plan.id)));
  }

  private async one(plan: SeenPlan, key: string): Promise<AttachmentView> {
    const found = (await this.all(plan)).find(({ attachment }) => attachment === key);
    if (!found) throw new Problem(PLAN_PROBLEMS['unknown-attachment'], { params: { attachment: key.slice(0, 80) } });
    return found;
  }
}
