// GET and POST /sign-in/:code: a browser signs in once by the link that the start prints.
import { Address, Doorway } from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendPage, signInPage, usedLinkPage } from '../access/sign-in-page.js';
import { sessionCookie, Sessions } from '../access/sessions.js';

const common = { access: 'public', tag: 'sign-in', hidden: true } as const;

@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly address: Address,
  ) {}

  @Get(':code')
  @Doorway({ ...common, summary: 'A page with one button' })
  show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendPage(reply, 200, signInPage(request.language));
  }

  @Post(':code')
  @HttpCode(303)
  @Doorway({ ...common, summary: 'Signs this browser in', form: true })
  async signIn(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = await this.sessions.signIn(code);
    if (token === null) return sendPage(reply, 410, usedLinkPage(request.language));
    const secure = this.address.url.startsWith('https:');
    reply.code(303).header('set-cookie', sessionCookie(token, secure)).header('location', '/').send();
  }
}
