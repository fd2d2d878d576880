// What exports and backups carry of this slice's tables. Tokens only go into a backup: their hashes are of use here alone.
import { fieldsOf, type CarriedTable } from '#libs/platform';

export const peopleCarried: CarriedTable[] = [
  {
    kind: 'organisation',
    table: 'organisation',
    fields: fieldsOf({ code: 'text', name: 'text', kind: 'text', roles: 'text[]', source: 'text' }),
    order: 'code COLLATE "C"',
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
      createdAt: 'timestamptz',
      expiresAt: 'timestamptz',
      lastUsedAt: 'timestamptz',
      revokedAt: 'timestamptz',
    }),
    order: 'id',
    in: 'backup',
  },
];
