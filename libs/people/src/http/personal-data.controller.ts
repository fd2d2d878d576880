// /v1/persons/:id/data, /v1/me/data and /v1/persons/:id/erase: all that is held about one person, and how it goes.
import {
  callerOf,
  DatabaseClock,
  Doorway,
  flag,
  isUuid,
  Maybe,
  noteInAudit,
  OneOf,
  Problem,
  Prose,
  readBody,
  readQuery,
  type Caller,
  type Language,
} from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { Tokens } from '../access/tokens.js';
import { Persons } from '../directory/persons.js';
import { Erasures } from '../records/erasures.js';
import { personalData } from '../records/personal-data.js';
import { SECTION_WORDS } from '../records/personal-data-words.js';
import { erasureView, refusedErasure } from './erasure-view.js';
import { PEOPLE_PROBLEMS, personProblem } from './people-problems.js';
import { refusePartial } from './records-problems.js';

export class EraseBody {
  /** Why, without the name. */
  @Prose(2000) reason: string;
  /** What becomes of the texts that the person wrote: they stay unless they are struck out. */
  @Maybe() @OneOf(['keep', 'strike']) prose?: 'keep' | 'strike';
}

const eraseQuery = { dryRun: flag('With true: what would go, what would stay and why, and what stands in the way.') };
const common = { access: 'records', tag: 'records' } as const;

@Controller('v1')
export class PersonalDataController {
  constructor(
    private readonly persons: Persons,
    private readonly tokens: Tokens,
    private readonly erasures: Erasures,
    private readonly pool: Pool,
    private readonly clock: DatabaseClock,
  ) {}

  @Get('me/data')
  @Doorway({
    access: 'signed-in',
    tag: 'people',
    summary: 'All that is held about me',
    answers: { 200: 'PersonalData' },
    problems: [403],
  })
  async mine(@Query() given: object, @Req() request: FastifyRequest) {
    readQuery({}, given);
    const caller = callerOf(request);
    if (!caller.person) throw new Problem(PEOPLE_PROBLEMS['not-a-person']);
    return this.told(caller.person.id, caller, request.language);
  }

  @Get('persons/:id/data')
  @Doorway({
    ...common,
    summary: 'All that is held about one person',
    description:
      'Of others nothing: where an act was about somebody else, that is left out. What the person keeps to itself (a researcher’s notes) is told to the person alone, at /v1/me/data. The audit trail tells who asked.',
    answers: { 200: 'PersonalData' },
    problems: [404],
  })
  async one(@Param('id') id: string, @Query() given: object, @Req() request: FastifyRequest) {
    readQuery({}, given);
    const caller = callerOf(request);
    refusePartial(caller);
    return this.told(await this.known(id), caller, request.language);
  }

  @Post('persons/:id/erase')
  @HttpCode(200)
  @Doorway({
    ...common,
    summary: 'Erase what is held about one person; the id stays, and every plan’s history whole',
    description:
      'Name, address, sign-ins, tokens, mails, accounts with providers and guest links go; the roles that nobody must have end. What the person did stays under the id alone. Refused while the person holds a role that somebody must have, or is the last administrator.',
    query: eraseQuery,
    body: EraseBody,
    answers: { 200: 'Erasure' },
    problems: [404, 409],
  })
  async erase(@Param('id') id: string, @Query() given: object, @Body() body: unknown, @Req() request: FastifyRequest) {
    const { dryRun = false } = readQuery(eraseQuery, given);
    const caller = callerOf(request);
    refusePartial(caller);
    const { reason, prose = 'keep' } = readBody(EraseBody, body);
    const person = await this.known(id);
    if ((await this.persons.find(person))?.erasedAt) throw personProblem('erased-person', person);
    const found = await this.erasures.assess(person, caller.who, prose);
    if (dryRun) return { ...erasureView(found, null, request.language), dryRun: true };
    const [obstacle] = found.obstacles;
    if (obstacle) throw refusedErasure(found.obstacles, request.language);
    const erasedAt = await this.erasures.erase(found, caller.who, { reason, prose });
    if (erasedAt === null) throw personProblem('erased-person', person);
    this.tokens.forget();
    return erasureView(found, erasedAt, request.language);
  }

  private async known(id: string): Promise<string> {
    const person = isUuid(id) ? await this.persons.find(id.toLowerCase()) : null;
    if (!person) throw personProblem('unknown-person', id);
    return person.id;
  }

  private async told(id: string, { who }: Caller, language: Language) {
    const { person, ...sections } = await personalData(this.pool, id, who.id === id ? 'oneself' : 'another');
    await noteInAudit(this.pool, { kind: 'personal-data.told', who, about: { person: id } });
    const keys = Object.keys(SECTION_WORDS) as (keyof typeof SECTION_WORDS)[];
    const told = keys.map((key) => ({ key, label: SECTION_WORDS[key][language], items: sections[key] }));
    return { toldAt: this.clock.now(), person, sections: told };
  }
}
