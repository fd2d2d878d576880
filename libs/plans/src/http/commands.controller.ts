// POST /v1/commands: many verbs at once, an answer for each in order. They share commits; a plan's own run in order.
import {
  LARGE_BODY,
  Problem,
  callerOf,
  Doorway,
  Key,
  Many,
  Maybe,
  problemBody,
  problemFrom,
  readBody,
  type Caller,
  type Language,
} from '#libs/platform';
import { Controller, HttpCode, Logger, Post, Req } from '@nestjs/common';
import { Allow, IsString, Matches, MaxLength } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';
import type { FastifyRequest } from 'fastify';
import { repeatKeyOf } from './conditions.js';
import { answerView } from './event-view.js';
import { VerbDoor } from './verb-door.js';

const COMMANDS_MAX = 500;

export class OneCommandBody {
  @IsString()
  @MaxLength(80)
  @JSONSchema({ format: 'uuid' })
  plan: string;
  @Key() verb: string;
  @Maybe() @Allow() @JSONSchema({ type: 'object', description: 'As the verb takes it alone.' }) body?: unknown;
  /** Its idempotency key. */
  @Maybe() @Matches(/^[\x20-\x7e]{1,200}$/, { message: 'key must be 1 to 200 printable characters' }) key?: string;
}

export class CommandsBody {
  @Many(() => OneCommandBody, { max: COMMANDS_MAX }) commands: OneCommandBody[];
}

@Controller('v1/commands')
export class CommandsController {
  private readonly log = new Logger(CommandsController.name);

  constructor(private readonly door: VerbDoor) {}

  @Post()
  @HttpCode(200)
  @Doorway({
    access: 'write',
    tag: 'verbs',
    summary: 'Many verbs at once, on one plan or many',
    body: CommandsBody,
    bodyLimit: LARGE_BODY,
    heeds: ['Idempotency-Key'],
    answers: { 200: 'CommandAnswers' },
  })
  async run(@Req() request: FastifyRequest) {
    const { commands } = readBody(CommandsBody, request.body);
    const caller = callerOf(request);
    const batchKey = repeatKeyOf(request.headers['idempotency-key']);
    // All are handed in at once and in order: the store takes them first come, first served, and keeps a plan's own in line.
    const results = commands.map((command, index) => {
      const key = command.key ?? (batchKey === undefined ? undefined : `${batchKey} #${index}`);
      return this.one({ ...command, key }, caller, request.language);
    });
    return { results: await Promise.all(results) };
  }

  /** `status` is HTTP's here, as it would have been alone; the answer as it would have been alone is the `body`. */
  private async one(
    command: Omit<OneCommandBody, 'key'> & { key: string | undefined },
    caller: Caller,
    language: Language,
  ) {
    const { plan, verb, body = {}, key } = command;
    try {
      const answer = answerView(await this.door.pass({ plan, verb, body, caller, key }));
      return { ...answer, status: 200, body: answer };
    } catch (error) {
      // The others have their answers whatever befell this one.
      if (!(error instanceof Problem)) this.log.error(error);
      const problem = problemBody(problemFrom(error), language);
      return { ...problem, body: problem };
    }
  }
}
