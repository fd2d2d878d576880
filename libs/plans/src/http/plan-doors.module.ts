// Wires what the plans' doors stand on. The doors themselves are listed by the app.
import { Module, type Type } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { Pool } from 'pg';
import { Registry } from 'prom-client';
import { AccessPolicy } from '../access.js';
import { ArchiveController } from '../archive/archive.controller.js';
import { ARCHIVE_NAMES, type ArchiveNames } from '../archive/archive-words.js';
import { PlanArchive } from '../archive/plan-archive.js';
import { AttachmentsController } from '../attachments/attachments.controller.js';
import { isKept } from '../attachments/contents.js';
import { eraseStruck } from '../attachments/struck.js';
import { KnownPersons } from '../known-persons.js';
import { Plans } from '../plans.js';
import { PlansModule } from '../plans.module.js';
import { Sights } from '../sight/sights.js';
import { Catalogue } from '../templates/catalogue.js';
import { Bulk } from './bulk.js';
import { BulkController } from './bulk.controller.js';
import { CommandMetrics } from './command-metrics.js';
import { CommandsController } from './commands.controller.js';
import { EventsController } from './events.controller.js';
import { MigrationsController } from './migrations.controller.js';
import { OwnFeed } from './own-feed.js';
import { PlanReader } from './plan-reader.js';
import { PlansController } from './plans.controller.js';
import { ProgrammesController } from './programmes.controller.js';
import { PublicPlansController } from './public-plans.controller.js';
import { PublicProgrammesController } from './public-programmes.controller.js';
import { TemplateVersionsController } from './template-versions.controller.js';
import { TemplatesController } from './templates.controller.js';
import { VERB_BODIES, VerbDoor, type VerbBodies } from './verb-door.js';
import { VerbsController } from './verbs.controller.js';

export const planDoors: Type[] = [
  TemplatesController,
  TemplateVersionsController,
  PlansController,
  AttachmentsController,
  ArchiveController,
  VerbsController,
  CommandsController,
  BulkController,
  MigrationsController,
  EventsController,
  ProgrammesController,
  PublicPlansController,
  PublicProgrammesController,
];

/** Needs a global provider for each of VERB_BODIES, KnownPersons, ARCHIVE_NAMES, Address and Registry, besides those of PlansModule. */
@Module({
  imports: [CqrsModule, PlansModule],
  providers: [
    { provide: CommandMetrics, inject: [Registry], useFactory: (registry: Registry) => new CommandMetrics(registry) },
    {
      provide: VerbDoor,
      inject: [CommandBus, Plans, VERB_BODIES, CommandMetrics, Pool, KnownPersons],
      useFactory: (
        bus: CommandBus,
        plans: Plans,
        bodies: VerbBodies,
        metrics: CommandMetrics,
        pool: Pool,
        persons: KnownPersons,
      ) =>
        new VerbDoor(
          bus,
          plans,
          bodies,
          metrics,
          (plan) => eraseStruck(pool, plan),
          (content) => isKept(pool, content),
          persons,
        ),
    },
    {
      provide: PlanArchive,
      inject: [Plans, Pool, ARCHIVE_NAMES],
      useFactory: (plans: Plans, pool: Pool, names: ArchiveNames) => new PlanArchive(plans, pool, names),
    },
    {
      provide: Sights,
      inject: [Plans, AccessPolicy],
      useFactory: (plans: Plans, policy: AccessPolicy) => new Sights(plans, policy),
    },
    {
      provide: OwnFeed,
      inject: [Pool, Sights],
      useFactory: (pool: Pool, sights: Sights) => new OwnFeed(pool, sights),
    },
    {
      provide: PlanReader,
      inject: [Plans, Catalogue, AccessPolicy, Sights],
      useFactory: (plans: Plans, catalogue: Catalogue, policy: AccessPolicy, sights: Sights) =>
        new PlanReader(plans, catalogue, policy, sights),
    },
    {
      provide: Bulk,
      inject: [VerbDoor, Plans, AccessPolicy],
      useFactory: (door: VerbDoor, plans: Plans, policy: AccessPolicy) => new Bulk(door, plans, policy),
    },
  ],
  exports: [PlansModule, VerbDoor, PlanReader, Sights, OwnFeed, Bulk, PlanArchive],
})
export class PlanDoorsModule {}
