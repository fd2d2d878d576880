// Commands a second, in process and over HTTP, against the floor on the same PostgreSQL.
import { Journal1764000000001 } from '#libs/journal';
import { Board1764000000006, Plans1764000000002, PublishedTemplate } from '#libs/plans';
import { dataSourceOf, migrate, openPool } from '#libs/platform';
import { mkdirSync } from 'node:fs';
import type { Pool } from 'pg';
import { startPostgres } from '../../apps/standalone/src/postgres/index.js';
import { paired, type Figure } from './figure.js';
import { floorSteps, makeFloor } from './floor.js';
import { httpSteps, serveApi } from './http.js';
import { busSteps, plansOn } from './in-process.js';

const IN_FLIGHT = 32;
const WARM_SECONDS = 1;

export async function commandFigures(dataDir: string, seconds: number, rounds: number): Promise<Figure[]> {
  mkdirSync(dataDir);
  const postgres = await startPostgres({ dataDir });
  const pool = openPool(postgres.url, IN_FLIGHT);
  try {
    await makeFloor(pool);
    await floorSteps(pool, IN_FLIGHT, WARM_SECONDS);
    const measure = { floor: () => floorSteps(pool, IN_FLIGHT, seconds), rounds, seconds };
    return [await inProcess(postgres.url, measure), await overHttp(postgres.url, measure)];
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

interface Measure {
  floor: () => Promise<number>;
  rounds: number;
  seconds: number;
}

async function inProcess(databaseUrl: string, { floor, rounds, seconds }: Measure): Promise<Figure> {
  const source = dataSourceOf(
    databaseUrl,
    [PublishedTemplate],
    [Journal1764000000001, Plans1764000000002, Board1764000000006],
  );
  await source.initialize();
  await migrate(source);
  const pool: Pool = openPool(databaseUrl);
  const { plans, close } = await plansOn(pool, source);
  await busSteps(plans, IN_FLIGHT, WARM_SECONDS);
  const steps = () => busSteps(plans, IN_FLIGHT, seconds);
  const figure = await paired('in process, 32 plans in flight', 'at least 1.2', rounds, floor, steps);
  await close();
  await pool.end();
  await source.destroy();
  return figure;
}

async function overHttp(databaseUrl: string, { floor, rounds, seconds }: Measure): Promise<Figure> {
  const api = await serveApi(databaseUrl);
  await httpSteps(api.port, IN_FLIGHT, WARM_SECONDS);
  const steps = () => httpSteps(api.port, IN_FLIGHT, seconds);
  const figure = await paired('over HTTP, 32 connections', 'at least 0.5', rounds, floor, steps);
  await api.close();
  return figure;
}
