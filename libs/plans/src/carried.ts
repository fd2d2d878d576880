// What exports and backups carry of this slice's tables. Plans are not among them: they are folded again from their events.
import { fieldsOf, type CarriedTable } from '#libs/platform';

export const plansCarried: CarriedTable[] = [
  {
    kind: 'template',
    table: 'template',
    fields: fieldsOf({
      key: 'text',
      version: 'int',
      document: 'json',
      publishedAt: 'timestamptz',
      publishedBy: 'text',
    }),
    order: 'key COLLATE "C", version',
    in: 'export',
    fresh: `published_by = 'shipped'`,
  },
  {
    kind: 'programme',
    table: 'programme',
    fields: fieldsOf({ code: 'text', name: 'text', goal: 'text', strands: 'json', source: 'text' }),
    order: 'code COLLATE "C"',
    in: 'export',
  },
  {
    kind: 'content',
    table: 'content',
    fields: fieldsOf({ sha256: 'text', bytes: 'int' }),
    order: 'sha256 COLLATE "C"',
    in: 'export',
  },
  {
    kind: 'content-part',
    table: 'content_part',
    fields: fieldsOf({ sha256: 'text', part: 'int', bytes: 'bytea' }),
    order: 'sha256 COLLATE "C", part',
    in: 'export',
    handful: 8,
  },
  {
    kind: 'refusal',
    table: 'refusal',
    fields: fieldsOf({ at: 'timestamptz', plan: 'uuid', verb: 'text', codes: 'text[]', who: 'json' }),
    order: 'at, plan, verb COLLATE "C", codes, who::text',
    in: 'backup',
  },
];
