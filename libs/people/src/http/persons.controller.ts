// /v1/persons: the directory of persons, for those who keep it.
import { callerOf, cursor, Doorway, isUuid, limit, pageOf, readBody, readQuery, words } from '#libs/platform';
import { Controller, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Tokens } from '../access/tokens.js';
import type { Person } from '../directory/person.entity.js';
import { Persons } from '../directory/persons.js';
import { notGoingOn, personProblem } from './people-problems.js';
import { PersonBody, toldIn } from './person.bodies.js';

const query = {
  q: words('Words of the name or the address.'),
  organisation: words('The code of the organisation that they come from.', 64),
  cursor: cursor(isUuid),
  limit,
};
const common = { access: 'administer', tag: 'people' } as const;

@Controller('v1/persons')
export class PersonsController {
  constructor(
    private readonly persons: Persons,
    private readonly tokens: Tokens,
  ) {}

  @Get()
  @Doorway({ ...common, summary: 'Persons by name', query, answers: { 200: 'PersonPage' } })
  async list(@Query() given: object) {
    const page = readQuery(query, given);
    if (page.cursor !== undefined && !(await this.persons.isListed(page.cursor))) throw notGoingOn(query.cursor);
    const found = await this.persons.list({ ...page, limit: page.limit + 1 });
    return pageOf(found, page.limit, ({ id }) => id);
  }

  @Post()
  @HttpCode(201)
  @Doorway({
    ...common,
    summary: 'Add a person',
    body: PersonBody,
    answers: { 201: 'Person' },
    gives: ['Location'],
    problems: [404, 409],
  })
  async add(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<Person> {
    const person = await this.persons.add(toldIn(readBody(PersonBody, request.body)), callerOf(request).who);
    if (typeof person === 'string') throw personProblem(person);
    reply.header('location', `/v1/persons/${person.id}`);
    return person;
  }

  @Get(':id')
  @Doorway({ ...common, summary: 'One person', answers: { 200: 'Person' }, problems: [404] })
  async one(@Param('id') id: string, @Query() given: object): Promise<Person> {
    readQuery({}, given);
    const person = isUuid(id) ? await this.persons.find(id.toLowerCase()) : null;
    if (!person) throw personProblem('unknown-person', id);
    return person;
  }

  @Put(':id')
  @Doorway({
    ...common,
    summary: 'Say anew who a person is',
    description: 'All of it: what is left out is cleared. The same request again changes nothing.',
    body: PersonBody,
    answers: { 200: 'Person' },
    problems: [404, 409],
  })
  async change(@Param('id') id: string, @Req() request: FastifyRequest): Promise<Person> {
    if (!isUuid(id)) throw personProblem('unknown-person', id);
    const told = toldIn(readBody(PersonBody, request.body));
    const person = await this.persons.change(id.toLowerCase(), told, callerOf(request).who);
    if (typeof person === 'string') throw personProblem(person, id);
    this.tokens.forget();
    return person;
  }
}
