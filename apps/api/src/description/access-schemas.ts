// The schemas of sessions, tokens, mails and guests' links.
import { SCOPES } from '#libs/platform';
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
  text,
  uuid,
  whole,
  type Schema,
} from './schema-words.js';

const session = object({
  id: uuid,
  createdAt: instant,
  lastUsedAt: about('To the minute.', orNull(instant)),
  expiresAt: instant,
  current: about('The one that asks.', flag),
});

const ofToken = {
  id: uuid,
  name: text('Registry'),
  scopes: list(oneOf(...SCOPES)),
  role: orNull(text('process-leader')),
  organisation: orNull(text('HOGSBY')),
  person: orNull(uuid),
  programmes: about('Those it is let in to; null for every one.', orNull(list(text('PROGRAMME')))),
  createdAt: instant,
  expiresAt: orNull(instant),
  lastUsedAt: about('To the minute.', orNull(instant)),
  revokedAt: orNull(instant),
};

const ofMail = {
  id: uuid,
  to: { type: 'string', format: 'email', examples: ['anna@example.se'] },
  name: orNull(text('Anna Åberg')),
  subject: text('Din länk för att logga in i Stegvis'),
  language: oneOf('sv', 'en'),
  purpose: text('sign-in'),
  person: orNull(uuid),
  status: about(
    '`kept`: there is no mail server, so it stays here to be read.',
    oneOf('kept', 'waiting', 'sent', 'failed'),
  ),
  createdAt: instant,
  due: about('When it is tried next.', orNull(instant)),
  sentAt: orNull(instant),
  failedAt: orNull(instant),
  attempts: whole(0, 1),
  fault: about('What the mail server said last.', orNull(text('550 no such user'))),
};

const guestLink = object({
  id: uuid,
  plan: uuid,
  verb: text('comment'),
  preset: anyObject,
  ask: about('The field of the body that the guest fills in.', orNull(text('comment'))),
  message: orNull(text('Hur går det för er?')),
  language: oneOf('sv', 'en'),
  person: orNull(uuid),
  name: orNull(text('Anna Åberg')),
  address: orNull({ type: 'string', format: 'email', examples: ['anna@example.se'] }),
  role: orNull(text('resident')),
  organisation: orNull(text('HOGSBY')),
  status: oneOf('open', 'used', 'withdrawn', 'expired'),
  madeAt: instant,
  expiresAt: instant,
  usedAt: orNull(instant),
  withdrawnAt: orNull(instant),
});

export const accessSchemas: Record<string, Schema> = {
  Session: session,
  SessionPage: page('Session'),
  SessionsRevoked: object({ revoked: about('How many ended.', whole(0, 1)) }),
  Token: object(ofToken),
  TokenPage: page('Token'),
  MadeToken: object({ ...ofToken, token: about('Shown this once.', text('stegvis_Qm9vLi4u')) }),
  Mail: object(ofMail),
  MailPage: page('Mail'),
  WrittenMail: object({
    ...ofMail,
    text: about('Null once it has been handed over.', orNull(text('Hej!'))),
    html: orNull(text('<p>Hej!</p>')),
  }),
  GuestLink: guestLink,
  GuestLinkPage: page('GuestLink'),
};
