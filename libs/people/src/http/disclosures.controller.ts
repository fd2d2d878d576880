// /v1/plans/:id/disclosures and /records: what was given out of a plan and what was not, and the index of its records.
import { dayOf, attachmentsOf, hasRecord, marksOn, recordIndex, type IndexedRecord, type Plan } from '#libs/lifecycle';
import { PlanReader, Plans } from '#libs/plans';
import {
  callerOf,
  cursor,
  Doorway,
  Flag,
  invalidBody,
  isUuid,
  Codes,
  limit,
  Line,
  Maybe,
  OneOf,
  pageOf,
  Problem,
  Prose,
  readBody,
  readQuery,
} from '#libs/platform';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DISCLOSURE_DECISIONS, Disclosures, type DisclosureDecision } from '../records/disclosures.js';
import { RECORDS_PROBLEMS } from './records-problems.js';

export class DisclosureBody {
  @OneOf(DISCLOSURE_DECISIONS) decision: DisclosureDecision;
  /** To whom, where that is known: whoever asks for a public document may stay unnamed. */
  @Maybe() @Line(500) to?: string;
  /** Keys of records; without them the plan as a whole. */
  @Maybe() @Codes({ min: 1, max: 200 }) records?: string[];
  /** The provision by which it was held back, wholly or in part. */
  @Maybe() @Line(500) ground?: string;
  /** That what is marked as confidential has been looked at, for this very request. */
  @Maybe() @Flag() assessed?: boolean;
  @Maybe() @Prose(4000) note?: string;
}

const query = { cursor: cursor(isUuid), limit };
const common = { access: 'records', tag: 'records' } as const;

@Controller('v1/plans/:id')
export class DisclosuresController {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly reader: PlanReader,
    private readonly plans: Plans,
  ) {}

  @Get('disclosures')
  @Doorway({
    ...common,
    summary: 'What was asked for out of a plan and given, or not, the newest first',
    query,
    answers: { 200: 'DisclosurePage' },
    problems: [404],
  })
  async list(@Param('id') id: string, @Query() given: object, @Req() request: FastifyRequest) {
    const page = readQuery(query, given);
    const { plan } = await this.reader.seen(id, callerOf(request));
    const found = await this.disclosures.list(plan.id, page.limit + 1, page.cursor);
    return pageOf(found, page.limit, (last) => last.id);
  }

  @Post('disclosures')
  @HttpCode(201)
  @Doorway({
    ...common,
    summary: 'Note that something was given out, in part, or refused',
    description:
      'A record that is marked as confidential is given out when it has been assessed for this request (`assessed: true`), or with the ground of what was held back. A refusal and a part need a ground. The note is kept for good.',
    body: DisclosureBody,
    answers: { 201: 'Disclosure' },
    problems: [404, 409],
  })
  async record(@Param('id') id: string, @Body() given: unknown, @Req() request: FastifyRequest) {
    const caller = callerOf(request);
    const { plan } = await this.reader.seen(id, caller);
    const body = readBody(DisclosureBody, given);
    const { decision, to, records, ground, assessed = false, note } = body;
    refuseUnknown(plan, records ?? []);
    if (decision !== 'given' && ground === undefined) throw invalidBody([{ pointer: '/ground', code: 'required' }]);
    if (decision === 'given' && !assessed && ground === undefined) refuseMarked(plan, records, this.today());
    return this.disclosures.record(plan.id, caller.who, {
      decision,
      to: to ?? null,
      records: records ?? null,
      ground: ground ?? null,
      assessed,
      note: note ?? null,
    });
  }

  @Get('records')
  @Doorway({
    ...common,
    summary: 'The records of a plan, with registry numbers, confidentiality marks and whether they are finished',
    description:
      '`finished`: adopted, decided, registered, given out, or of an ended plan. All else is working material. What somebody keeps to themselves is not among them.',
    answers: { 200: 'RecordIndex' },
    problems: [404],
  })
  async index(@Param('id') id: string, @Query() given: object, @Req() request: FastifyRequest) {
    readQuery({}, given);
    const { plan, sight } = await this.reader.seen(id, callerOf(request));
    const items = recordIndex(sight.plan(plan), this.today(), await this.disclosures.sent(plan.id));
    return { items: items.map(shown), next: null };
  }

  private today(): string {
    return dayOf(this.plans.clock.now());
  }
}

function shown(indexed: IndexedRecord) {
  const { record = null, capability = null, title = null, numbers, marks, status } = indexed;
  const told = marks.map(({ key, ground, until = null }) => ({ key, ground, until }));
  return { record, capability, title, numbers, marks: told, status };
}

/** @throws Problem */
function refuseUnknown(plan: Plan, records: readonly string[]): void {
  const files = new Set(attachmentsOf(plan).map(({ key }) => key));
  const faults = records.flatMap((key, index) =>
    hasRecord(plan, key) || files.has(key) ? [] : [{ pointer: `/records/${index}`, code: 'unknown-record' }],
  );
  if (faults.length > 0) throw invalidBody(faults);
}

/** Of a whole plan every mark counts; of a record its own, and that of the plan. @throws Problem */
function refuseMarked(plan: Plan, records: readonly string[] | undefined, day: string): void {
  const marked = marksOn(plan, day).filter(
    ({ record }) => records === undefined || record === undefined || records.includes(record),
  );
  if (marked.length === 0) return;
  const named = [...new Set(marked.map(({ record }) => record ?? plan.id))].join(', ');
  throw new Problem(RECORDS_PROBLEMS['confidential-unassessed'], { params: { records: named } });
}
