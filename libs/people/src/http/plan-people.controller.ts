// /v1/plans/:id/people, /dependency and /hand-overs/:holding: who holds what in a plan, how much it hangs on single people, and
// what goes over when somebody leaves. For those who may see who works in the plan.
import { dayOf, dependencyOf, handOverPack, holdingsOf, type Plan, type PlanEvent } from '#libs/lifecycle';
import { PlanReader, Plans, type SeenPlan } from '#libs/plans';
import { callerOf, Doorway, flag, Problem, readQuery, type Caller } from '#libs/platform';
import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { dependencyView, personsOf } from '../directory/dependency-view.js';
import { packView, personsInPack } from '../directory/hand-over-view.js';
import { Names } from '../directory/names.js';
import { holdingsToTell, holdingView, personsIn, type Telling } from '../directory/people-of-plan.js';
import { Persons } from '../directory/persons.js';
import { PEOPLE_PROBLEMS } from './people-problems.js';

const peopleQuery = { all: flag('With true: also what nobody holds any more.') };
const common = { access: 'read', tag: 'plans' } as const;

/** How many events are read at once. */
const HISTORY_PAGE = 1_000;

@Controller('v1/plans/:id')
export class PlanPeopleController {
  constructor(
    private readonly plans: Plans,
    private readonly reader: PlanReader,
    private readonly persons: Persons,
  ) {}

  @Get('people')
  @Doorway({
    ...common,
    problems: [403, 404],
    summary: 'Who holds which role in a plan, for how long, and who stands in',
    query: peopleQuery,
    answers: { 200: 'PlanPeople' },
  })
  async people(@Param('id') id: string, @Query() given: object, @Req() request: FastifyRequest) {
    const { all = false } = readQuery(peopleQuery, given);
    const seen = await this.open(id, callerOf(request));
    const holdings = holdingsToTell(seen.plan, this.today(), all);
    const telling = await this.telling(seen, request, personsIn(holdings));
    return { items: holdings.map((holding) => holdingView(holding, telling)), next: null };
  }

  @Get('dependency')
  @Doorway({
    ...common,
    problems: [403, 404],
    summary: 'How much a plan hangs on single people',
    description:
      'Roles with one holder and no deputy, roles that end within 90 days and that nobody has after that, required roles that nobody has, the end of the mandate, the next elections, and what is to be anchored anew after a change of leadership.',
    answers: { 200: 'PlanDependency' },
  })
  async dependency(@Param('id') id: string, @Query() given: object, @Req() request: FastifyRequest) {
    readQuery({}, given);
    const seen = await this.open(id, callerOf(request));
    const found = dependencyOf(seen.plan, await this.reader.template(seen.plan), this.today());
    return dependencyView(seen.plan, found, await this.telling(seen, request, personsOf(found)));
  }

  @Get('hand-overs/:holding')
  @Doorway({
    ...common,
    problems: [403, 404],
    summary: 'What goes over with a role: duties, decisions, contacts, and why things are as they are',
    answers: { 200: 'HandOverPack' },
  })
  async handOver(
    @Param('id') id: string,
    @Param('holding') key: string,
    @Query() given: object,
    @Req() request: FastifyRequest,
  ) {
    readQuery({}, given);
    const seen = await this.open(id, callerOf(request));
    const plan = seen.sight.nameless(seen.plan);
    const holding = holdingsOf(plan).find((one) => one.key === key);
    if (!holding) throw new Problem(PEOPLE_PROBLEMS['unknown-holding'], { params: { holding: key.slice(0, 80) } });
    const [template, history] = await Promise.all([this.reader.template(plan), this.history(seen)]);
    const pack = handOverPack(plan, template, holding, this.plans.clock.now(), history);
    return packView(plan, pack, await this.telling(seen, request, personsInPack(pack)));
  }

  /** @throws Problem when the plan is not there for the caller, or it is not shown who works in it. */
  private async open(id: string, caller: Caller): Promise<SeenPlan> {
    const seen = await this.reader.seen(id, caller);
    if (!seen.sight.records('roles')) throw new Problem(PEOPLE_PROBLEMS['persons-not-shown']);
    return seen;
  }

  private async telling(seen: SeenPlan, request: FastifyRequest, ids: (string | undefined)[]): Promise<Telling> {
    const { plan, sight } = seen;
    const [template, names, texts] = await Promise.all([
      this.reader.template(plan),
      Names.of(this.persons, ids),
      this.plans.texts(plan.id),
    ]);
    return { template, names, language: request.language, texts: sight.texts(texts), day: this.today() };
  }

  /** The plan's own events that its reader sees. */
  private async history({ plan, sight }: { plan: Plan; sight: SeenPlan['sight'] }): Promise<PlanEvent[]> {
    const sights = new Map([[plan.id, sight]]);
    const show = (events: PlanEvent[]) => this.reader.sights.shown(events, sights);
    const found: PlanEvent[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await this.plans.history(plan.id, { limit: HISTORY_PAGE, show, ...(cursor ? { cursor } : {}) });
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  }

  private today() {
    return dayOf(this.plans.clock.now());
  }
}
