// Wires the slice: the command door, the store, the catalogue. Doors (controllers) are listed by the apps.
import { DatabaseClock } from '#libs/platform';
import { Module } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { GroupCommit } from './command/group-commit.js';
import { RefusalLog } from './command/refusal-log.js';
import { Plans } from './plans.js';
import { Catalogue } from './templates/catalogue.js';

/** Needs a global provider for each of Pool, DataSource, DatabaseClock and Appended. */
@Module({
  imports: [CqrsModule],
  providers: [
    GroupCommit,
    RefusalLog,
    { provide: Catalogue, inject: [DataSource], useFactory: (source: DataSource) => new Catalogue(source) },
    {
      provide: Plans,
      inject: [CommandBus, Pool, Catalogue, DatabaseClock],
      useFactory: (bus: CommandBus, pool: Pool, catalogue: Catalogue, clock: DatabaseClock) =>
        new Plans(bus, pool, catalogue, clock),
    },
  ],
  exports: [Plans, Catalogue, RefusalLog],
})
export class PlansModule {}
