// /v1/me: who the token says I am, and what it lets me do; a person says here how to be called and reached.
import { callerOf, Doorway, Problem, readBody, type Caller } from '#libs/platform';
import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Tokens } from '../access/tokens.js';
import type { Person } from '../directory/person.entity.js';
import { Persons } from '../directory/persons.js';
import { PEOPLE_PROBLEMS, personProblem } from './people-problems.js';
import { MyselfBody, toldOfMyself } from './person.bodies.js';

const common = { access: 'signed-in', tag: 'people', answers: { 200: 'Me' } } as const;

@Controller('v1/me')
export class MeController {
  constructor(
    private readonly persons: Persons,
    private readonly tokens: Tokens,
  ) {}

  @Get()
  @Doorway({ ...common, summary: 'Who I am and what I may do' })
  async me(@Req() request: FastifyRequest) {
    const caller = callerOf(request);
    return told(caller, caller.person ? await this.persons.find(caller.person.id) : null);
  }

  @Put()
  @Doorway({
    ...common,
    summary: 'Say anew how I am called and reached, and in which language',
    description: 'All of it: what is left out is cleared. The organisation is for those who keep the directory to say.',
    body: MyselfBody,
    problems: [403, 409],
  })
  async change(@Body() given: unknown, @Req() request: FastifyRequest) {
    const caller = callerOf(request);
    const body = readBody(MyselfBody, given);
    const { person: asking } = caller;
    if (!asking) throw new Problem(PEOPLE_PROBLEMS['not-a-person']);
    const person = await this.persons.change(asking.id, toldOfMyself(body), caller.who);
    if (typeof person === 'string') throw personProblem(person, asking.id);
    this.tokens.forget();
    return told({ ...caller, name: person.name ?? caller.name }, person);
  }
}

function told({ who, scopes, name, person: asking }: Caller, person: Person | null) {
  const { id, role = null, organisation = null } = who;
  const mine = asking && person && { address: person.address, language: person.language, posts: asking.posts };
  return { id, name, role, organisation, scopes, ...(mine ? { person: mine } : {}) };
}
