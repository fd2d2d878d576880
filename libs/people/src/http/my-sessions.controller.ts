// /v1/me/sessions: where I am signed in, and out with one of these or all of them.
import { Address, callerOf, Doorway, HTTP_PROBLEMS, isUuid, Problem, type Caller } from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { sessionOf } from '../access/cookies.js';
import { hashOf } from '../access/secrets.js';
import { Sessions } from '../access/sessions.js';

const common = { access: 'signed-in', tag: 'people' } as const;

@Controller('v1/me/sessions')
export class MySessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly address: Address,
  ) {}

  @Get()
  @Doorway({
    ...common,
    summary: 'Where I am signed in, the newest first',
    description:
      'A session ends twelve hours after it began, and two hours after its last request. An operator sees those of all operators; a program has none.',
    answers: { 200: 'SessionPage' },
  })
  async list(@Req() request: FastifyRequest) {
    const owner = ownerOf(callerOf(request));
    const token = sessionOf(request.headers.cookie, this.address.isHttps);
    const current = token === undefined ? undefined : hashOf(token);
    const rows = owner === undefined ? [] : await this.sessions.of(owner);
    const items = rows.map(({ id, createdAt, lastUsedAt, expiresAt, hash }) => {
      return { id, createdAt, lastUsedAt, expiresAt, current: hash === current };
    });
    return { items, next: null };
  }

  @Post('revoke-all')
  @HttpCode(200)
  @Doorway({ ...common, summary: 'Sign out everywhere', answers: { 200: 'SessionsRevoked' } })
  async endAll(@Req() request: FastifyRequest) {
    const owner = ownerOf(callerOf(request));
    return { revoked: owner === undefined ? 0 : await this.sessions.endOf(owner) };
  }

  @Post(':session/revoke')
  @HttpCode(200)
  @Doorway({ ...common, summary: 'Sign out in one place', answers: { 200: 'SessionsRevoked' }, problems: [404] })
  async end(@Param('session') id: string, @Req() request: FastifyRequest) {
    const owner = ownerOf(callerOf(request));
    const revoked = owner === undefined || !isUuid(id) ? 0 : await this.sessions.endOf(owner, id);
    if (revoked > 0) return { revoked };
    const path = `/v1/me/sessions/${id}/revoke`.slice(0, 200);
    throw new Problem(HTTP_PROBLEMS['not-found'], { params: { method: 'POST', path } });
  }
}

/** Whose sessions: a person's, the operators' (null), or nobody's, for a program. */
export function ownerOf({ person, session, scopes }: Caller): string | null | undefined {
  if (person) return person.id;
  return session || scopes.includes('administer') ? null : undefined;
}
