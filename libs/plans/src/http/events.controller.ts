// GET /v1/events: the feed. Everything that has happened, in the one order that skips nothing, as CloudEvents 1.0.
import { BEGINNING, epochOf, isAhead, isPosition } from '#libs/journal';
import { Address, callerOf, Doorway, limit, Problem, readQuery, uuid, type Parameter } from '#libs/platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'pg';
import { cloudEvent, typeOfWire, wireType } from './event-view.js';
import { OwnFeed } from './own-feed.js';
import { PLAN_PROBLEMS } from './plan-problems.js';

const BATCH = 'application/cloudevents-batch+json';

const after: Parameter<string> & { otherwise: string } = {
  read: (text) => (text === '0' ? BEGINNING : isPosition(text) ? text : undefined),
  want: { sv: 'ge next från en tidigare sida', en: 'give the next of an earlier page' },
  schema: { type: 'string', pattern: '^([0-9]+-[0-9]+|0)$', default: BEGINNING },
  description: 'The position to go on from: the `next` of an earlier page; 0 is the beginning.',
  otherwise: BEGINNING,
};

const types: Parameter<string[]> = {
  read: (text) => {
    const read = text.split(',').map((one) => typeOfWire(one.trim()));
    return read.length <= 200 && read.every((one) => one !== null) ? read : undefined;
  },
  want: {
    sv: 'ge händelsetyper med komma mellan, som se.stegvis.plan.paused.v1',
    en: 'give event types with commas between them, such as se.stegvis.plan.paused.v1',
  },
  schema: { type: 'string', examples: ['se.stegvis.plan.paused.v1,se.stegvis.plan.resumed.v1'] },
  description: 'Only events of these types, with commas between them.',
};

const query = {
  after,
  limit,
  types,
  plan: uuid('Only events of this plan.'),
  epoch: uuid('The `epoch` of an earlier page: when the journal has begun another since, 410 instead of events.'),
};

@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly pool: Pool,
    private readonly address: Address,
    private readonly own: OwnFeed,
  ) {}

  @Get()
  @Doorway({
    access: 'read',
    tag: 'events',
    summary: 'The feed of events, from a position on',
    description: `With \`Accept: ${BATCH}\` the bare batch comes, and a Link header with the next position. Positions hold within one \`epoch\`: it changes when the journal is brought in from a backup or an export, and readers then begin again with \`after=0\`.`,
    query,
    answers: { 200: 'EventPage' },
    alternatives: { [BATCH]: 'CloudEventBatch' },
    gives: ['Link'],
    problems: [410],
  })
  async feed(@Query() given: object, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { after: from, limit: max, epoch: seen, ...which } = readQuery(query, given);
    // First the epoch: were the journal brought in between the two, the reader would see at the next page that it has changed.
    const epoch = await epochOf(this.pool);
    if (seen !== undefined && seen !== epoch) throw new Problem(PLAN_PROBLEMS['epoch-changed'], { params: { epoch } });
    const { events, next } = await this.own.page(from, { limit: max, ...which }, callerOf(request));
    if (next === from && (await isAhead(this.pool, from)))
      throw new Problem(PLAN_PROBLEMS['position-ahead'], { params: { after: from } });
    const items = events.map((event) => cloudEvent(event, this.address.url));
    reply.header('vary', 'Accept, Accept-Language');
    if (!wantsBatch(request.headers.accept)) return void reply.send({ items, next, epoch });
    reply
      .type(`${BATCH}; charset=utf-8`)
      .header('link', `<${this.linkTo(next, max, epoch, which)}>; rel="next"`)
      .send(JSON.stringify(items));
  }

  private linkTo(next: string, max: number, epoch: string, which: { types?: string[]; plan?: string }): string {
    const parameters = new URLSearchParams({ after: next, limit: String(max), epoch });
    if (which.types) parameters.set('types', which.types.map(wireType).join(','));
    if (which.plan) parameters.set('plan', which.plan);
    return `${this.address.url}/v1/events?${parameters.toString()}`;
  }
}

/** The batch must be asked for by name, and no less than the page (RFC 9110, 12.5.1). */
function wantsBatch(accept: string | undefined): boolean {
  const wish = (type: string) => weightOf(accept?.split(',').find((range) => typeOf(range) === type));
  return wish(BATCH) > 0 && wish(BATCH) >= wish('application/json');
}

function typeOf(range: string): string | undefined {
  return range.split(';')[0]?.trim().toLowerCase();
}

/** 1 unless it says otherwise, 0 when it is not named. */
function weightOf(range: string | undefined): number {
  return range === undefined ? 0 : Number(/;\s*q=([0-9.]+)/i.exec(range)?.[1] ?? 1);
}
