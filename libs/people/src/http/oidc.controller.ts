// /sign-in/oidc/:key: out to an OpenID provider and back, and the provider's word that somebody has signed out there.
import { Address, Doorway, HTTP_PROBLEMS, Problem } from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FailedSignIns } from '../access/failed-sign-ins.js';
import { sessionCookie } from '../access/cookies.js';
import { sendPage } from '../access/sign-in-page.js';
import { flowCookie, flowOf } from '../oidc/flows.js';
import { OidcSignIn, type SignedIn } from '../oidc/oidc-sign-in.js';
import { goingPage, hinderedPage, signedInPage, type Hindrance } from '../oidc/oidc-pages.js';
import { ProviderTrouble } from '../oidc/provider-client.js';
import { refusedAsForeign } from './own-form.js';

const STATUSES: Record<Hindrance, number> = { stale: 410, unknown: 403, unverified: 403, trouble: 502 };
const common = { access: 'public', tag: 'sign-in', hidden: true } as const;

@Controller('sign-in/oidc')
export class OidcController {
  constructor(
    private readonly oidc: OidcSignIn,
    private readonly failed: FailedSignIns,
    private readonly address: Address,
  ) {}

  @Post(':key')
  @HttpCode(200)
  @Doorway({ ...common, summary: 'Goes to the provider', form: true })
  async setOut(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (refusedAsForeign(request, reply)) return;
    try {
      const gone = await this.oidc.setOut(key);
      if (!gone) throw notHere('POST', `/sign-in/oidc/${key}`);
      reply.header('set-cookie', flowCookie(gone.secret, this.address.isHttps));
      sendPage(reply, 200, goingPage(request.language, gone.url.href));
    } catch (error) {
      hindered(error, request, reply);
    }
  }

  @Get(':key/callback')
  @Doorway({ ...common, summary: 'Comes back from the provider' })
  async comeBack(@Param('key') key: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const query = new URL(request.url, this.address.url).search;
      const came = await this.oidc.comeBack(key, flowOf(request.headers.cookie, this.address.isHttps), query);
      if (!came) throw notHere('GET', `/sign-in/oidc/${key}/callback`);
      this.welcome(came, request, reply);
    } catch (error) {
      hindered(error, request, reply);
    }
  }

  @Post(':key/back-channel-logout')
  @HttpCode(200)
  @Doorway({ ...common, summary: 'The provider tells that somebody has signed out', form: true })
  async ended(@Param('key') key: string, @Body() given: unknown, @Res() reply: FastifyReply): Promise<void> {
    const token = (given as { logout_token?: unknown } | undefined)?.logout_token;
    try {
      const ended = await this.oidc.ended(key, typeof token === 'string' ? token : '');
      if (ended === null) throw notHere('POST', `/sign-in/oidc/${key}/back-channel-logout`);
      reply.code(200).header('cache-control', 'no-store').send();
    } catch (error) {
      if (!(error instanceof ProviderTrouble)) throw error;
      reply.code(400).header('cache-control', 'no-store').send({ error: 'invalid_request' });
    }
  }

  private welcome(came: SignedIn, request: FastifyRequest, reply: FastifyReply): void {
    if ('refused' in came) {
      this.failed.count('provider');
      return sendPage(reply, STATUSES[came.refused], hinderedPage(request.language, came.refused));
    }
    reply.header('set-cookie', sessionCookie(came.session, this.address.isHttps));
    sendPage(reply, 200, signedInPage(request.language));
  }
}

function hindered(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (!(error instanceof ProviderTrouble)) throw error;
  request.log.warn({ trouble: error.message }, 'an OpenID provider is in trouble');
  sendPage(reply, STATUSES.trouble, hinderedPage(request.language, 'trouble'));
}

function notHere(method: string, path: string): Problem {
  return new Problem(HTTP_PROBLEMS['not-found'], { params: { method, path: path.slice(0, 120) } });
}
