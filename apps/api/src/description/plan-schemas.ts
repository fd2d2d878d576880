// The schemas of a plan and of what can be said about it. Every answer in the tests is held against them.
import { vocabulary } from '#libs/lifecycle';
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
  ref,
  text,
  uuid,
  whole,
  type Schema,
} from './schema-words.js';

const KINDS = oneOf('initiative', 'plan', 'case');
const STATUSES = oneOf('active', 'paused', 'completed', 'discontinued');
const templateKey = object({ key: text('joint-action-plan'), version: whole(1) });
const stageKey = about('The key of a stage of the template.', text('kick-off'));
const words = object({ sv: text('Gå vidare'), en: text('Go on') });

const missing = object(
  {
    code: text('notes-missing'),
    message: text('Notes are missing from "Kick-off".'),
    verb: about('The verb that supplies it.', text('record-notes')),
    params: about('What it is about: records by the key that the verb takes, and the names in the message.', anyObject),
    who: about('The same people in words, by the names of the template.', text('process leader')),
    by: about(
      'Who can supply it.',
      object(
        { roles: list(text('process-leader')), organisation: text('HOGSBY') },
        { optional: ['roles', 'organisation'] },
      ),
    ),
    alternative: about(
      'Which of several ways it belongs to, where one of them is enough; the message says it too.',
      object({ number: whole(1), name: text('The meeting has been held') }),
    ),
  },
  { optional: ['verb', 'params', 'by', 'who', 'alternative'] },
);

const reason = object(
  {
    code: about('Stable.', text('criterion-not-met')),
    criterion: about("The key of the stage's criterion, when that is what stands in the way.", orNull(text('held'))),
    message: text('Not done yet: The kick-off has been held.'),
    missing: list(ref('Missing')),
    params: anyObject,
    field: about('JSON pointer into the body.', text('/reason')),
    state: oneOf('unmet', 'unknown'),
  },
  { optional: ['params', 'field', 'state'] },
);

const criterion = object({
  key: text('held'),
  name: text('The kick-off has been held'),
  kind: text('meeting-held'),
  state: about(
    '`unknown`: only imported history could tell, and it is silent. Never taken as met.',
    oneOf('met', 'unmet', 'unknown'),
  ),
  missing: list(ref('Missing')),
});

const method = object({
  key: text('prototype'),
  name: text('Prototype'),
  level: oneOf('strategic', 'operative'),
  own: about('The plan added it; else it is a card of the template.', flag),
  summary: orNull(text('Try the idea with your hands before it costs anything.')),
  link: about('Where to read more.', orNull(text('https://stegvis.example/prototype'))),
});

const child = object({ id: uuid, title: text('Hälsolots'), status: STATUSES, attempt: whole(1) });
const programme = object({ code: text('PROGRAMME'), strand: whole(1) }, { optional: ['strand'] });

/** What each capability has recorded; prose stands where the record has it, null where it has been struck out. */
const records = object(
  Object.fromEntries(vocabulary.capabilities.map(({ key, name }) => [key, about(name.en, anyObject)])),
  {
    optional: vocabulary.capabilities.map(({ key }) => key),
    description: 'What each capability has recorded; what the reader may not see is absent.',
  },
);

const standing = {
  id: uuid,
  version: about('Rises by one for each accepted command; the ETag.', whole(1)),
  stage: stageKey,
  status: STATUSES,
  attempt: whole(1),
};

const plan = object(
  {
    ...standing,
    kind: KINDS,
    title: text('Hälsolots'),
    language: about('The language that its people write in.', oneOf('sv', 'en')),
    public: flag,
    template: templateKey,
    templateName: text('Joint action plan'),
    stageName: text('Kick-off'),
    cycle: about('The number of the cycle; 1 where the template has none.', whole(1)),
    round: about('How many rounds of the stage have begun.', whole(1)),
    parent: about('The initiative that it was forked out of.', orNull(uuid)),
    children: list(child),
    programme: orNull(programme),
    startedAt: instant,
    recordedAt: about('When its last event was recorded.', instant),
    entered: about(
      'When the stage was entered, and whether only imported history says so.',
      object({ at: instant, imported: flag }),
    ),
    pauses: list(object({ from: instant, to: instant, reviewOn: day }, { optional: ['to', 'reviewOn'] })),
    imported: about('Some of its history was brought in from elsewhere.', flag),
    criteria: about('What must hold to leave the stage.', list(ref('Criterion'))),
    methods: about('Method cards that help in the present stage.', list(method)),
    formerStages: about(
      'Stages of templates that it went by before, which its own has no more.',
      list(object({ key: text('kick-off'), name: ref('Words') })),
    ),
    records,
    dryRun,
  },
  { optional: ['dryRun'] },
);

const boardItem = object({
  ...standing,
  kind: KINDS,
  title: text('Hälsolots'),
  template: templateKey,
  templateName: text('Joint action plan'),
  stageName: text('Kick-off'),
  parent: orNull(uuid),
  programme: orNull(text('PROGRAMME')),
  public: flag,
  imported: flag,
  startedAt: instant,
  recordedAt: instant,
});

const move = object({
  verb: text('advance'),
  kind: oneOf('lifecycle', 'repair', 'capability'),
  name: text('Go on'),
  allowed: flag,
  to: about('The stages that a lifecycle verb can lead to.', list(text('kick-off'))),
  opensIn: about("The stages in which a capability's verb is open.", list(text('inventory'))),
  reasons: about('Why it is not allowed now.', list(ref('Reason'))),
});

const due = object(
  {
    key: text('0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11/kick-off/notes/meeting-1'),
    kind: oneOf('reminder', 'check-in'),
    place: about('Where the template has the rule: a stage, `track:<key>`, `plan` or `paused`.', text('kick-off')),
    rule: text('notes'),
    name: about(
      "The rule's name, in the reader's language; null when it has none.",
      orNull(text('The notes are missing')),
    ),
    stage: stageKey,
    attempt: whole(1),
    occurrence: text('meeting-1'),
    form: about("A check-in's form.", text('reflection-talk')),
    to: about('Roles.', list(text('process-leader'))),
    deputiesOf: about('Roles whose deputies are asked, in a step of an escalation.', list(text('chair'))),
    step: about('Of an escalation, the number of the step; absent of the reminder itself.', whole(1)),
    dueOn: day,
    latest: about('The last day on which it has a point.', day),
    overdue: flag,
    because: object(
      {
        from: text('meeting-held'),
        day,
        record: text('meeting-1'),
        organisation: about('The party whose matter it is.', text('RKL')),
        workgroup: text('workgroup-1'),
        missing: list(ref('Missing')),
      },
      { optional: ['record', 'organisation', 'workgroup'] },
    ),
  },
  { optional: ['form', 'deputiesOf', 'step', 'latest'] },
);

export const planSchemas: Record<string, Schema> = {
  Missing: missing,
  Reason: reason,
  Criterion: criterion,
  Plan: plan,
  BoardItem: boardItem,
  BoardPage: page('BoardItem'),
  Move: move,
  MovePage: page('Move'),
  Due: due,
  DuePage: page('Due'),
  Standing: object(standing),
  Words: words,
};
