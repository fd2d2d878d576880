// The troubles of the doors to records: the audit trail, what is given out, personal data, retention.
import { Problem, problemKinds, type Caller } from '#libs/platform';

export const RECORDS_PROBLEMS = problemKinds({
  'of-the-whole-installation': {
    status: 403,
    title: { sv: 'Det gäller hela installationen', en: 'It is about the whole installation' },
    detail: {
      sv: 'Nyckeln är bunden till vissa program, och det här kan inte delas upp på program.',
      en: 'The token is bound to some programmes, and this cannot be told programme by programme.',
    },
  },
  'confidential-unassessed': {
    status: 409,
    title: { sv: 'Det är sekretessmarkerat', en: 'It is marked as confidential' },
    detail: {
      sv: 'Markerat: {records}. Märkningen är ingen prövning: pröva frågan och ange assessed: true, eller lämna ut i delar eller avslå med ground.',
      en: 'Marked: {records}. The mark decides nothing: assess the matter and say assessed: true, or give it in part or refuse, with ground.',
    },
  },
  'holds-required-role': {
    status: 409,
    title: { sv: 'Personen har roller som någon måste ha', en: 'The person holds roles that somebody must have' },
    detail: {
      sv: 'Låt någon annan ta över först: {what}. Använd end-role med en efterträdare, eller start-hand-over.',
      en: 'Let somebody else take over first: {what}. Use end-role with a successor, or start-hand-over.',
    },
  },
  'cannot-leave-role': {
    status: 409,
    title: { sv: 'Personen har en roll som inte kan avslutas nu', en: 'The person has a role that cannot end now' },
    detail: {
      sv: '{what}: {why} En roll som inte har börjat ges åt någon annan med correct, eller tas tillbaka med undo.',
      en: '{what}: {why} A role that has not begun is given to somebody else by correct, or taken back by undo.',
    },
  },
  'last-administrator': {
    status: 409,
    title: { sv: 'Personen är den sista administratören', en: 'The person is the last administrator' },
    detail: {
      sv: 'Ge först någon annan uppdraget administrator: POST /v1/posts.',
      en: 'Give somebody else the post of administrator first: POST /v1/posts.',
    },
  },
  'accountable-for-programme': {
    status: 409,
    title: { sv: 'Personen är processledare för ett program', en: 'The person is the process leader of a programme' },
    detail: {
      sv: 'Avsluta uppdraget och ge det till någon annan först: {what}.',
      en: 'End the post and give it to somebody else first: {what}.',
    },
  },
  'nothing-due': {
    status: 404,
    title: { sv: 'Ingenting är föreslaget', en: 'Nothing is proposed' },
    detail: {
      sv: 'Det finns inget förslag {proposal}. Se GET /v1/retention/proposals.',
      en: 'There is no proposal {proposal}. See GET /v1/retention/proposals.',
    },
  },
  'unknown-rule': {
    status: 404,
    title: { sv: 'Regeln finns inte', en: 'There is no such rule' },
    detail: { sv: 'Det finns ingen gallringsregel {what}.', en: 'There is no retention rule {what}.' },
  },
});

/** @throws Problem for whoever is let in to some programmes alone. */
export function refusePartial({ programmes }: Caller): void {
  if (programmes) throw new Problem(RECORDS_PROBLEMS['of-the-whole-installation']);
}
