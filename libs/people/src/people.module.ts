// Wires the slice: tokens and sessions. Doors (controllers) are listed by the apps.
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Sessions } from './access/sessions.js';
import { Tokens } from './access/tokens.js';

/** STEGVIS_ADMIN_TOKEN, as a provider: undefined when it is not set. */
export const ADMIN_TOKEN = Symbol('STEGVIS_ADMIN_TOKEN');

/** Needs a global provider for each of DataSource and ADMIN_TOKEN. */
@Module({
  providers: [
    {
      provide: Tokens,
      inject: [DataSource, { token: ADMIN_TOKEN, optional: true }],
      useFactory: (source: DataSource, adminToken: string | undefined) => new Tokens(source, adminToken),
    },
    {
      provide: Sessions,
      inject: [DataSource, Tokens],
      useFactory: (source: DataSource, tokens: Tokens) => new Sessions(source, tokens),
    },
  ],
  exports: [Tokens, Sessions],
})
export class PeopleModule {}
