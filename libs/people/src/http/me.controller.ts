// GET /v1/me: who the token says I am, and what it lets me do.
import { callerOf, Doorway } from '#libs/platform';
import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

@Controller('v1/me')
export class MeController {
  @Get()
  @Doorway({ access: 'signed-in', tag: 'people', summary: 'Who I am and what I may do', answers: { 200: 'Me' } })
  me(@Req() request: FastifyRequest) {
    const { who, scopes, name } = callerOf(request);
    return { id: who.id, name, role: who.role ?? null, organisation: who.organisation ?? null, scopes };
  }
}
