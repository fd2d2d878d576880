// The schemas of persons and of the roles that they hold outside the plans.
import {
  ref,
  flag,
  about,
  day,
  dryRun,
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

const address = orNull({ type: 'string', format: 'email', examples: ['anna@region.example'] });
const language = oneOf('sv', 'en');

const person = object({
  id: uuid,
  name: about('Null once the person has been erased.', orNull(text('Anna Öberg'))),
  address: about('Where mail goes, and what one signs in by.', address),
  language,
  organisation: orNull(text('HOGSBY')),
  createdAt: instant,
  erasedAt: orNull(instant),
});

const post = object({
  id: uuid,
  role: text('process-leader'),
  person: uuid,
  organisation: about('The one that it is held for.', text('HOGSBY')),
  programme: about('Null for the whole installation.', orNull(text('PROGRAMME'))),
  mandate: about('What the holder may decide.', orNull(text('Beslutar om upp till 50 000 kr.'))),
  from: about('The first day.', day),
  until: about('The last day; a post that ended before it began has it before the first.', orNull(day)),
  deputy: orNull(uuid),
  share: about('Of a full working time, in per cent.', orNull(whole(1, 20))),
  createdAt: instant,
  endedAt: about('When somebody ended it ahead of its time.', orNull(instant)),
});

const heldToday = object(
  { role: text('process-leader'), organisation: text('HOGSBY'), programme: text('PROGRAMME') },
  { optional: ['programme'] },
);

/** What `Me` says besides, of a person. */
export const myself = object({
  address,
  language,
  posts: about('Held today, or deputised for, outside the plans.', list(heldToday)),
});

const personImport = object(
  {
    rows: whole(0, 120),
    good: about('Rows without a fault.', whole(0, 118)),
    new: whole(0, 110),
    changed: whole(0, 3),
    known: about('Rows that say what is known.', whole(0, 5)),
    stored: whole(0, 113),
    encoding: oneOf('utf-8', 'utf-16le', 'windows-1252'),
    delimiter: oneOf(';', ',', '\t'),
    ignored: about('Heads of columns that were not read.', list(text('Telefon'))),
    notes: about('What a person should look at.', list(text())),
    faults: list(
      object({
        pointer: text('/17/E-post'),
        row: about('As a spreadsheet counts: the heads are row 1.', whole(1, 17)),
        column: about('The head of its column; null for the whole row.', orNull(text('E-post'))),
        code: text('not-an-address'),
        message: text('must be a mail address, such as anna@example.org.'),
      }),
    ),
    items: about(
      'The first hundred of the good rows.',
      list(
        object({
          row: whole(2, 2),
          what: oneOf('new', 'changed', 'known'),
          name: text('Anna Öberg'),
          address,
          language,
          organisation: orNull(text('HOGSBY')),
          role: about('Held for the whole installation, from today.', orNull(text('process-leader'))),
        }),
      ),
    ),
    dryRun,
  },
  { optional: ['dryRun'] },
);

const namedPerson = object(
  {
    id: uuid,
    name: about('Null when the person has been erased, or is not in the directory.', orNull(text('Anna Öberg'))),
  },
  { description: 'A person who is spoken of.' },
);
const somebody = ref('NamedPerson');
const called = { role: text('process-leader'), roleName: text('Process leader') };
const moment = about('As precisely as it is known; null when nobody knows.', orNull(text('2027-03-15')));

const holding = {
  holding: text('holding-1'),
  ...called,
  person: somebody,
  organisation: text('HOGSBY'),
  workgroup: about('Null for the whole plan.', orNull(text('workgroup-1'))),
  from: about('The first day.', day),
  until: about('The last day.', orNull(day)),
  held: about('Held today.', flag),
  deputy: orNull(somebody),
  share: about('Of full time, in per cent.', orNull(whole(1, 20))),
  mandate: about('What the holder may decide.', orNull(text('Leder arbetet.'))),
  endedAt: about('The first day on which it is held no more, where somebody ended it.', orNull(day)),
  successor: about('The holding that goes on in its place.', orNull(text('holding-2'))),
  handOver: about(
    'The open hand-over.',
    orNull(
      object({
        to: about('Null while nobody is found.', orNull(somebody)),
        organisation: text('HOGSBY'),
        at: moment,
        why: about('Why things are as they are.', orNull(text('Kommunen ville vänta.'))),
        contacts: about('Whom to ask about what.', orNull(text('Biblioteket om lokaler.'))),
      }),
    ),
  ),
};

const heldRole = {
  ...called,
  holding: text('holding-1'),
  person: somebody,
  organisation: text('HOGSBY'),
  workgroup: orNull(text('workgroup-1')),
};
const election = object({ on: day, days: whole(0, 181) }, { description: 'The next elections to the councils.' });

const dependency = object({
  plan: uuid,
  title: text('Hälsolots'),
  alone: about('Roles with one holder and no deputy.', list(object(heldRole))),
  ending: about(
    'Roles that end within 90 days and that nobody has after that.',
    list(object({ ...heldRole, until: day })),
  ),
  vacant: about(
    'Required roles that nobody has.',
    list(
      object({
        ...called,
        deputy: about('Who stands in meanwhile.', orNull(somebody)),
        handingOver: about('The holding whose hand-over is open.', orNull(text('holding-1'))),
      }),
    ),
  ),
  mandateEnds: about('The end of the mandate; soon: within 90 days.', orNull(object({ at: moment, soon: flag }))),
  election,
  reAnchorings: about(
    'What waits to be anchored anew after a change of leadership.',
    list(
      object({
        task: text('re-anchoring-1'),
        organisation: text('HOGSBY'),
        role: orNull(text('process-leader')),
        roleName: orNull(text('Process leader')),
        on: day,
      }),
    ),
  ),
});

const outside = {
  post: uuid,
  ...called,
  person: somebody,
  organisation: text('HOGSBY'),
  programme: orNull(text('PROGRAMME')),
  until: orNull(day),
};
const dependencyPage = object(
  {
    items: list(ref('PlanDependency')),
    next: about('Where to go on; null when there is no more.', orNull(text())),
    election,
    posts: about(
      'Outside the plans; for those who administer.',
      object({
        alone: list(object(outside)),
        ending: list(object(outside)),
        unled: about('Codes of programmes without a process leader.', list(text('PROGRAMME'))),
      }),
    ),
  },
  { optional: ['posts'] },
);

const handOverPack = object({
  plan: uuid,
  title: text('Hälsolots'),
  ...holding,
  duties: about('Reminders and check-ins that go to the role, the earliest first.', list(ref('Due'))),
  openCriteria: about('What the stage still asks of the role.', list(ref('Criterion'))),
  has: about(
    'What is recorded of the role.',
    list(object({ record: text('activity-1'), as: text('owner'), title: orNull(text('Lots')) })),
  ),
  decisions: list(
    object({
      what: oneOf('direction', 'adoption'),
      record: text('decision-1'),
      at: moment,
      organisation: orNull(text('HOGSBY')),
      decision: orNull(text('deferred')),
    }),
  ),
  contacts: about(
    'Everybody else who has a role, and the deputies.',
    list(object({ ...called, organisation: text('HOGSBY'), person: somebody, as: oneOf('holder', 'deputy') })),
  ),
  reasons: about(
    'Why it was paused, sent back, restarted and so on.',
    list(
      object({
        event: text('0b6f1c5e-6a53-4a0e-9d53-5f0b4f0a7c11-4'),
        type: text('se.stegvis.plan.paused.v1'),
        at: moment,
        reason: about('Null when it has been struck out.', orNull(text('Vi väntar på budgetbeslutet.'))),
      }),
    ),
  ),
});

export const peopleSchemas: Record<string, Schema> = {
  Person: person,
  PersonPage: page('Person'),
  PersonImport: personImport,
  NamedPerson: namedPerson,
  Candidate: object({ id: uuid, name: text('Anna Öberg'), organisation: orNull(text('HOGSBY')) }),
  CandidatePage: page('Candidate'),
  PlanHolding: object(holding),
  PlanPeople: page('PlanHolding'),
  PlanDependency: dependency,
  DependencyPage: dependencyPage,
  HandOverPack: handOverPack,
  Post: post,
  PostPage: page('Post'),
};
