// What exports and backups carry of the journal. Events come in the order in which readers go, without their positions: those
// are the database's own, and are given anew in the same order. Plans are folded again from their events.
import { fieldsOf, type CarriedTable } from '#libs/platform';

const eventsCarried: CarriedTable = {
  kind: 'event',
  table: 'event',
  fields: fieldsOf({
    plan: 'uuid',
    sequence: 'int',
    version: 'int',
    type: 'text',
    stage: 'text',
    attempt: 'int',
    occurredAt: 'text',
    recordedAt: 'timestamptz',
    who: 'json',
    command: 'uuid',
    imported: 'boolean',
    data: 'json',
  }),
  order: 'txid, position',
  in: 'export',
};

export const journalCarried: CarriedTable[] = [
  eventsCarried,
  {
    kind: 'text',
    table: 'text',
    fields: fieldsOf({
      plan: 'uuid',
      key: 'text',
      field: 'text',
      text: 'text',
      recordedAt: 'timestamptz',
      struckAt: 'timestamptz',
    }),
    order: 'plan, key COLLATE "C"',
    in: 'export',
  },
  {
    kind: 'kept-answer',
    table: 'idempotency_key',
    fields: fieldsOf({ token: 'text', key: 'text', request: 'text', answer: 'json', recordedAt: 'timestamptz' }),
    order: 'token COLLATE "C", key COLLATE "C"',
    in: 'backup',
  },
  // How far each reader is, by the event and not by its position.
  {
    kind: 'checkpoint',
    table: 'checkpoint',
    fields: fieldsOf({ reader: 'text', plan: 'uuid', sequence: 'int', movedAt: 'timestamptz' }),
    order: 'reader COLLATE "C"',
    in: 'backup',
    from: 'checkpoint JOIN event USING (txid, position)',
    store: `INSERT INTO checkpoint (reader, txid, position, moved_at)
      SELECT reader, txid, position, moved_at FROM {rows} JOIN event USING (plan, sequence)`,
  },
];
