// npm run bench -- --json FILE: the figures of the README, each beside its floor in the same run. Bounded in time, loopback only.
import 'reflect-metadata';
import { Journal1764000000001 } from '#libs/journal';
import { dataSourceOf, migrate, openPool } from '#libs/platform';
import { Plans1764000000002, PublishedTemplate } from '#libs/plans';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../apps/standalone/src/postgres/index.js';
import { median, paired, table, type Figure } from './figure.js';
import { floorSteps, makeFloor } from './floor.js';
import { httpSteps, serveApi } from './http.js';
import { busSteps, plansOn } from './in-process.js';
import { startOnce } from './start.js';

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
  },
});
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const [folder, data] = ['stegvis-bench-', 'stegvis-start-'].map((name) => mkdtempSync(join(tmpdir(), name))) as [
  string,
  string,
];
const folders = [folder, data, `${data}-compiled`];
const postgres = await startPostgres({ dataDir: folder });
const figures: Figure[] = [];
try {
  const floorPool = openPool(postgres.url, 32);
  await makeFloor(floorPool);
  const source = dataSourceOf(postgres.url, [PublishedTemplate], [Journal1764000000001, Plans1764000000002]);
  await source.initialize();
  await migrate(source);
  const pool = openPool(postgres.url);
  const { plans, close } = await plansOn(pool, source);
  await floorSteps(floorPool, 32, 1);
  await busSteps(plans, 32, 1);
  figures.push(
    await paired(
      'in process, 32 plans in flight',
      'at least 1.2',
      rounds,
      () => floorSteps(floorPool, 32, seconds),
      () => busSteps(plans, 32, seconds),
    ),
  );
  await close();
  await pool.end();
  await source.destroy();
  const api = await serveApi(postgres.url);
  await httpSteps(api.port, 32, 1);
  figures.push(
    await paired(
      'over HTTP, 32 connections',
      'at least 0.5',
      rounds,
      () => floorSteps(floorPool, 32, seconds),
      () => httpSteps(api.port, 32, seconds),
    ),
  );
  await api.close();
  await floorPool.end();
} finally {
  await postgres.stop();
}
await startOnce(data);
const starts = [await startOnce(data), await startOnce(data), await startOnce(data)];
const bare = { floor: null, ratio: null };
figures.push(
  {
    name: 'second start to ready',
    value: median(starts.map((start) => start.readyMs / 1_000)),
    unit: 's',
    ...bare,
    target: 'under 5 s',
  },
  {
    name: 'memory of the standalone',
    value: median(starts.map((start) => start.residentMb)),
    unit: 'MB',
    ...bare,
    target: 'under 300 MB',
  },
);
for (const folder of folders) rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${table(figures)}\n`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
