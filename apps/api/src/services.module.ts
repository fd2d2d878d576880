// Hands the services to every room, and closes them when the last request has been answered.
import { Appended } from '#libs/journal';
import { ADMIN_TOKEN, Persons, StegvisPolicy } from '#libs/people';
import { AccessPolicy, ARCHIVE_NAMES, KnownPersons, RefusalLog, VERB_BODIES } from '#libs/plans';
import { Address, DatabaseClock } from '#libs/platform';
import { Global, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Pool } from 'pg';
import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { archiveNames } from './archive-names.js';
import { KnownRoutes } from './http/known-routes.js';
import type { Services } from './open-services.js';
import { verbBodies } from './verb-bodies.js';

const SERVICES = Symbol('services');

@Global()
@Module({})
export class ServicesModule implements OnApplicationShutdown {
  constructor(private readonly modules: ModuleRef) {}

  static of(services: Services, address: Address, adminToken: string | undefined, known: KnownRoutes): DynamicModule {
    const { pool, source, clock, appended, registry } = services;
    const values = [
      { provide: SERVICES, useValue: services },
      { provide: Pool, useValue: pool },
      { provide: DataSource, useValue: source },
      { provide: DatabaseClock, useValue: clock },
      { provide: Appended, useValue: appended },
      { provide: Registry, useValue: registry },
      { provide: Address, useValue: address },
      { provide: AccessPolicy, useValue: new StegvisPolicy() },
      { provide: KnownPersons, useValue: new Persons(source, clock) },
      { provide: ADMIN_TOKEN, useValue: adminToken },
      { provide: KnownRoutes, useValue: known },
      { provide: VERB_BODIES, useValue: verbBodies },
      { provide: ARCHIVE_NAMES, useValue: archiveNames(source) },
    ];
    return { module: ServicesModule, providers: values, exports: values.map(({ provide }) => provide) };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.modules.get(RefusalLog, { strict: false }).flush();
    await this.modules.get<Services>(SERVICES).close();
  }
}
