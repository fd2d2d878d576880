// Wires sign-in through OpenID providers.
import { Address, DatabaseClock } from '#libs/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Tokens } from '../access/tokens.js';
import { PeopleModule } from '../people.module.js';
import { OidcSignIn } from './oidc-sign-in.js';
import type { OidcProvider } from './providers.js';

/** Needs a global provider for each of DataSource, DatabaseClock and Address. */
@Module({})
export class OidcModule {
  static of(providers: readonly OidcProvider[]): DynamicModule {
    const signIn = {
      provide: OidcSignIn,
      inject: [DataSource, DatabaseClock, Tokens, Address],
      useFactory: (source: DataSource, clock: DatabaseClock, tokens: Tokens, address: Address) =>
        new OidcSignIn(source, clock, tokens, providers, address),
    };
    return { module: OidcModule, imports: [PeopleModule], providers: [signIn], exports: [OidcSignIn] };
  }
}
