// /sign-in: a person asks for a link by mail; /sign-in/:code: a browser signs in once by its link.
import { Address, Doorway, isMailAddress } from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AskingLimit } from '../access/asking-limit.js';
import { askedCookie, askedOf, sessionCookie, sessionOf } from '../access/cookies.js';
import { FailedSignIns } from '../access/failed-sign-ins.js';
import { localPath } from '../access/local-path.js';
import { MailedLinks, newMark } from '../access/mailed-links.js';
import { Sessions } from '../access/sessions.js';
import {
  askedPage,
  askPage,
  latePage,
  otherBrowserPage,
  sendPage,
  signInPage,
  usedLinkPage,
} from '../access/sign-in-page.js';
import { OidcSignIn } from '../oidc/oidc-sign-in.js';
import { fieldOf, refusedAsForeign } from './own-form.js';

const common = { access: 'public', tag: 'sign-in', hidden: true } as const;

@Controller('sign-in')
export class SignInController {
  constructor(
    private readonly sessions: Sessions,
    private readonly links: MailedLinks,
    private readonly limit: AskingLimit,
    private readonly failed: FailedSignIns,
    private readonly oidc: OidcSignIn,
    private readonly address: Address,
  ) {}

  @Get()
  @Doorway({ ...common, summary: 'A page that asks for a mail address' })
  ask(@Query() query: Record<string, unknown>, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.sendAskPage(request, reply, 200, localPath(query['next']));
  }

  @Post()
  @HttpCode(200)
  @Doorway({ ...common, summary: 'Mails a link to whoever is known by the address', form: true })
  async asked(@Body() form: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (refusedAsForeign(request, reply)) return;
    const next = localPath(fieldOf(form, 'next'));
    const address = fieldOf(form, 'address').trim();
    if (!isMailAddress(address)) return this.sendAskPage(request, reply, 400, next, true);
    const wait = this.limit.take(address, request.ip);
    if (wait > 0) return tooOften(request, reply, wait);
    const person = await this.links.find(address);
    const mark = newMark();
    reply.header('set-cookie', askedCookie(mark, this.address.isHttps));
    sendPage(reply, 200, askedPage(request.language, this.links.isSending));
    if (person) this.links.sendSoon(person, { mark, next });
  }

  @Get(':code')
  @Doorway({ ...common, summary: 'A page with one button' })
  async show(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const state = await this.sessions.look(code, askedOf(request.headers.cookie, this.address.isHttps));
    if (state !== 'open') return closed(request, reply, state);
    sendPage(reply, 200, signInPage(request.language));
  }

  @Post(':code')
  @HttpCode(303)
  @Doorway({ ...common, summary: 'Signs this browser in', form: true })
  async signIn(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (refusedAsForeign(request, reply)) return;
    const { cookie } = request.headers;
    const mark = askedOf(cookie, this.address.isHttps);
    const signedIn = await this.sessions.signIn(code, mark);
    if (!signedIn) {
      this.failed.count('link');
      const state = await this.sessions.look(code, mark);
      return closed(request, reply, state === 'open' ? 'gone' : state);
    }
    const before = sessionOf(cookie, this.address.isHttps);
    if (before !== undefined) await this.sessions.end(before);
    const askedBefore = mark === undefined ? [] : [askedCookie('', this.address.isHttps)];
    const cookies = [sessionCookie(signedIn.token, this.address.isHttps), ...askedBefore];
    reply.code(303).header('set-cookie', cookies).header('location', signedIn.next).send();
  }

  private sendAskPage(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    next: string | undefined,
    isWrong = false,
  ): void {
    sendPage(reply, status, askPage(request.language, { next, ways: this.oidc.providers, isWrong }));
  }
}

function closed({ language }: FastifyRequest, reply: FastifyReply, state: 'gone' | 'other-browser'): void {
  if (state === 'gone') sendPage(reply, 410, usedLinkPage(language));
  else sendPage(reply, 403, otherBrowserPage(language));
}

function tooOften(request: FastifyRequest, reply: FastifyReply, seconds: number): void {
  reply.header('retry-after', String(seconds));
  sendPage(reply, 429, latePage(request.language, seconds));
}
