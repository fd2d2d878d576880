// The schemas of persons and of the roles that they hold outside the plans.
import {
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

export const peopleSchemas: Record<string, Schema> = {
  Person: person,
  PersonPage: page('Person'),
  PersonImport: personImport,
  Post: post,
  PostPage: page('Post'),
};
