// Wires the slice: tokens, sessions, the directory. Doors (controllers) are listed by the apps.
import { Address, DatabaseClock, PostOffice, type AskingLimit as Limit } from '#libs/platform';
import { PlanDoorsModule, Plans, VerbDoor } from '#libs/plans';
import { Module } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { GuestInvitations } from './http/guest-invitations.js';
import { AskingLimit, ASKING_LIMIT, USUAL_LIMIT } from './access/asking-limit.js';
import { GuestLinks } from './access/guest-links.js';
import { FailedSignIns } from './access/failed-sign-ins.js';
import { MailedLinks } from './access/mailed-links.js';
import { Sessions } from './access/sessions.js';
import { Tokens } from './access/tokens.js';
import { AddressPost } from './directory/address-post.js';
import { PersonsImport } from './directory/import/person-import.js';
import { Persons } from './directory/persons.js';
import { Posts } from './directory/posts.js';

/** STEGVIS_ADMIN_TOKEN, as a provider: undefined when it is not set. */
export const ADMIN_TOKEN = Symbol('STEGVIS_ADMIN_TOKEN');

/** Needs a global provider for each of DataSource, DatabaseClock, Address, PostOffice and ADMIN_TOKEN; ASKING_LIMIT may be one. */
@Module({
  imports: [PlanDoorsModule],
  providers: [
    {
      provide: Tokens,
      inject: [DataSource, DatabaseClock, { token: ADMIN_TOKEN, optional: true }],
      useFactory: (source: DataSource, clock: DatabaseClock, adminToken: string | undefined) =>
        new Tokens(source, clock, adminToken),
    },
    {
      provide: Sessions,
      inject: [DataSource, DatabaseClock, Tokens],
      useFactory: (source: DataSource, clock: DatabaseClock, tokens: Tokens) => new Sessions(source, clock, tokens),
    },
    {
      provide: Persons,
      inject: [DataSource, DatabaseClock, PostOffice, Address],
      useFactory: (source: DataSource, clock: DatabaseClock, office: PostOffice, address: Address) =>
        new Persons(source, clock, new AddressPost(office, address)),
    },
    {
      provide: PersonsImport,
      inject: [DataSource, DatabaseClock],
      useFactory: (source: DataSource, clock: DatabaseClock) => new PersonsImport(source, clock),
    },
    {
      provide: Posts,
      inject: [DataSource, DatabaseClock],
      useFactory: (source: DataSource, clock: DatabaseClock) => new Posts(source, clock),
    },
    {
      provide: MailedLinks,
      inject: [DataSource, DatabaseClock, Persons, PostOffice, Address],
      useFactory: (source: DataSource, clock: DatabaseClock, persons: Persons, office: PostOffice, address: Address) =>
        new MailedLinks(source, clock, persons, office, address),
    },
    {
      provide: GuestLinks,
      inject: [Pool, DatabaseClock, PostOffice],
      useFactory: (pool: Pool, clock: DatabaseClock, office: PostOffice) => new GuestLinks(pool, clock, office),
    },
    {
      provide: GuestInvitations,
      inject: [DataSource, DatabaseClock, Persons, GuestLinks, VerbDoor, Plans, Address],
      useFactory: (...given: ConstructorParameters<typeof GuestInvitations>) => new GuestInvitations(...given),
    },
    { provide: FailedSignIns, inject: [Pool], useFactory: (pool: Pool) => new FailedSignIns(pool) },
    {
      provide: AskingLimit,
      inject: [{ token: ASKING_LIMIT, optional: true }],
      useFactory: (limit: Limit = USUAL_LIMIT) => new AskingLimit(limit),
    },
  ],
  exports: [
    FailedSignIns,
    Tokens,
    Sessions,
    Persons,
    PersonsImport,
    Posts,
    MailedLinks,
    AskingLimit,
    GuestLinks,
    GuestInvitations,
  ],
})
export class PeopleModule {}
