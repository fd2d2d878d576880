// What the parts of a person's data are called, for whoever reads them.
import type { Label } from '#libs/lifecycle';
import type { PersonalData } from './personal-data.js';

export const SECTION_WORDS: Record<Exclude<keyof PersonalData, 'person'>, Label> = {
  posts: { sv: 'Uppdrag utanför planerna', en: 'Posts outside the plans' },
  roles: { sv: 'Roller i planer', en: 'Roles in plans' },
  events: { sv: 'Det som personen har gjort i planer', en: 'What the person did in plans' },
  texts: { sv: 'Texter som personen har skrivit', en: 'Texts that the person wrote' },
  mails: { sv: 'E-post till personen, de senaste sju dagarna', en: 'Mails to the person, of the last seven days' },
  signIns: { sv: 'Inloggningar', en: 'Sign-ins' },
  tokens: { sv: 'Nycklar', en: 'Tokens' },
  identities: { sv: 'Konton hos inloggningstjänster', en: 'Accounts with sign-in providers' },
  guestLinks: { sv: 'Gästlänkar till personen', en: 'Guest links to the person' },
  audit: { sv: 'Rader i granskningsloggen', en: 'Rows of the audit trail' },
  refused: { sv: 'Det som personen inte fick göra', en: 'What the person was refused' },
};
