// GET /v1/dependency: how much the plans that the asker sees hang on single people, and for whoever keeps the directory, the
// programmes and the installation too.
import { daysBetween, dayOf, dependencyOf, isEnded, nextElection, type Dependency, type Plan } from '#libs/lifecycle';
import { isBoardCursor, PlanReader, Plans } from '#libs/plans';
import { callerOf, cursor, Doorway, limit, readQuery, type Caller, type Language } from '#libs/platform';
import { Controller, Get, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dependencyView, isTelling, personsOf } from '../directory/dependency-view.js';
import { Names } from '../directory/names.js';
import { Persons } from '../directory/persons.js';
import { Posts } from '../directory/posts.js';
import { postsDependencyView } from '../directory/posts-dependency-view.js';

const query = { limit, cursor: cursor(isBoardCursor) };

/** How many plans are read at once. */
const AT_ONCE = 25;

interface Found {
  plan: Plan;
  dependency: Dependency;
}

@Controller('v1/dependency')
export class DependencyController {
  constructor(
    private readonly plans: Plans,
    private readonly reader: PlanReader,
    private readonly persons: Persons,
    private readonly posts: Posts,
  ) {}

  @Get()
  @Doorway({
    access: 'read',
    tag: 'people',
    summary: 'How much the work hangs on single people, over all plans that you see',
    description:
      'The plans that go on and in which something is to be seen to, the newest first: a page looks at `limit` plans and tells of some of them. Those who administer are told of the posts outside the plans as well.',
    query,
    answers: { 200: 'DependencyPage' },
  })
  async all(@Query() given: object, @Req() request: FastifyRequest) {
    const page = readQuery(query, given);
    const caller = callerOf(request);
    const board = await this.plans.board({ ...page, reach: this.reader.sights.reach(caller) });
    const ids = board.items.filter((row) => !isEnded(row)).map(({ id }) => id);
    const day = dayOf(this.plans.clock.now());
    const election = nextElection(day);
    return {
      items: await this.told(ids, caller, request.language),
      next: board.next,
      election: { on: election, days: daysBetween(day, election) },
      ...(caller.scopes.includes('administer') ? { posts: await this.outside(request.language) } : {}),
    };
  }

  private async told(ids: string[], caller: Caller, language: Language) {
    const found: Found[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE)
      found.push(...(await this.among(ids.slice(from, from + AT_ONCE), caller)));
    const names = await Names.of(
      this.persons,
      found.flatMap(({ dependency }) => personsOf(dependency)),
    );
    const views = found.map(async ({ plan, dependency }) =>
      dependencyView(plan, dependency, { template: await this.plans.templateOf(plan), language, names }),
    );
    return Promise.all(views);
  }

  /** Of these plans, those whose people the caller may see and that have something to see to. */
  private async among(ids: string[], caller: Caller): Promise<Found[]> {
    const read = await Promise.all(ids.map((id) => this.plans.one(id)));
    const plans = read.filter((plan) => plan !== null);
    const sights = await this.reader.sights.among(plans, caller);
    const day = dayOf(this.plans.clock.now());
    const shown = plans.filter(({ id }) => sights.get(id)?.records('roles'));
    const found = shown.map(async (plan) => ({
      plan,
      dependency: dependencyOf(plan, await this.plans.templateOf(plan), day),
    }));
    return (await Promise.all(found)).filter(({ dependency }) => isTelling(dependency));
  }

  private async outside(language: Language) {
    const found = await this.posts.dependency();
    const names = await Names.of(
      this.persons,
      [...found.alone, ...found.ending].map(({ person }) => person),
    );
    return postsDependencyView(found, names, language);
  }
}
