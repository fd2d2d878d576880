// What exports and backups carry of this slice's tables. Tokens only go into a backup: their hashes are of use here alone.
import { fieldsOf, type CarriedTable } from '#libs/platform';
import { kindInSql } from './directory/organisation-kinds.js';

export const peopleCarried: CarriedTable[] = [
  {
    kind: 'organisation',
    table: 'organisation',
    fields: fieldsOf({ code: 'text', name: 'text', kind: 'text', roles: 'text[]', source: 'text' }),
    order: 'code COLLATE "C"',
    in: 'export',
    // A file of before may tell the kind in words of its own.
    store: `INSERT INTO organisation (code, name, kind, roles, source) SELECT code, name, ${kindInSql('kind')}, roles, source FROM {rows}`,
  },
  {
    kind: 'person',
    table: 'person',
    fields: fieldsOf({
      id: 'uuid',
      name: 'text',
      address: 'text',
      language: 'text',
      organisation: 'text',
      createdAt: 'timestamptz',
      erasedAt: 'timestamptz',
    }),
    order: 'id',
    in: 'export',
  },
  {
    kind: 'post',
    table: 'post',
    fields: fieldsOf({
      id: 'uuid',
      role: 'text',
      person: 'uuid',
      organisation: 'text',
      programme: 'text',
      mandate: 'text',
      fromDay: 'date',
      untilDay: 'date',
      deputy: 'uuid',
      share: 'int',
      createdAt: 'timestamptz',
      endedAt: 'timestamptz',
    }),
    order: 'id',
    in: 'export',
  },
  {
    kind: 'token',
    table: 'token',
    fields: fieldsOf({
      id: 'uuid',
      name: 'text',
      kind: 'text',
      hash: 'text',
      scopes: 'text[]',
      role: 'text',
      organisation: 'text',
      person: 'uuid',
      createdAt: 'timestamptz',
      expiresAt: 'timestamptz',
      lastUsedAt: 'timestamptz',
      revokedAt: 'timestamptz',
    }),
    order: 'id',
    in: 'backup',
  },
];
