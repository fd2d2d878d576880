// /sessions: where I am signed in, as a page.
import { Address, callerOf, Doorway, isUuid } from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { endedSessionCookie, sessionOf } from '../access/cookies.js';
import { hashOf } from '../access/secrets.js';
import { sessionsPage } from '../access/sessions-page.js';
import { Sessions } from '../access/sessions.js';
import { sendPage } from '../access/sign-in-page.js';
import { ownerOf } from './my-sessions.controller.js';

const common = { access: 'signed-in', tag: 'people', hidden: true } as const;

@Controller('sessions')
export class SessionsPageController {
  constructor(
    private readonly sessions: Sessions,
    private readonly address: Address,
  ) {}

  @Get()
  @Doorway({ ...common, summary: 'Where I am signed in' })
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const owner = ownerOf(callerOf(request));
    const token = sessionOf(request.headers.cookie, this.address.isHttps);
    const rows = owner === undefined ? [] : await this.sessions.of(owner);
    sendPage(reply, 200, sessionsPage(request.language, rows, token === undefined ? undefined : hashOf(token)));
  }

  @Post()
  @HttpCode(303)
  @Doorway({ ...common, summary: 'Sign out everywhere', form: true })
  async endAll(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const owner = ownerOf(callerOf(request));
    if (owner !== undefined) await this.sessions.endOf(owner);
    reply.code(303).header('set-cookie', endedSessionCookie(this.address.isHttps)).header('location', '/').send();
  }

  @Post(':session')
  @HttpCode(303)
  @Doorway({ ...common, summary: 'Sign out in one place', form: true })
  async end(@Param('session') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const owner = ownerOf(callerOf(request));
    if (owner !== undefined && isUuid(id)) await this.sessions.endOf(owner, id);
    reply.code(303).header('location', '/sessions').send();
  }
}
