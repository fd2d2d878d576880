// POST /v1/persons/import: a CSV file of persons, with the faults of every row named and the good rows offered.
import { callerOf, Doorway, flag, LARGE_BODY, Problem, readQuery } from '#libs/platform';
import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Tokens } from '../access/tokens.js';
import { reportOf, type ImportReport } from '../directory/import/import-report.js';
import { FILE_WORDS } from '../directory/import/import-words.js';
import { PersonsImport } from '../directory/import/person-import.js';
import { PEOPLE_PROBLEMS } from './people-problems.js';

const query = {
  dryRun: flag('With true: what would become of each row. Nothing is stored.'),
  onlyGood: flag('With true: the rows without faults are stored, whatever the others have.'),
};

@Controller('v1/persons/import')
export class PersonsImportController {
  constructor(
    private readonly persons: PersonsImport,
    private readonly tokens: Tokens,
  ) {}

  @Post()
  @HttpCode(200)
  @Doorway({
    access: 'administer',
    tag: 'people',
    summary: 'Add and change many persons by a CSV file',
    description:
      'The first row has heads, Swedish or English: Namn (or Förnamn and Efternamn), E-post, Organisation, Språk, Roll. Cells stand apart by semicolon, comma or tab. A person with an address that is here already is changed where the row says otherwise; the same file again changes nothing. When a row has a fault, nothing is stored and the answer is 400 with the same report.',
    query,
    raw: 'text/csv',
    bodyLimit: LARGE_BODY,
    answers: { 200: 'PersonImport' },
    problems: [400, 415],
  })
  async load(@Query() given: object, @Req() request: FastifyRequest): Promise<ImportReport & { dryRun?: true }> {
    const asked = readQuery(query, given);
    const done = await this.persons.run(csvIn(request), asked, callerOf(request).who);
    if ('why' in done) {
      const { why, ...params } = done;
      const words = FILE_WORDS[why];
      throw new Problem({ ...PEOPLE_PROBLEMS['unreadable-csv'], ...(words ? { detail: words } : {}) }, { params });
    }
    if (done.stored > 0) this.tokens.forget();
    const report = reportOf(done, request.language);
    if (asked.dryRun) return { ...report, dryRun: true };
    if (report.faults.length > 0 && !asked.onlyGood) throw faulty(report);
    return report;
  }
}

function csvIn({ raw, body }: FastifyRequest): Buffer {
  const [type = ''] = (raw.headers['content-type'] ?? '').split(';');
  if (!/^text\/csv$/i.test(type.trim())) throw new Problem(PEOPLE_PROBLEMS['not-csv']);
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
}

function faulty(report: ImportReport): Problem {
  const { rows, good, faults } = report;
  const bad = new Set(faults.map(({ row }) => row)).size;
  return new Problem(PEOPLE_PROBLEMS['faulty-rows'], { params: { rows, good, bad }, beside: { ...report } });
}
