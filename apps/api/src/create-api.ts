// Puts the api together: the database, the doors, and what stands before them. It does not listen yet.
import { Catalogue } from '#libs/plans';
import { OidcModule, readProviders, Tokens } from '#libs/people';
import { Address, openLog, type Configuration } from '#libs/platform';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DestinationStream } from 'pino';
import { ApiModule, doors } from './api.module.js';
import { parseBodies } from './http/body-parsers.js';
import { guard } from './http/guard.js';
import { KnownRoutes, limitBodies } from './http/known-routes.js';
import { nestLogger } from './http/nest-logger.js';
import { answerNoHttp, answerUnreadable } from './http/unreadable.js';
import { servePages } from './http/pages.js';
import { ProblemFilter } from './http/problem-filter.js';
import { MailModule } from './mail.module.js';
import { openServices } from './open-services.js';

type Needed = Pick<Configuration, 'adminToken' | 'rateLimit' | 'logLevel' | 'baseUrl'>;

export interface ApiSettings
  extends Needed, Partial<Pick<Configuration, 'redisUrl' | 'smtpUrl' | 'askingLimit' | 'oidcFile' | 'trustedProxies'>> {
  databaseUrl: string;
  /** Where the log goes; to the output of the process when absent. */
  logTo?: DestinationStream;
}

/** Node takes 16 KiB of headers at most, so no part of an address is ever longer: what is not there is 404, not 414. */
const PARAMETER_LENGTH_MAX = 16_384;

/** The largest body, 20 MiB, over a slow line; whoever takes longer holds a connection and sends nothing (Slowloris). */
const WHOLE_REQUEST_WITHIN_MS = 300_000;

/** @throws what the database says, NewerSchema among it, and WrongSetting. */
export async function createApi(settings: ApiSettings): Promise<NestFastifyApplication> {
  const oidc = OidcModule.of(readProviders(settings.oidcFile));
  const services = await openServices(settings.databaseUrl);
  const log = openLog(settings.logLevel, settings.logTo);
  const known = new KnownRoutes(doors);
  const address = new Address(settings.baseUrl);
  const adapter = new FastifyAdapter({
    trustProxy: settings.trustedProxies ?? ['loopback'],
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    requestTimeout: WHOLE_REQUEST_WITHIN_MS,
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void answerUnreadable(request, reply, app.get(Tokens), address),
    clientErrorHandler: answerNoHttp,
  });
  limitBodies(adapter.getInstance());
  const told = (error: Error) => log.warn({ err: error }, 'the queue is away; a worker finds the mail by itself');
  const mail = MailModule.of(services.pool, settings, told);
  const root = ApiModule.of(services, address, settings.adminToken, known, [mail, oidc]);
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    bodyParser: false,
    logger: nestLogger(log),
  });
  const fastify = app.getHttpAdapter().getInstance();
  parseBodies(fastify);
  guard(fastify, app.get(Tokens), settings.rateLimit, address);
  app.useGlobalFilters(new ProblemFilter(known, log));
  await servePages(app);
  await app.init();
  await app.get(Catalogue).ship();
  await fastify.ready();
  return app;
}
