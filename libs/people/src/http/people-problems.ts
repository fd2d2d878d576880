// The troubles of the doors to persons and posts.
import { HTTP_PROBLEMS, Problem, problemKinds, type Parameter } from '#libs/platform';
import type { PersonRefusal } from '../directory/persons.js';

export const PEOPLE_PROBLEMS = problemKinds({
  'unknown-person': {
    status: 404,
    title: { sv: 'Personen finns inte', en: 'There is no such person' },
    detail: { sv: 'Det finns ingen person {id}.', en: 'There is no person {id}.' },
  },
  'erased-person': {
    status: 409,
    title: { sv: 'Personens uppgifter har raderats', en: 'The details of the person have been erased' },
    detail: {
      sv: 'Uppgifterna har raderats och kommer inte tillbaka. Lägg till personen på nytt.',
      en: 'The details have been erased and do not come back. Add the person anew.',
    },
  },
  'address-taken': {
    status: 409,
    title: { sv: 'Adressen är någon annans', en: 'The address is somebody else’s' },
    detail: {
      sv: 'En annan person har redan den e-postadressen.',
      en: 'Another person has that mail address already.',
    },
  },
  'unknown-organisation': {
    status: 404,
    title: { sv: 'Organisationen finns inte', en: 'There is no such organisation' },
    detail: {
      sv: 'Lägg först till organisationen: PUT /v1/organisations/{kod}.',
      en: 'Add the organisation first: PUT /v1/organisations/{code}.',
    },
  },
  'unknown-programme': {
    status: 404,
    title: { sv: 'Programmet finns inte', en: 'There is no such programme' },
    detail: {
      sv: 'Lägg först till programmet: PUT /v1/programmes/{kod}.',
      en: 'Add the programme first: PUT /v1/programmes/{code}.',
    },
  },
  'not-a-person': {
    status: 403,
    title: { sv: 'Du är ingen person här', en: 'You are no person here' },
    detail: {
      sv: 'Det här gäller den som är inloggad som sig själv; en nyckel är ett program.',
      en: 'This is for somebody who is signed in as themselves; a token is a program.',
    },
  },
  'unknown-post': {
    status: 404,
    title: { sv: 'Uppdraget finns inte', en: 'There is no such post' },
    detail: { sv: 'Det finns inget uppdrag {id}.', en: 'There is no post {id}.' },
  },
  'accountable-already': {
    status: 409,
    title: { sv: 'Någon annan är ansvarig då', en: 'Somebody else is accountable then' },
    detail: {
      sv: 'Ett program har en processledare i taget: avsluta det andra uppdraget först, eller låt det nya börja när det är över.',
      en: 'A programme has one process leader at a time: end the other post first, or let the new one begin when it is over.',
    },
  },
  'held-already': {
    status: 409,
    title: { sv: 'Personen har redan uppdraget', en: 'The person holds the post already' },
    detail: {
      sv: 'Samma person har samma uppdrag under någon av dagarna.',
      en: 'The same person holds the same post on some of the days.',
    },
  },
  'post-ended': {
    status: 409,
    title: { sv: 'Uppdraget är redan avslutat', en: 'The post has ended already' },
    detail: { sv: 'Ett uppdrag avslutas en gång.', en: 'A post ends once.' },
  },
  'post-ends-earlier': {
    status: 409,
    title: { sv: 'Uppdraget slutar tidigare', en: 'The post ends earlier' },
    detail: {
      sv: 'Ett uppdrag avslutas före sin tid, inte efter. Lägg till ett nytt för dagarna därefter.',
      en: 'A post is ended ahead of its time, not after it. Add a new one for the days that follow.',
    },
  },
  'persons-not-shown': {
    status: 403,
    title: { sv: 'Vilka som arbetar i planen visas inte för dig', en: 'Who works in the plan is not shown to you' },
    detail: {
      sv: 'Det visas för dem som har en roll i planen.',
      en: 'It is shown to those who have a role in the plan.',
    },
  },
  'unknown-holding': {
    status: 404,
    title: { sv: 'Rollinnehavet finns inte', en: 'There is no such holding' },
    detail: { sv: 'Planen har inget innehav {holding}.', en: 'The plan has no holding {holding}.' },
  },
  'not-csv': {
    status: 415,
    title: { sv: 'Innehållet ska vara CSV', en: 'The body must be CSV' },
    detail: {
      sv: 'Skicka filen som text/csv, sparad som ”CSV UTF-8”.',
      en: 'Send the file as text/csv, saved as "CSV UTF-8".',
    },
  },
  'unreadable-csv': {
    status: 400,
    title: { sv: 'Filen går inte att läsa', en: 'The file cannot be read' },
  },
  'faulty-rows': {
    status: 400,
    title: { sv: 'Några rader har fel', en: 'Some rows have faults' },
    detail: {
      sv: '{bad} av {rows} rader har fel, och ingenting har sparats. Med onlyGood=true sparas de {good} andra.',
      en: '{bad} of {rows} rows have faults, and nothing was stored. With onlyGood=true the other {good} are stored.',
    },
  },
});

const POINTERS: Partial<Record<PersonRefusal, string>> = {
  'address-taken': '/address',
  'unknown-organisation': '/organisation',
};

export function personProblem(refused: PersonRefusal, id = ''): Problem {
  const pointer = POINTERS[refused];
  const faults = pointer === undefined ? {} : { faults: [{ pointer, code: refused }] };
  return new Problem(PEOPLE_PROBLEMS[refused], { params: { id: id.slice(0, 80) }, ...faults });
}

/** The item that a page was to go on from is not in the list any more: whoever reads on begins anew, and misses nobody. */
export function notGoingOn({ want }: Pick<Parameter<string>, 'want'>): Problem {
  return new Problem(HTTP_PROBLEMS['invalid-parameter'], { params: { name: 'cursor', want } });
}
