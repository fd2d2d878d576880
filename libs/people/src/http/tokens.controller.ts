// /v1/tokens: tokens for programs, made, listed without their secrets, and revoked.
import {
  callerOf,
  DatabaseClock,
  Doorway,
  HTTP_PROBLEMS,
  invalidBody,
  isUuid,
  Problem,
  problemKinds,
  readBody,
  type Caller,
} from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Token } from '../access/token.entity.js';
import { Tokens } from '../access/tokens.js';
import { TokenBody } from './token.body.js';

const TOKEN_PROBLEMS = problemKinds({
  'beyond-own-rights': {
    status: 403,
    title: { sv: 'Du kan inte ge mer än du har', en: 'You cannot give more than you have' },
    detail: {
      sv: 'En nyckel får inte öppna det som du själv inte kommer åt: {what}.',
      en: 'A token may not open what you cannot reach yourself: {what}.',
    },
  },
});

const common = { access: 'administer', tag: 'people' } as const;

@Controller('v1/tokens')
export class TokensController {
  constructor(
    private readonly tokens: Tokens,
    private readonly clock: DatabaseClock,
  ) {}

  @Get()
  @Doorway({
    ...common,
    summary: 'Every token of a program, the oldest first, without its secret',
    answers: { 200: 'TokenPage' },
  })
  async list() {
    return { items: (await this.tokens.list()).map(told), next: null };
  }

  @Post()
  @Doorway({
    ...common,
    heedsProgrammes: true,
    summary: 'Make a token for a program; it is shown this once',
    body: TokenBody,
    answers: { 201: 'MadeToken' },
  })
  async make(@Body() given: unknown, @Req() request: FastifyRequest) {
    const { expiresAt, ...wanted } = readBody(TokenBody, given);
    const ends = expiresAt === undefined ? {} : { expiresAt: new Date(expiresAt) };
    if (ends.expiresAt && ends.expiresAt <= new Date(this.clock.now()))
      throw invalidBody([{ pointer: '/expiresAt', code: 'not-ahead' }]);
    const caller = callerOf(request);
    refuseBeyond(caller, wanted);
    // Whoever is let in to some programmes alone lets nobody in to others.
    const programmes = wanted.programmes ?? caller.programmes;
    const bound = programmes ? { programmes } : {};
    const { id, token } = await this.tokens.make({ ...wanted, ...ends, ...bound }, 'token', caller.who);
    return { ...told((await this.tokens.one(id)) as Token), token };
  }

  @Post(':token/revoke')
  @HttpCode(200)
  @Doorway({
    ...common,
    summary: 'Close a token for good',
    description: 'Here at once; in other processes within two seconds. Again changes nothing.',
    answers: { 200: 'Token' },
    problems: [404],
  })
  async revoke(@Param('token') id: string, @Req() request: FastifyRequest) {
    const known = isUuid(id) ? await this.tokens.one(id) : null;
    if (!known) {
      const path = `/v1/tokens/${id}/revoke`.slice(0, 200);
      throw new Problem(HTTP_PROBLEMS['not-found'], { params: { method: 'POST', path } });
    }
    await this.tokens.revoke(id, callerOf(request).who);
    return told((await this.tokens.one(id)) as Token);
  }
}

/** @throws Problem */
function refuseBeyond(caller: Caller, { scopes = ['read', 'write'], programmes = [] }: TokenBody): void {
  const within = caller.programmes;
  const beyond = [
    ...scopes.filter((scope) => !caller.scopes.includes(scope)),
    ...programmes.filter((code) => within && !within.includes(code)),
  ];
  if (beyond.length > 0)
    throw new Problem(TOKEN_PROBLEMS['beyond-own-rights'], { params: { what: beyond.join(', ') } });
}

function told({ hash: _hash, kind: _kind, madeBy: _by, ...token }: Token) {
  return token;
}
