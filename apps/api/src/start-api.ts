// Starts the api on its host and port: by itself or inside `npm start`.
import { Address, type Configuration } from '#libs/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { createApi, type ApiSettings } from './create-api.js';

const IDLE_LOOK_EVERY_MS = 50;
const ANSWERED_WITHIN_MS = 5_000;

export interface RunningApi {
  /** Where it can be reached. */
  url: string;
  app: NestFastifyApplication;
  /** Answers what has been asked, then closes the database. */
  close(): Promise<void>;
}

/**
 * @param prepare what must be there before anybody can ask for it.
 * @throws when the port is taken (EADDRINUSE) or the database cannot be used.
 */
export async function startApi(
  configuration: ApiSettings & Pick<Configuration, 'host' | 'port'>,
  prepare?: (app: NestFastifyApplication) => Promise<void>,
): Promise<RunningApi> {
  const app = await createApi(configuration);
  try {
    await prepare?.(app);
    // Not Nest's listen, which writes a fault to the log besides throwing it.
    await app.getHttpAdapter().getInstance().listen({ port: configuration.port, host: configuration.host });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.getHttpServer().address() as AddressInfo;
  const address = app.get(Address);
  // Port 0 means any: only now is it known which.
  address.url = address.url.replace(/:0$/, `:${port}`);
  return { url: address.url, app, close: () => closeSoon(app) };
}

/** Answers what has been asked. A connection that falls idle meanwhile is not kept for a next request, nor a request that never ends waited for. */
async function closeSoon(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpServer();
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_LOOK_EVERY_MS);
  const late = setTimeout(() => server.closeAllConnections(), ANSWERED_WITHIN_MS);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(late);
  }
}
