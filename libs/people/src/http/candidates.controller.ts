// GET /v1/plans/:id/candidates: whom a role in the plan could be given to, for whoever may give one. Names and organisations alone.
import { holdingsOf, partiesOf, type Plan } from '#libs/lifecycle';
import { AccessPolicy, mayDo, notPermitted, PlanReader, Plans } from '#libs/plans';
import { callerOf, cursor, Doorway, isUuid, limit, pageOf, readQuery, words, type Caller } from '#libs/platform';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Persons } from '../directory/persons.js';
import { notGoingOn } from './people-problems.js';

const query = {
  q: words('Words of the name; or a whole mail address, which finds its person in any organisation.'),
  cursor: cursor(isUuid),
  limit,
};

@Controller('v1/plans/:id/candidates')
export class CandidatesController {
  constructor(
    private readonly persons: Persons,
    private readonly plans: Plans,
    private readonly reader: PlanReader,
    private readonly policy: AccessPolicy,
  ) {}

  @Get()
  @Doorway({
    access: 'write',
    tag: 'plans',
    summary: 'Persons to whom a role in the plan could be given',
    description:
      'Those of the organisations that take part, and of your own; somebody from elsewhere is found by the whole mail address.',
    query,
    answers: { 200: 'CandidatePage' },
    problems: [403, 404],
  })
  async among(@Param('id') id: string, @Query() given: object, @Req() request: FastifyRequest) {
    const page = readQuery(query, given);
    const caller = callerOf(request);
    const { plan } = await this.reader.seen(id, caller);
    await this.refuseWithoutRight(plan, caller);
    if (page.cursor !== undefined && !(await this.persons.isListed(page.cursor))) throw notGoingOn(query.cursor);
    const organisations = organisationsOf(plan, caller);
    const found = await this.persons.among({ ...page, organisations, limit: page.limit + 1 });
    const { items, next } = pageOf(found, page.limit, (person) => person.id);
    return { items: items.map(({ id: person, name, organisation }) => ({ id: person, name, organisation })), next };
  }

  private async refuseWithoutRight(plan: Plan, caller: Caller): Promise<void> {
    const template = await this.reader.template(plan);
    const asked = this.policy.permission(caller, GIVE, { plan, template, now: this.plans.clock.now() });
    if (!mayDo(asked)) throw notPermitted(GIVE, asked.needed);
  }
}

const GIVE = 'assign-role';

function organisationsOf(plan: Plan, { who, person }: Caller): string[] {
  const own = [
    who.organisation,
    person?.organisation,
    ...(person?.posts ?? []).map(({ organisation }) => organisation),
  ];
  const shared = [...partiesOf(plan), ...holdingsOf(plan)].map(({ organisation }) => organisation);
  return [...new Set([...shared, ...own.filter((code) => code !== undefined)])];
}
