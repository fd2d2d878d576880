// The schemas of all other answers: verbs, batches, templates, people, problems, machines.
import { ORGANISATION_KINDS } from '#libs/people';
import { SCOPES } from '#libs/platform';
import {
  about,
  anyObject,
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
import { myself } from './people-schemas.js';

const problem = object(
  {
    type: { type: 'string', format: 'uri-reference', examples: ['urn:stegvis:problem:criterion-not-met'] },
    title: text('It cannot be done now'),
    status: { type: 'integer', minimum: 400, maximum: 599, examples: [409] },
    code: about('Stable.', text('criterion-not-met')),
    detail: text('Notes are missing from "Kick-off".'),
    instance: { type: 'string', format: 'uri-reference', examples: ['urn:uuid:3d9f7c52-9a35-4c3c-8f0e-0a5d7c6a2f11'] },
    reasons: about('Why the engine refused, and what is missing.', list(ref('Reason'))),
    faults: about('What is wrong with the body, each at its place.', list(ref('Fault'))),
    dryRun,
  },
  { optional: ['instance', 'reasons', 'faults', 'dryRun'], description: 'RFC 9457.' },
);

const fault = object({
  pointer: about('JSON pointer (RFC 6901) into the body.', text('/title')),
  code: text('required'),
  message: text('the field is missing.'),
});

const standing = { id: uuid, version: whole(1, 5), stage: text('kick-off'), attempt: whole(1) };

const verbAnswer = object(
  {
    ...standing,
    status: oneOf('active', 'paused', 'completed', 'discontinued'),
    events: list(ref('ToldEvent')),
    made: about('Plans that a fork made.', list(ref('Standing'))),
    dryRun,
  },
  { optional: ['made', 'dryRun'] },
);

const commandAnswer = object({
  status: about('As HTTP would have said alone.', { type: 'integer', examples: [200] }),
  body: about('The same body as alone; its other fields stand beside it as well.', {
    anyOf: [ref('VerbAnswer'), ref('Problem')],
  }),
});

const bulkReport = object(
  {
    total: whole(0, 12),
    accepted: whole(0, 11),
    refused: whole(0, 1),
    results: about(
      'One for each plan: in the order of `plans`, or the newest first.',
      list(
        object({
          plan: uuid,
          title: about('Null when there is no such plan.', orNull(text('Hälsolots'))),
          status: about('As HTTP would have said alone.', { type: 'integer', examples: [200] }),
          body: about('The same body as alone.', { anyOf: [ref('VerbAnswer'), ref('Problem')] }),
        }),
      ),
    ),
    dryRun,
  },
  { optional: ['dryRun'] },
);

const namedVerb = object({ verb: text('plan-meeting'), name: text('Plan a meeting') });
const stageKey = orNull(text('kick-off'));

const migrationPreviews = object({
  total: whole(0, 12),
  possible: whole(0, 11),
  results: about(
    'One for each plan.',
    list(
      object({
        plan: uuid,
        title: about('Null when there is no such plan.', orNull(text('Hälsolots'))),
        possible: flag,
        reasons: about('Why not.', list(ref('Reason'))),
        stages: about(
          'Each stage of the present template, and its place in the other.',
          list(object({ from: text('kick-off'), to: stageKey })),
        ),
        stage: about(
          'Where the plan stands, and would stand.',
          orNull(object({ from: text('kick-off'), to: stageKey })),
        ),
        opened: about('Verbs that would be open and are not.', list(namedVerb)),
        closed: about('Verbs that are open and would not be.', list(namedVerb)),
        criteria: about('How the criteria of the stage would stand.', list(ref('Criterion'))),
        orphaned: about(
          'What has been recorded and no verb of the other template concerns: it stays, and rests.',
          list(object({ capability: text('meetings'), name: text('Meetings') })),
        ),
        deadlines: about(
          'Reminders and check-ins that come (from null), go (to null) or move.',
          list(
            object({
              kind: oneOf('reminder', 'check-in'),
              place: text('kick-off'),
              rule: text('notes'),
              occurrence: text('meeting-1@2026-03-15'),
              from: orNull(text('2026-03-22')),
              to: orNull(text('2026-03-29')),
            }),
          ),
        ),
      }),
    ),
  ),
});

const template = object({
  key: text('joint-action-plan'),
  version: whole(1),
  name: ref('Words'),
  summary: orNull(ref('Words')),
  publishedAt: instant,
  versions: about('All published versions, the newest first.', list(whole(1))),
});

const templateChange = object({
  code: about('Stable.', text('stage-added')),
  params: about('Keys and values as the templates have them.', anyObject),
  message: text('The stage "Trial" is new, after "Study". To leave it: nothing.'),
});

const templateDiff = object({
  from: object({ key: text('try-out'), version: whole(1, 1) }),
  to: object({ key: text('try-out'), version: whole(1, 2) }),
  parts: list(
    object({
      stage: about('Null for what belongs to no stage.', orNull(text('trial'))),
      name: orNull(ref('Words')),
      changes: list(templateChange),
    }),
  ),
});

const vocabularyVerb = object({
  verb: text('plan-meeting'),
  kind: oneOf('lifecycle', 'repair', 'capability'),
  name: ref('Words'),
  capability: orNull(text('meetings')),
  reasonRequired: flag,
  body: about('JSON Schema of its body.', anyObject),
});

const vocabulary = object({
  verbs: list(vocabularyVerb),
  capabilities: list(object({ key: text('meetings'), name: ref('Words') })),
  criteria: list(
    object({
      kind: text('meeting-held'),
      name: ref('Words'),
      with: about('JSON Schema of its parameters.', anyObject),
      suppliedBy: list(text('hold-meeting')),
    }),
  ),
  anchors: about(
    'What a reminder or check-in can hang on.',
    list(object({ anchor: text('meeting-held'), when: about('JSON Schema of a `when` that names it.', anyObject) })),
  ),
  forks: about('What plans can be forked by.', list(text('theme'))),
  forms: about('Forms of check-in.', list(object({ form: text('reflection-talk'), name: ref('Words') }))),
});

const organisation = object({
  code: text('HOGSBY'),
  name: text('Högsby kommun'),
  kind: orNull(oneOf(...ORGANISATION_KINDS)),
  roles: list(text()),
  source: orNull(text()),
});
const inProgramme = { code: text('PROGRAMME'), name: text('Programmet'), goal: orNull(text()), source: orNull(text()) };
const strand = { no: whole(1), name: text('Pilot'), content: list(text('Inventering')), result: text('Handlingsplan') };
const programme = object({
  ...inProgramme,
  strands: list(object(strand, { optional: ['content', 'result'] })),
});

const placed = object(
  {
    id: uuid,
    kind: oneOf('initiative', 'plan', 'case'),
    title: text('Hälsolots'),
    template: object({ key: text('joint-action-plan'), version: whole(1) }),
    stage: text('kick-off'),
    status: oneOf('active', 'paused', 'completed', 'discontinued'),
    plans: about('Plans and cases under it, the oldest first, in the same form.', list(anyObject)),
    more: about('How many more there are under it: `GET /v1/plans?parent=` has them all.', whole(0)),
  },
  { description: 'A plan and its place in a portfolio.' },
);
const portfolio = object({
  ...inProgramme,
  strands: list(object({ ...strand, plans: list(ref('Placed')) }, { optional: ['content', 'result'] })),
  plans: about('Those of no strand.', list(ref('Placed'))),
  next: about('The `cursor` of the next page of initiatives, in the strands and beside them.', orNull(text())),
});

const attachment = object({
  attachment: text('attachment-1'),
  plan: uuid,
  name: about('Null when it has been struck out.', orNull(text('protokoll.pdf'))),
  mediaType: text('application/pdf'),
  bytes: whole(1, 48_213),
  sha256: about('Of the file, in hex.', text('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')),
  record: about('The record that it belongs to.', orNull(text('meeting-1'))),
  addedAt: instant,
  struckAt: orNull(instant),
  content: about(
    'Where the file itself is; null when it has been struck out.',
    orNull(text('/v1/plans/0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11/attachments/attachment-1/content')),
  ),
});

export const answerSchemas: Record<string, Schema> = {
  Problem: problem,
  Fault: fault,
  VerbAnswer: verbAnswer,
  CommandAnswer: commandAnswer,
  CommandAnswers: object(
    { results: about('One for each command, in order.', list(ref('CommandAnswer'))), dryRun },
    { optional: ['dryRun'] },
  ),
  BulkReport: bulkReport,
  MigrationPreviews: migrationPreviews,
  TemplateSummary: template,
  TemplatePage: page('TemplateSummary'),
  TemplateCheck: object({ valid: flag, faults: list(ref('Fault')) }),
  TemplateDiff: templateDiff,
  Vocabulary: vocabulary,
  Organisation: organisation,
  OrganisationPage: page('Organisation'),
  Programme: programme,
  ProgrammePage: page('Programme'),
  Placed: placed,
  Portfolio: portfolio,
  Me: object(
    {
      id: text('admin'),
      name: text('admin'),
      role: orNull(text('process-leader')),
      organisation: orNull(text('HOGSBY')),
      scopes: list(oneOf(...SCOPES)),
      person: about('Who is signed in; absent for a program.', myself),
    },
    { optional: ['person'] },
  ),
  Attachment: attachment,
  AttachmentPage: page('Attachment'),
  Health: object({ status: { const: 'ok' } }),
  Readiness: object({
    ready: flag,
    checks: object({ database: text('ok'), migrations: text('ok'), journal: text('ok') }),
  }),
  JsonSchema: anyObject,
  AnyObject: anyObject,
};
