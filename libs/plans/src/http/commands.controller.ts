// POST /v1/commands: many verbs at once, an answer for each in order. They share commits; a plan's own run in order.
import {
  LARGE_BODY,
  Problem,
  callerOf,
  Doorway,
  Many,
  Maybe,
  readBody,
  readQuery,
  type Caller,
  type Language,
} from '#libs/platform';
import { Controller, HttpCode, Logger, Post, Req } from '@nestjs/common';
import { Allow, IsString, Matches, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { FastifyRequest } from 'fastify';
import { Plans } from '../plans.js';
import { digestOf, REPEAT_KEY, repeatKeyOf } from './conditions.js';
import { dryRunQuery } from './dry-run.js';
import { dryOutcome, outcomeOf, type Outcome } from './outcome.js';
import { PLAN_PROBLEMS } from './plan-problems.js';
import { VerbDoor } from './verb-door.js';

const COMMANDS_MAX = 500;

export class OneCommandBody {
  @IsString()
  @MaxLength(80)
  @JSONSchema({ format: 'uuid' })
  plan: string;
  /** One that there is not is for its own answer to say. */
  @IsString()
  @MaxLength(80)
  @JSONSchema({ example: 'pause' })
  verb: string;
  @Maybe()
  @Allow()
  @JSONSchema({
    type: 'object',
    description: 'As the verb takes it alone.',
    example: { reason: 'Vi väntar på budgetbeslutet.' },
  })
  body?: unknown;
  /** Its idempotency key. */
  @Maybe()
  @Matches(REPEAT_KEY, {
    message: '$property must be 1 to 200 printable characters',
    context: { code: 'not-a-repeat-key' },
  })
  key?: string;
}

export class CommandsBody {
  @Many(() => OneCommandBody, { max: COMMANDS_MAX }) commands: OneCommandBody[];
}

@Controller('v1/commands')
export class CommandsController {
  private readonly log = new Logger(CommandsController.name);

  constructor(
    private readonly door: VerbDoor,
    private readonly plans: Plans,
  ) {}

  @Post()
  @HttpCode(200)
  @Doorway({
    access: 'write',
    tag: 'verbs',
    summary: 'Many verbs at once, on one plan or many',
    query: dryRunQuery,
    body: CommandsBody,
    bodyLimit: LARGE_BODY,
    heeds: ['Idempotency-Key'],
    answers: { 200: 'CommandAnswers' },
    problems: [422],
  })
  async run(@Req() request: FastifyRequest) {
    const { commands } = readBody(CommandsBody, request.body);
    const caller = callerOf(request);
    const batchKey = repeatKeyOf(request.headers['idempotency-key']);
    if (readQuery(dryRunQuery, request.query).dryRun) return this.tryOut(commands, caller, request.language);
    if (batchKey !== undefined) await this.claim(batchKey, caller, commands);
    // All are handed in at once and in order: the store takes them first come, first served, and keeps a plan's own in line.
    const results = commands.map((command, index) => {
      const key = command.key ?? (batchKey === undefined ? undefined : `${batchKey} #${index}`);
      return this.one({ ...command, key }, caller, request.language);
    });
    return { results: await Promise.all(results) };
  }

  /** Each as if those before it had been done. */
  private async tryOut(commands: OneCommandBody[], caller: Caller, language: Language) {
    const requests = commands.map(({ plan, verb, body = {}, key }) => ({ plan, verb, body, key, caller }));
    const answers = await this.door.dryRun(requests);
    const results = answers.map((answer) => beside(dryOutcome(answer, language)));
    return { results, dryRun: true };
  }

  /** The key of the whole: another batch under it does nothing at all. @throws Problem */
  private async claim(key: string, { who }: Caller, commands: OneCommandBody[]): Promise<void> {
    const request = digestOf(null, 'commands', commands);
    if (!(await this.plans.claim(who.id, key, request))) throw new Problem(PLAN_PROBLEMS['key-reused']);
  }

  /** `status` is HTTP's here, as it would have been alone; the answer as it would have been alone is the `body`. */
  private async one(
    command: Omit<OneCommandBody, 'key'> & { key: string | undefined },
    caller: Caller,
    language: Language,
  ) {
    const { plan, verb, body = {}, key } = command;
    const accepted = this.door.pass({ plan, verb, body, caller, key });
    return beside(await outcomeOf(accepted, language, (error) => this.log.error(error)));
  }
}

function beside({ status, body }: Outcome) {
  return { ...body, status, body };
}
