// Wires records and privacy: what was given out, what is held about a person, erasure, retention.
import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Disclosures } from './disclosures.js';

/** Needs a global provider of DataSource. */
@Module({
  providers: [
    {
      provide: Disclosures,
      inject: [DataSource],
      useFactory: (source: DataSource) => new Disclosures(source),
    },
  ],
  exports: [Disclosures],
})
export class RecordsModule {}
