// What exports and backups carry of the records. The audit trail is of this installation and grows with every export, which is
// to be the same for the same content; so only a backup has it.
import { fieldsOf, type CarriedTable } from '#libs/platform';

export const recordsCarried: CarriedTable[] = [
  {
    kind: 'disclosure',
    table: 'disclosure',
    fields: fieldsOf({
      id: 'uuid',
      plan: 'uuid',
      at: 'timestamptz',
      who: 'json',
      recipient: 'text',
      records: 'text[]',
      decision: 'text',
      ground: 'text',
      assessed: 'boolean',
      note: 'text',
    }),
    order: 'at, id',
    in: 'export',
  },
  {
    kind: 'erasure',
    table: 'erasure',
    fields: fieldsOf({ person: 'uuid', at: 'timestamptz', who: 'json', reason: 'text', textsStruck: 'int' }),
    order: 'person',
    in: 'export',
  },
  {
    kind: 'retention-rule',
    table: 'retention_rule',
    fields: fieldsOf({ what: 'text', afterDays: 'int', ground: 'text', setAt: 'timestamptz' }),
    order: 'what COLLATE "C"',
    in: 'export',
  },
  {
    kind: 'retention-decision',
    table: 'retention_decision',
    fields: fieldsOf({
      id: 'uuid',
      at: 'timestamptz',
      who: 'json',
      what: 'text',
      plan: 'uuid',
      decision: 'text',
      reason: 'text',
      afterDays: 'int',
      ground: 'text',
      keepUntil: 'date',
    }),
    order: 'at, id',
    in: 'export',
  },
  {
    kind: 'destroyed',
    table: 'destroyed',
    fields: fieldsOf({
      id: 'uuid',
      decision: 'uuid',
      at: 'timestamptz',
      what: 'text',
      plan: 'uuid',
      number: 'int',
      items: 'text[]',
      hashes: 'text[]',
    }),
    order: 'at, id',
    in: 'export',
  },
  {
    kind: 'audit',
    table: 'audit',
    fields: fieldsOf({ at: 'timestamptz', kind: 'text', who: 'json', plan: 'uuid', about: 'json' }),
    order: 'no',
    in: 'backup',
  },
];
