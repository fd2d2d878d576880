// /outbox: the mails as pages, for whoever runs this installation.
import { Doorway, isUuid, pageOf, PostOffice } from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mailPage, noMailPage, outboxPage } from '../access/outbox-page.js';
import { sendPage } from '../access/sign-in-page.js';

const common = { access: 'administer', tag: 'people', hidden: true } as const;
const PAGE = 50;

@Controller('outbox')
export class OutboxController {
  constructor(private readonly office: PostOffice) {}

  @Get()
  @Doorway({ ...common, summary: 'The mails, the newest first' })
  async list(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const { cursor } = query;
    const after = typeof cursor === 'string' && isUuid(cursor) ? cursor : undefined;
    const { items, next } = pageOf(await this.office.list(PAGE + 1, after), PAGE, ({ id }) => id);
    sendPage(reply, 200, outboxPage(request.language, items, next, this.office.isSending));
  }

  @Get(':mail')
  @Doorway({ ...common, summary: 'One mail' })
  async one(@Param('mail') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const mail = isUuid(id) ? await this.office.one(id) : undefined;
    if (mail) sendPage(reply, 200, mailPage(request.language, mail, this.office.isSending));
    else sendPage(reply, 404, noMailPage(request.language));
  }

  @Post(':mail')
  @HttpCode(303)
  @Doorway({ ...common, summary: 'Send it again', form: true })
  async again(@Param('mail') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isUuid(id)) return sendPage(reply, 404, noMailPage(request.language));
    await this.office.sendAgain(id);
    reply.code(303).header('location', `/outbox/${id}`).send();
  }
}
