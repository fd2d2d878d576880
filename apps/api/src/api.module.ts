// Every HTTP door of the product, in one list.
import {
  DutiesController,
  GuestLinksController,
  AuditController,
  DisclosuresController,
  PersonalDataController,
  RetentionController,
  MailsController,
  MeController,
  MySessionsController,
  OidcController,
  OrganisationsController,
  OutboxController,
  PeopleModule,
  CandidatesController,
  DependencyController,
  PersonsController,
  PersonsImportController,
  PlanPeopleController,
  PostsController,
  PublicOrganisationsController,
  RecordsModule,
  SessionsPageController,
  SignInController,
  SignOutController,
  TokensController,
} from '#libs/people';
import { planDoors, PlanDoorsModule } from '#libs/plans';
import type { Address } from '#libs/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { DescriptionController } from './description/description.controller.js';
import { DocsController } from './description/docs.controller.js';
import { MachinesController } from './machines/machines.controller.js';
import type { KnownRoutes } from './http/known-routes.js';
import type { Services } from './open-services.js';
import { ServicesModule } from './services.module.js';

export const doors = [
  ...planDoors,
  OrganisationsController,
  CandidatesController,
  DependencyController,
  PersonsController,
  PersonsImportController,
  PlanPeopleController,
  PostsController,
  PublicOrganisationsController,
  MeController,
  MySessionsController,
  SessionsPageController,
  GuestLinksController,
  DutiesController,
  TokensController,
  MailsController,
  OutboxController,
  SignInController,
  SignOutController,
  OidcController,
  AuditController,
  DisclosuresController,
  PersonalDataController,
  RetentionController,
  MachinesController,
  DescriptionController,
  DocsController,
];

@Module({})
export class ApiModule {
  static of(
    services: Services,
    address: Address,
    adminToken: string | undefined,
    known: KnownRoutes,
    rooms: DynamicModule[],
  ): DynamicModule {
    const imports = [
      ServicesModule.of(services, address, adminToken, known),
      ...rooms,
      PlanDoorsModule,
      PeopleModule,
      RecordsModule,
    ];
    return { module: ApiModule, imports, controllers: doors };
  }
}
