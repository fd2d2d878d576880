// POST /sign-out: ends this browser's session here, and where it came in through a provider, there too.
import { Address, Doorway } from '#libs/platform';
import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { endedSessionCookie, sessionOf } from '../access/cookies.js';
import { leftPage, sendPage } from '../access/sign-in-page.js';
import { Sessions } from '../access/sessions.js';
import { OidcSignIn } from '../oidc/oidc-sign-in.js';
import { refusedAsForeign } from './own-form.js';

@Controller('sign-out')
export class SignOutController {
  constructor(
    private readonly sessions: Sessions,
    private readonly oidc: OidcSignIn,
    private readonly address: Address,
  ) {}

  @Post()
  @HttpCode(303)
  @Doorway({ access: 'public', tag: 'sign-in', hidden: true, summary: 'Signs this browser out', form: true })
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (refusedAsForeign(request, reply)) return;
    const secure = this.address.isHttps;
    const token = sessionOf(request.headers.cookie, secure);
    const ended = token === undefined ? null : await this.sessions.end(token);
    const elsewhere = ended === null ? null : await this.oidc.leave(ended);
    reply.header('set-cookie', endedSessionCookie(secure));
    if (elsewhere) sendPage(reply, 200, leftPage(request.language, elsewhere.href));
    else reply.code(303).header('location', '/').send();
  }
}
