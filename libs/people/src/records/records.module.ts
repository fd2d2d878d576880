// Wires records and privacy: what was given out, what is held about a person, erasure, retention.
import { Plans, PlansModule } from '#libs/plans';
import { Module } from '@nestjs/common';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { Disclosures } from './disclosures.js';
import { Erasures } from './erasures.js';
import { Retention } from './retention/retention.js';

/** Needs global providers of DataSource and Pool. */
@Module({
  imports: [PlansModule],
  providers: [
    {
      provide: Disclosures,
      inject: [DataSource],
      useFactory: (source: DataSource) => new Disclosures(source),
    },
    {
      provide: Erasures,
      inject: [DataSource, Pool, Plans],
      useFactory: (source: DataSource, pool: Pool, plans: Plans) => new Erasures(source, pool, plans),
    },
    {
      provide: Retention,
      inject: [DataSource, Pool, Plans],
      useFactory: (source: DataSource, pool: Pool, plans: Plans) => new Retention(source, pool, plans),
    },
  ],
  exports: [Disclosures, Erasures, Retention],
})
export class RecordsModule {}
