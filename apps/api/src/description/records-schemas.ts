// The schemas of the audit trail, of what is given out, of personal data and of retention.
import { about, anyObject, instant, object, orNull, page, text, uuid, type Schema } from './schema-words.js';

const who = object({
  id: about('Of a person or a token.', text('0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11')),
  role: about('In which role.', orNull(text('process-leader'))),
  organisation: about('For whom.', orNull(text('HOGSBY'))),
});

const trailRow = object({
  id: text('0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11-7'),
  at: instant,
  kind: text('meeting.held'),
  who,
  plan: orNull(uuid),
  about: about('Ids, codes and counts that the deed was about.', anyObject),
});

export const recordsSchemas: Record<string, Schema> = {
  TrailRow: trailRow,
  TrailPage: page('TrailRow'),
};
