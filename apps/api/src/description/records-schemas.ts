// The schemas of the audit trail, of what is given out, of personal data and of retention.
import {
  about,
  anyObject,
  day,
  dryRun,
  flag,
  instant,
  list,
  object,
  oneOf,
  orNull,
  page,
  text,
  uuid,
  whole,
  type Schema,
} from './schema-words.js';

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

const disclosure = object({
  id: uuid,
  plan: uuid,
  at: instant,
  who,
  to: about('To whom, where that is known.', orNull(text('Lokaltidningen'))),
  records: about('Keys of records; null for the plan as a whole.', orNull(list(text('meeting-1')))),
  decision: oneOf('given', 'given-in-part', 'refused'),
  ground: about('The provision by which it was held back.', orNull(text('OSL 21 kap. 1 §'))),
  assessed: about('What is marked as confidential was looked at for this request.', flag),
  note: orNull(text()),
});

const indexedRecord = object({
  record: about('Its key; null for the plan as a whole.', orNull(text('version-1'))),
  capability: about('What kind of record it is.', orNull(text('versions'))),
  title: orNull(text('Möte om uppstart')),
  numbers: list(object({ organisation: text('HOGSBY'), number: text('KS 2026/17') })),
  marks: about(
    'Those that hold today.',
    list(object({ key: text('mark-1'), ground: text('OSL 21 kap. 1 §'), until: orNull(day) })),
  ),
  status: oneOf('finished', 'working-material'),
});

const dataSection = object({
  key: text('posts'),
  label: text('Uppdrag utanför planerna'),
  items: list(anyObject),
});

const personalData = object({
  toldAt: instant,
  person: about('As the directory has it.', orNull(anyObject)),
  sections: list(dataSection),
});

const goesAtErasure = object({ key: text('tokens'), label: text('inloggningar och nycklar'), count: whole(1, 3) });

const erasure = object(
  {
    person: uuid,
    erasedAt: about('Null in a dry run.', orNull(instant)),
    goes: list(goesAtErasure),
    stays: list(
      object({ key: text('history'), label: text('planernas historik'), why: text('Det är allmänna handlingar.') }),
    ),
    obstacles: about(
      'What stands in the way, and what to do.',
      list(
        object({
          code: oneOf('holds-required-role', 'cannot-leave-role', 'last-administrator', 'accountable-for-programme'),
          plan: orNull(uuid),
          holding: orNull(text('holding-1')),
          message: text('Let somebody else take over first.'),
        }),
      ),
    ),
    dryRun,
  },
  { optional: ['dryRun'] },
);

const ruleParts = {
  what: oneOf('plan-log', 'plan-attachments', 'guest-links', 'refusals', 'tokens'),
  label: text('log entries and comments of ended plans'),
  afterDays: about('Days after it ended.', whole(0, 1825)),
  ground: text('Dokumenthanteringsplan 2026, punkt 4'),
  suggested: about('Nobody here has set it, and no law says it.', flag),
};

const proposal = object({
  proposal: text('plan-log:0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11'),
  rule: object(ruleParts),
  plan: orNull(uuid),
  title: orNull(text('Hälsolots')),
  since: about('When it ended.', instant),
  count: whole(1, 12),
});

const gone = object({
  number: whole(0, 12),
  items: about('Their keys or ids, where they have any.', list(text('attachment-1'))),
  hashes: about('SHA-256 of files.', list(text())),
});

const retentionDecision = object({
  id: uuid,
  proposal: text('plan-log:0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11'),
  decision: oneOf('destroy', 'keep'),
  keepUntil: orNull(day),
  destroyed: orNull(gone),
});

const destroyed = object({
  id: uuid,
  at: instant,
  what: ruleParts.what,
  plan: orNull(uuid),
  number: whole(0, 12),
  items: list(text('attachment-1')),
  hashes: list(text()),
  who: about('Who decided.', text('0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11')),
  role: orNull(text('registrar')),
  reason: text('Enligt dokumenthanteringsplanen'),
  afterDays: ruleParts.afterDays,
  ground: ruleParts.ground,
});

export const recordsSchemas: Record<string, Schema> = {
  TrailRow: trailRow,
  TrailPage: page('TrailRow'),
  Disclosure: disclosure,
  DisclosurePage: page('Disclosure'),
  IndexedRecord: indexedRecord,
  RetentionRule: object(ruleParts),
  RetentionRulePage: page('RetentionRule'),
  RetentionProposal: proposal,
  RetentionProposalPage: page('RetentionProposal'),
  RetentionDecision: retentionDecision,
  Destroyed: destroyed,
  DestroyedPage: page('Destroyed'),
  PersonalData: personalData,
  Erasure: erasure,
  RecordIndex: page('IndexedRecord'),
};
