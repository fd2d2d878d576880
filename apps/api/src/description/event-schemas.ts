// The schemas of what has happened: as an answer, in a history, in the feed.
import {
  about,
  anyObject,
  flag,
  instant,
  list,
  object,
  oneOf,
  orNull,
  page,
  ref,
  text,
  uuid,
  whole,
  type Schema,
} from './schema-words.js';

const type = about('`se.stegvis.<noun>.<past-tense>.v1`', {
  type: 'string',
  pattern: '^se\\.stegvis\\.[a-z0-9-]+\\.[a-z0-9-]+\\.v1$',
  examples: ['se.stegvis.meeting.held.v1'],
});
const id = about('`<plan>-<sequence>`: the same at every reading.', text('0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11-7'));

/** INV-25: as precise as it was told, never more. */
export const occurredAt = object(
  {
    value: about(
      'An instant, a day, a month, a season (YYYY-21 spring to YYYY-24 winter) or a year; null when nobody knows.',
      orNull(text('2027-03-15')),
    ),
    precision: oneOf('instant', 'day', 'month', 'season', 'year', 'unknown'),
  },
  { description: 'When it happened, which is not when it was recorded.' },
);

export const envelope: Record<string, Schema> = {
  sequence: about("Rises by one for each of the plan's events, without gaps.", whole(1, 7)),
  version: about("The plan's version once the command was accepted.", whole(1, 5)),
  stage: about('The stage it happened in.', text('kick-off')),
  attempt: whole(1),
  occurredAt: ref('OccurredAt'),
  who: about(
    'By role and organisation, never by name.',
    object({ role: orNull(text('process-leader')), organisation: orNull(text('HOGSBY')) }),
  ),
  imported: about('Brought in from elsewhere.', flag),
};

const cloudEvent = object(
  {
    specversion: { const: '1.0' },
    id,
    source: about('The base URL of this Stegvis.', {
      type: 'string',
      format: 'uri-reference',
      examples: ['https://stegvis.example'],
    }),
    type,
    subject: about('The plan.', uuid),
    time: about('When it was recorded.', instant),
    datacontenttype: { const: 'application/json' },
    data: object({ ...envelope, facts: about("The event's own data: keys, codes, counts. Never prose.", anyObject) }),
  },
  { description: 'CloudEvents 1.0, structured.' },
);

const historyItem = object({
  id,
  plan: uuid,
  type,
  recordedAt: instant,
  command: about('Events of one command share it.', uuid),
  ...envelope,
  data: about(
    '`reasonText` holds the key of a piece of prose and `reason` the prose itself, null when it has been struck out.',
    anyObject,
  ),
});

export const eventSchemas: Record<string, Schema> = {
  OccurredAt: occurredAt,
  CloudEvent: cloudEvent,
  CloudEventBatch: list(ref('CloudEvent')),
  EventPage: object({
    items: list(ref('CloudEvent')),
    next: about('Always a position to go on from.', text('731-1204')),
    epoch: about('Changes when the journal is brought in from a file: then begin again with `after=0`.', uuid),
  }),
  HistoryItem: historyItem,
  HistoryPage: page('HistoryItem'),
  ToldEvent: object({ id, type, sequence: whole(1, 7), data: anyObject }),
};
