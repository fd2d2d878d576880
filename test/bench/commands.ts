// Commands, in process and over HTTP, against the floor on the same PostgreSQL: how many a second, and how long one takes.
import { Journal1764000000001, Readers1764000000009 } from '#libs/journal';
import { Board1764000000006, Plans1764000000002, PublishedTemplate } from '#libs/plans';
import { dataSourceOf, migrate, openPool } from '#libs/platform';
import { mkdirSync } from 'node:fs';
import type { Pool } from 'pg';
import { startPostgres } from '../../apps/standalone/src/postgres/index.js';
import { figureOf, inTurn, type Figure } from './figure.js';
import { floorSteps, makeFloor } from './floor.js';
import { httpHundreds, httpSteps, serveApi } from './http.js';
import { busSteps, plansOn } from './in-process.js';
import { historyFigure } from './long-history.js';
import type { Steps } from './steps.js';

const IN_FLIGHT = 32;
const BATCHES_IN_FLIGHT = 4;
const WARM_SECONDS = 1;

export async function commandFigures(dataDir: string, seconds: number, rounds: number): Promise<Figure[]> {
  mkdirSync(dataDir);
  const postgres = await startPostgres({ dataDir });
  const pool = openPool(postgres.url, IN_FLIGHT);
  try {
    await makeFloor(pool);
    await floorSteps(pool, IN_FLIGHT, WARM_SECONDS);
    const beside = (inFlight: number, steps: (seconds: number) => Promise<Steps>) =>
      inTurn(
        rounds,
        () => floorSteps(pool, inFlight, seconds),
        () => steps(seconds),
      );
    return [...(await inProcess(postgres.url, rounds, beside)), ...(await overHttp(postgres.url, beside))];
  } finally {
    await pool.end();
    await postgres.stop();
  }
}

type Beside = (inFlight: number, steps: (seconds: number) => Promise<Steps>) => ReturnType<typeof inTurn<Steps>>;

const perSecond = (steps: Steps) => steps.perSecond;

async function inProcess(databaseUrl: string, rounds: number, beside: Beside): Promise<Figure[]> {
  const source = dataSourceOf(
    databaseUrl,
    [PublishedTemplate],
    [Journal1764000000001, Plans1764000000002, Board1764000000006, Readers1764000000009],
  );
  await source.initialize();
  await migrate(source);
  const pool: Pool = openPool(databaseUrl);
  const { plans, close } = await plansOn(pool, source);
  await busSteps(plans, IN_FLIGHT, WARM_SECONDS);
  const found = await beside(IN_FLIGHT, (seconds) => busSteps(plans, IN_FLIGHT, seconds));
  const history = await historyFigure(plans, rounds);
  await close();
  await pool.end();
  await source.destroy();
  const name = 'in process, 32 plans in flight';
  return [
    figureOf(found, { name, unit: 'commands/s', target: 'at least 1.8' }, perSecond),
    figureOf(found, { name: `${name}, p99`, unit: 'ms', target: 'under 1' }, ({ p99Ms }) => p99Ms),
    history,
  ];
}

async function overHttp(databaseUrl: string, beside: Beside): Promise<Figure[]> {
  const api = await serveApi(databaseUrl);
  await httpSteps(api.port, IN_FLIGHT, WARM_SECONDS);
  const many = await beside(IN_FLIGHT, (seconds) => httpSteps(api.port, IN_FLIGHT, seconds));
  const one = await beside(1, (seconds) => httpSteps(api.port, 1, seconds));
  const hundreds = await beside(IN_FLIGHT, (seconds) => httpHundreds(api.port, BATCHES_IN_FLIGHT, seconds));
  await api.close();
  const unit = 'commands/s';
  return [
    figureOf(many, { name: 'over HTTP, 32 connections', unit, target: 'at least 0.6' }, perSecond),
    figureOf(one, { name: 'over HTTP, one connection, p50', unit: 'ms', target: 'at most 3.5' }, ({ p50Ms }) => p50Ms),
    figureOf(hundreds, { name: 'POST /v1/commands in hundreds', unit, target: 'at least 1.5' }, perSecond),
  ];
}
